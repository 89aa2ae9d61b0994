import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import { runQuery } from "../report/run-query";
import { getVariantCode } from "./assignment";
import { countVariants } from "./result-queries";
import { Experiment, type ExperimentResult, type Goal, type VariantCount } from "./schema";
import type { Slot } from "./slots";
import { buildResult } from "./statistics";

export const COLUMNS = {
  id: true,
  number: true,
  name: true,
  slot: true,
  variants: true,
  goal: true,
  baseline: true,
  effect: true,
  horizon: true,
  source: true,
  flagKey: true,
  state: true,
  startedAt: true,
  stoppedAt: true,
  counts: true,
  winner: true,
  decidedAt: true,
  version: true,
} as const satisfies Prisma.ExperimentSelect;

/** Lists the experiments: the running ones, then the newest. */
export async function listExperiments(): Promise<Experiment[]> {
  const rows = await db.experiment.findMany({ select: COLUMNS, orderBy: { number: "desc" } });
  const experiments = rows.map(toExperiment).filter((experiment) => experiment !== null);
  return experiments.toSorted((a, b) => rankState(a) - rankState(b));
}

const rankState = ({ state }: Experiment) => (state === "RUNNING" ? 0 : 1);

/** Lists the codes of all variants that a page may show: of experiments that run, and of drafts for their previews. */
export async function listVariantCodes(): Promise<string[]> {
  const where = { state: { not: "STOPPED" } } as const;
  const rows = await db.experiment.findMany({ where, select: COLUMNS });
  const experiments = rows.map(toExperiment).filter((experiment) => experiment !== null);
  return experiments.flatMap((experiment) =>
    [null, ...experiment.variants].map((_, variant) => getVariantCode(experiment, variant)),
  );
}

export async function findExperiment(
  id: string,
  client: Transaction = db,
): Promise<Experiment | null> {
  const row = await client.experiment.findUnique({ where: { id }, select: COLUMNS });
  return row && toExperiment(row);
}

/** Reads the result: of a stopped experiment as it was stored, of a running one from the events. */
export async function getExperimentResult(experiment: Experiment): Promise<ExperimentResult> {
  const counts = await getCounts(experiment);
  return buildResult(counts, experiment.horizon, experiment.source === "OWN");
}

async function getCounts(experiment: Experiment): Promise<VariantCount[]> {
  const { counts, startedAt } = experiment;
  if (counts) return counts;
  if (startedAt) return countVariants({ ...experiment, startedAt });
  return [null, ...experiment.variants].map(() => ({ people: 0, converted: 0 }));
}

const SEEN_PAGES: Record<Slot, readonly string[]> = {
  hero: ["home"],
  cards: ["home", "category", "search", "product"],
  buttons: ["product"],
  whatsapp: ["product"],
};
const TRAFFIC_DAYS = 28;

export interface SlotTraffic {
  /** People who consented and saw a page with the slot, per day. */
  peoplePerDay: number;
  /** The share of them who reached each goal, in percent. */
  rates: Partial<Record<Goal, number>>;
}

/** Counts the people of the last four weeks who saw the pages of a slot, for the calculator. */
export async function getSlotTraffic(slot: Slot, now = new Date()): Promise<SlotTraffic> {
  const since = new Date(now.getTime() - TRAFFIC_DAYS * 86_400_000);
  const rows = await runQuery<{ eventType: string | null; people: number }>(Prisma.sql`
    WITH seen AS (
      SELECT DISTINCT "personId" FROM "AnalyticsEvent"
      WHERE "personId" IS NOT NULL AND "createdAt" >= ${since} AND "eventType" = 'page_view' AND "page" = ANY(${SEEN_PAGES[slot]})
    )
    SELECT e."eventType", count(DISTINCT e."personId")::int AS "people"
    FROM seen JOIN "AnalyticsEvent" e USING ("personId")
    WHERE e."createdAt" >= ${since}
    GROUP BY GROUPING SETS ((e."eventType"), ())`);
  const all = rows.find(({ eventType }) => eventType === null)?.people ?? 0;
  const rates = rows
    .filter(({ eventType }) => eventType !== null)
    .map(({ eventType, people }) => [eventType, Math.round((1_000 * people) / all) / 10]);
  return { peoplePerDay: all / TRAFFIC_DAYS, rates: Object.fromEntries(rates) };
}

/** Null for an experiment that an older version stored in another shape. */
export function toExperiment(row: { [K in keyof typeof COLUMNS]: unknown }): Experiment | null {
  const toIso = (value: unknown) => (value instanceof Date ? value.toISOString() : null);
  const { startedAt, stoppedAt, decidedAt } = row;
  const parsed = Experiment.safeParse({
    ...row,
    startedAt: toIso(startedAt),
    stoppedAt: toIso(stoppedAt),
    decidedAt: toIso(decidedAt),
  });
  return parsed.data ?? null;
}
