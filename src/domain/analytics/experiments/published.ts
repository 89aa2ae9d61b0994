import "server-only";
import { cached } from "@/lib/cache/cache";
import { db } from "@/lib/db";
import { getVariantCode, hasRunOut } from "./assignment";
import { COLUMNS, toExperiment } from "./queries";
import type { Experiment } from "./schema";
import type { Slot, SlotContent } from "./slots";

/** Running experiments, drafts for previews, and those whose winner everybody sees; the latest decision first. */
const listShownExperiments = cached("experiments", "shown", async (): Promise<Experiment[]> => {
  const rows = await db.experiment.findMany({
    where: { OR: [{ state: { not: "STOPPED" } }, { winner: { not: null } }] },
    select: COLUMNS,
    orderBy: [{ decidedAt: { sort: "desc", nulls: "first" } }, { number: "desc" }],
  });
  return rows.map(toExperiment).filter((experiment) => experiment !== null);
});

export async function listRunningExperiments(now = new Date()): Promise<Experiment[]> {
  return (await listShownExperiments()).filter((experiment) => isRunning(experiment, now));
}

function isRunning({ state, startedAt }: Experiment, now: Date): boolean {
  return state === "RUNNING" && startedAt !== null && !hasRunOut(startedAt, now);
}

export interface ShownContent<S extends Slot> {
  /** Null for the default of the page. */
  content: SlotContent<S> | null;
  /** The code of the variant while its experiment runs, for `data-experiment`. */
  code?: string;
}

/** Finds what a slot shows on a page with these variants. Codes of other slots, and of experiments that ended, change nothing. */
export async function findSlotContent<S extends Slot>(
  slot: S,
  codes: readonly string[],
): Promise<ShownContent<S>> {
  const ofSlot = (await listShownExperiments()).filter((experiment) => experiment.slot === slot);
  const usual = findWinner(ofSlot);
  for (const experiment of ofSlot) {
    const variant = findVariant(experiment, codes);
    if (variant === null) continue;
    const chosen = variant === 0 ? usual : (experiment.variants[variant - 1] ?? usual);
    const content = chosen as SlotContent<S> | null;
    return isRunning(experiment, new Date())
      ? { content, code: getVariantCode(experiment, variant) }
      : { content };
  }
  return { content: usual as SlotContent<S> | null };
}

/** Where the control won, the decision before still holds. */
function findWinner(experiments: readonly Experiment[]) {
  const decided = experiments.find(({ winner }) => winner !== null && winner > 0);
  return decided?.variants[(decided.winner ?? 0) - 1] ?? null;
}

/** The variant of an undecided experiment that the codes name. */
function findVariant(experiment: Experiment, codes: readonly string[]): number | null {
  if (experiment.state === "STOPPED") return null;
  const count = experiment.variants.length + 1;
  const variant = Array.from({ length: count }, (_, i) => i).find((i) =>
    codes.includes(getVariantCode(experiment, i)),
  );
  return variant ?? null;
}
