import { z } from "zod";
import { line } from "@/lib/input/text-schema";
import { AnalyticsFilter, isEmptyFilter } from "../report/filter-schema";

export const STEP_NAME_MAX_LENGTH = 60;
const MIN_STEPS = 2;
export const MAX_STEPS = 8;
export const MAX_CONDITIONS = 5;
/** Events are kept for so long. */
const MAX_WINDOW_MINUTES = 90 * 24 * 60;

export const FUNNEL_SCOPES = ["session", "visitor"] as const;

const Condition = AnalyticsFilter.refine(
  (filter) => !isEmptyFilter(filter),
  "Choisissez ce que le visiteur fait à cette étape.",
);

const FunnelStep = z.strictObject({
  name: line(STEP_NAME_MAX_LENGTH).min(1, "Donnez un nom à l'étape."),
  /** An event that meets one of them reaches the step. */
  conditions: z
    .array(Condition)
    .min(1, "Choisissez ce que le visiteur fait à cette étape.")
    .max(MAX_CONDITIONS, `${MAX_CONDITIONS} conditions au plus.`),
});
export type FunnelStep = z.infer<typeof FunnelStep>;

export const FunnelDefinition = z.strictObject({
  steps: z
    .array(FunnelStep)
    .min(MIN_STEPS, `${MIN_STEPS} étapes au moins.`)
    .max(MAX_STEPS, `${MAX_STEPS} étapes au plus.`),
  /** The longest time between a step and the next; without order, between the first step and each other. */
  windowMinutes: z
    .int()
    .min(1, "Une minute au moins.")
    .max(MAX_WINDOW_MINUTES, "90 jours au plus."),
  /** Who must do all steps: the same visit, or the same visitor (of one day, or recognised with consent). */
  scope: z.enum(FUNNEL_SCOPES),
  /** Whether the steps must follow each other in this order. */
  isOrdered: z.boolean(),
});
export type FunnelDefinition = z.infer<typeof FunnelDefinition>;

const Exit = z.strictObject({
  /** The page that was opened instead of the next step; null where none was. */
  page: z.string().nullable(),
  count: z.number().int(),
});

const StepResult = z.strictObject({
  name: z.string(),
  /** Visits or visitors that reached the step. */
  count: z.number().int(),
  /** How many of the step before did not; null for the first. */
  drop: z.number().int().nullable(),
  dropPercent: z.number().nullable(),
  /** From the step before; null for the first, without order, and where no one reached the step. */
  medianSeconds: z.number().nullable(),
  /** Where those went who did not reach the next step. */
  exits: z.array(Exit),
});

export const FunnelResult = z.strictObject({ steps: z.array(StepResult) });
export type FunnelResult = z.infer<typeof FunnelResult>;
