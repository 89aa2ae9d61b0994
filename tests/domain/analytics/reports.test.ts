import { beforeAll, describe, expect, it } from "vitest";
import { getReportResult } from "@/domain/analytics/custom/queries";
import type { ReportDefinition } from "@/domain/analytics/custom/schema";
import type { AnalyticsFilter } from "@/domain/analytics/report/filter-schema";
import { readJson, storeFixture } from "../../support/analytics-fixture";

interface Case {
  definition: ReportDefinition;
  segment: AnalyticsFilter | null;
  span: [string, string];
  rows: [value: string, count: number][];
}

const NOW = new Date("2026-11-24T22:00:00Z");

beforeAll(storeFixture);

describe("The 500 events counted by hand", () => {
  it.each(
    readJson<Case[]>("expected-reports.json").map((example) => {
      const { measure, dimension, filter } = example.definition;
      return [measure, dimension, JSON.stringify([filter, example.segment]), example] as const;
    }),
  )("give the rows of %s by %s for %s", async (_measure, _dimension, _filter, example) => {
    const { definition, segment, rows } = example;
    const [from, to] = example.span;
    const period = { period: "custom", from, to, compare: "none" } as const;
    const result = await getReportResult(definition, { period, segment }, NOW);
    expect(result.rows.map(({ value, count }) => [value, count])).toEqual(rows);
  });
});
