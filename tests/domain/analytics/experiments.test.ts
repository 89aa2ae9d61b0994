import { beforeAll, describe, expect, it } from "vitest";
import { findExperiment, getExperimentResult } from "@/domain/analytics/experiments/queries";
import type { Goal, VERDICTS } from "@/domain/analytics/experiments/schema";
import type { Slot } from "@/domain/analytics/experiments/slots";
import { getSpreadProbability } from "@/domain/analytics/experiments/statistics";
import { db } from "@/lib/db";
import { readJson, storeExposures, storeFixture } from "../../support/analytics-fixture";
import { buildExperiment, toExperimentInput } from "../../support/experiments";

type Bounds = [low: number, high: number];

interface Case {
  experiment: {
    name: string;
    slot: Slot;
    goal: Goal;
    /** Besides the control. */
    variants: number;
    flagKey: string | null;
    horizon: number;
    startedAt: string;
    stoppedAt: string;
  };
  result: {
    variants: {
      people: number;
      converted: number;
      rate: number;
      rateInterval: Bounds;
      difference: [value: number, ...Bounds] | null;
    }[];
    isConclusive: boolean;
    verdicts: (typeof VERDICTS)[number][];
    isSkewed: boolean;
  };
  spreadProbability: number;
}

const CASES = readJson<Case[]>("expected-experiments.json");

async function store({ experiment }: Case): Promise<string> {
  const { name, slot, goal, variants, flagKey, horizon, startedAt } = experiment;
  const input = { ...toExperimentInput(slot, name), goal, flagKey };
  const { id } = await buildExperiment(input);
  await db.experiment.update({
    where: { id },
    data: {
      variants: Array.from({ length: variants }, () => input.variants).flat(),
      horizon,
      startedAt,
      state: "RUNNING",
    },
  });
  return id;
}

/** Reads the result as it was at the end of the run. */
async function read({ name, stoppedAt }: Case["experiment"]) {
  const experiment = await findExperiment(ids.get(name) ?? "");
  if (!experiment) throw new Error("the experiment was not stored");
  return getExperimentResult({ ...experiment, stoppedAt });
}

const round = (value: number | null) => value && Math.round(value * 1e6) / 1e6;

const ids = new Map<string, string>();

/** The visitors of the 500 events are taken as people who agreed to be recognised. */
beforeAll(async () => {
  await storeFixture();
  expect(await db.analyticsEvent.count()).toBe(500);
  await db.$executeRaw`UPDATE "AnalyticsEvent" SET "personId" = coalesce("personId", "visitorHash")`;
  for (const example of CASES) ids.set(example.experiment.name, await store(example));
  await storeExposures(ids);
});

describe("The 500 events counted by hand", () => {
  it.each(CASES.map((example) => [example.experiment.name, example] as const))(
    "give the result of the experiment %s",
    async (_, { experiment, result: expected, spreadProbability }) => {
      const { variants, isConclusive, verdicts, isSkewed } = await read(experiment);
      const found = variants.map(({ people, converted, rate, rateInterval, difference }) => ({
        people,
        converted,
        rate: round(rate),
        rateInterval: rateInterval && [rateInterval.low, rateInterval.high].map(round),
        difference:
          difference &&
          [difference.value, difference.interval.low, difference.interval.high].map(round),
      }));
      expect({ variants: found, isConclusive, verdicts, isSkewed }).toEqual(expected);
      const probability = getSpreadProbability(variants.map(({ people }) => people));
      expect(probability).toBeCloseTo(spreadProbability, 6);
    },
  );

  it("hold each verdict, an uneven spread, and a spread that the shop does not know", () => {
    const verdicts = CASES.flatMap(({ result }) => result.verdicts);
    expect(new Set(verdicts)).toEqual(new Set(["undecided", "equal", "better", "worse"]));
    expect(CASES.map(({ result }) => result.isSkewed)).toContain(true);
    const byFlag = CASES.filter(({ experiment }) => experiment.flagKey !== null);
    expect(byFlag.map(({ spreadProbability }) => spreadProbability < 0.001)).toEqual([true]);
  });
});
