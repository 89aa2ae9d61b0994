import { getSampleSize } from "@/domain/analytics/experiments/sample-size";
import type { ExperimentInput } from "@/domain/analytics/experiments/schema";
import type { Slot } from "@/domain/analytics/experiments/slots";
import { getQuantiles } from "@/domain/analytics/experiments/statistics";
import { db } from "@/lib/db";
import type { MutationExample } from "./mutation-example";
import { newWord } from "./search";

const VARIANTS = {
  hero: {
    title: { fr: "Votre chantier, nos conseils", ar: "ورشتكم ونصائحنا" },
    lead: { fr: "Venez nous voir à Ouarzazate.", ar: "زورونا في ورزازات." },
  },
  cards: { layout: "compact" },
  buttons: { first: "form" },
  whatsapp: { label: { fr: "Écrivez-nous", ar: "راسلونا" } },
} as const;

export function toExperimentInput(slot: Slot = "whatsapp", name = newWord()): ExperimentInput {
  return {
    name,
    slot,
    variants: [VARIANTS[slot]],
    goal: "whatsapp_click",
    baseline: 10,
    effect: 5,
    flagKey: null,
  } as ExperimentInput;
}

export function buildExperiment(input = toExperimentInput(), isRunning = false) {
  const { baseline, effect, variants } = input;
  const horizon = getSampleSize(baseline / 100, effect / 100, getQuantiles(variants.length));
  const source = input.flagKey === null ? "OWN" : "POSTHOG";
  const run = isRunning ? ({ state: "RUNNING", startedAt: new Date(0) } as const) : {};
  return db.experiment.create({ data: { ...input, horizon, source, ...run } });
}

export const EXPERIMENT_MUTATIONS: Record<string, MutationExample> = {
  "POST /api/admin/analytics/experiments": async () => ({ body: toExperimentInput() }),
  "PATCH /api/admin/analytics/experiments/{id}": async () => ({
    params: { id: (await buildExperiment()).id },
    body: { ...toExperimentInput("hero"), version: 1 },
  }),
  "DELETE /api/admin/analytics/experiments/{id}": async () => ({
    params: { id: (await buildExperiment()).id },
  }),
  "POST /api/admin/analytics/experiments/{id}/actions": async () => ({
    params: { id: (await buildExperiment()).id },
    body: { action: "start", version: 1 },
  }),
};
