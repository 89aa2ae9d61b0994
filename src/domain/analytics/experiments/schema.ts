import { z } from "zod";
import { line } from "@/lib/input/text-schema";
import { EXPERIMENT_FIELDS, type GOAL_LABELS } from "./fields";
import { SLOT_CONTENTS, SLOTS } from "./slots";

export const MAX_VARIANTS = 3;
export const MAX_RUNNING = 2;
/** Events live for 91 days, and the result is read from them. */
export const MAX_RUN_DAYS = 90;

const STATES = ["DRAFT", "RUNNING", "STOPPED"] as const;
const SOURCES = ["OWN", "POSTHOG"] as const;

export const GOALS = [
  "whatsapp_click",
  "contact_submit",
  "phone_click",
  "product_view",
  "newsletter_subscribe",
  "quote_open",
  "lead_sold",
] as const satisfies readonly (keyof typeof GOAL_LABELS)[];
export type Goal = (typeof GOALS)[number];

const variants = <Content extends z.ZodType>(content: Content) =>
  z
    .array(content)
    .min(1, "Ajoutez une version.")
    .max(MAX_VARIANTS, `${MAX_VARIANTS} versions au plus, en plus de l'actuelle.`);

/** A union by `slot`, which decides what a variant holds. */
function bySlot<Fields extends z.ZodRawShape>(fields: Fields) {
  return z.discriminatedUnion("slot", [
    z.strictObject({ ...fields, slot: z.literal("hero"), variants: variants(SLOT_CONTENTS.hero) }),
    z.strictObject({
      ...fields,
      slot: z.literal("cards"),
      variants: variants(SLOT_CONTENTS.cards),
    }),
    z.strictObject({
      ...fields,
      slot: z.literal("buttons"),
      variants: variants(SLOT_CONTENTS.buttons),
    }),
    z.strictObject({
      ...fields,
      slot: z.literal("whatsapp"),
      variants: variants(SLOT_CONTENTS.whatsapp),
    }),
  ]);
}

const PERCENT = "Indiquez un nombre entre 0,1 et 99.";
const percent = z
  .number({ error: PERCENT })
  .min(0.1, PERCENT)
  .max(99, PERCENT)
  .transform((value) => Math.round(value * 100) / 100);

const FlagKey = z
  .string()
  .trim()
  .regex(/^[\w.-]{1,100}$/, "Des lettres, des chiffres, « - », « _ » et « . ».");

const INPUT = {
  name: line(EXPERIMENT_FIELDS.name.maxLength).min(1, "Donnez un nom."),
  goal: z.enum(GOALS, { error: "Choisissez un but." }),
  baseline: percent,
  effect: percent,
  /** The key of PostHog's feature flag that assigns people; null where the shop does. */
  flagKey: FlagKey.nullable(),
};
const VERSION = { version: z.int().min(1).max(2_147_483_647).optional() };
/** Checked by slot in a second step, so that an unknown field is named whatever the slot is. */
const UNCHECKED = { slot: z.enum(SLOTS), variants: z.array(z.unknown()).max(20) };

const SUM = { message: "Les deux nombres ensemble dépassent 99 %.", path: ["effect"] };
const isPossible = ({ baseline, effect }: { baseline: number; effect: number }) =>
  baseline + effect <= 99;

export const ExperimentInput = z
  .strictObject({ ...INPUT, ...UNCHECKED })
  .refine(isPossible, SUM)
  .pipe(bySlot(INPUT));
export type ExperimentInput = z.infer<typeof ExperimentInput>;

/** `version` is the version that the editor loaded; a command rejects a change without it. */
export const ExperimentPatch = z
  .strictObject({ ...INPUT, ...UNCHECKED, ...VERSION })
  .refine(isPossible, SUM)
  .pipe(bySlot({ ...INPUT, ...VERSION }));
export type ExperimentPatch = z.infer<typeof ExperimentPatch>;

const VariantCount = z.strictObject({
  /** People who saw the variant. */
  people: z.int().min(0),
  /** Those of them who reached the goal afterwards. */
  converted: z.int().min(0),
});
export type VariantCount = z.infer<typeof VariantCount>;
/** By variant; the control is the first. */
const VariantCounts = z.array(VariantCount);

export const Experiment = bySlot({
  ...INPUT,
  id: z.string(),
  number: z.int(),
  version: z.int(),
  baseline: z.number(),
  effect: z.number(),
  horizon: z.int(),
  source: z.enum(SOURCES),
  flagKey: z.string().nullable(),
  state: z.enum(STATES),
  startedAt: z.iso.datetime().nullable(),
  stoppedAt: z.iso.datetime().nullable(),
  counts: VariantCounts.nullable(),
  winner: z.int().nullable(),
  decidedAt: z.iso.datetime().nullable(),
});
export type Experiment = z.infer<typeof Experiment>;

/** What staff do with an experiment. `winner` is a variant; `revert` shows again what was shown before. */
export const ExperimentAction = z.union(
  [
    z.strictObject({ ...VERSION, action: z.literal("start") }),
    z.strictObject({ ...VERSION, action: z.literal("stop") }),
    z.strictObject({
      ...VERSION,
      action: z.literal("declare"),
      winner: z.int().min(0).max(MAX_VARIANTS),
    }),
    z.strictObject({ ...VERSION, action: z.literal("revert") }),
  ],
  { error: "Choisissez une action de cette page." },
);
export type ExperimentAction = z.infer<typeof ExperimentAction>;

const Interval = z.strictObject({ low: z.number(), high: z.number() });
export type Interval = z.infer<typeof Interval>;

const VariantResult = z.strictObject({
  ...VariantCount.shape,
  /** Null without people. */
  rate: z.number().nullable(),
  rateInterval: Interval.nullable(),
  /**
   * The rate minus that of the control; null for the control, and without people. The intervals of all variants hold together with 95 %.
   */
  difference: z.strictObject({ value: z.number(), interval: Interval }).nullable(),
});
export type VariantResult = z.infer<typeof VariantResult>;

export const VERDICTS = ["undecided", "better", "worse", "equal"] as const;

export const ExperimentResult = z.strictObject({
  variants: z.array(VariantResult),
  horizon: z.int(),
  /** Whether each variant has reached the horizon: before, no verdict is given. */
  isConclusive: z.boolean(),
  /** By variant, compared with the control; `undecided` before the horizon. */
  verdicts: z.array(z.enum(VERDICTS)),
  /** Whether people are spread so unevenly over the variants that the result cannot be trusted. */
  isSkewed: z.boolean(),
});
export type ExperimentResult = z.infer<typeof ExperimentResult>;
