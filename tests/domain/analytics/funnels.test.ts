import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_FUNNEL } from "@/domain/analytics/funnels/default-funnel";
import { getFunnelResult } from "@/domain/analytics/funnels/queries";
import type { FunnelDefinition, FunnelResult } from "@/domain/analytics/funnels/schema";
import type { AnalyticsFilter } from "@/domain/analytics/report/filter-schema";
import { readJson, storeFixture } from "../../support/analytics-fixture";

interface Case {
  name: string;
  definition: FunnelDefinition;
  span: [string, string];
  filter: AnalyticsFilter;
  steps: FunnelResult["steps"];
}

const NOW = new Date("2026-11-24T22:00:00Z");
const CASES = readJson<Case[]>("expected-funnels.json");

beforeAll(storeFixture);

describe("The 500 events counted by hand", () => {
  it.each(CASES.map((example) => [example.name, example] as const))(
    "give the steps of the funnel: %s",
    async (_, { definition, span: [from, to], filter, steps }) => {
      const period = { period: "custom", from, to, compare: "none" } as const;
      const result = await getFunnelResult(definition, { period, filters: [filter] }, NOW);
      expect(result.steps).toEqual(
        steps.map((step) => ({
          ...step,
          medianSeconds: step.medianSeconds === null ? null : expect.closeTo(step.medianSeconds, 2),
        })),
      );
    },
  );

  it("are counted for the funnel that every shop has", () => {
    expect(CASES[0]?.definition).toEqual(DEFAULT_FUNNEL);
  });
});
