import { describe, expect, it } from "vitest";
import { buildSeries } from "@/domain/analytics/report/figures";
import { resolvePeriod } from "@/domain/analytics/report/period";

const NOW = new Date("2026-11-30T15:30:00Z");
const resolve = (query: object) =>
  resolvePeriod({ period: "30", compare: "previous", ...query }, NOW);

describe("A period", () => {
  it("ends today, and is compared with as many days before it", () => {
    expect(resolve({ period: "7" })).toMatchObject({
      days: 7,
      span: { first: "2026-11-24", last: "2026-11-30" },
      compared: { span: { first: "2026-11-17", last: "2026-11-23" } },
    });
  });

  it("of today is compared with yesterday up to the same hour", () => {
    expect(resolve({ period: "today" }).compared).toEqual({
      span: { first: "2026-11-29", last: "2026-11-29" },
      range: { from: new Date("2026-11-29T00:00:00Z"), to: new Date("2026-11-29T15:30:00Z") },
    });
  });

  it("is compared with the same dates of last year, also around 29 February", () => {
    expect(
      resolve({ period: "custom", from: "2024-02-29", to: "2024-03-01", compare: "year" }).compared
        ?.span,
    ).toEqual({ first: "2023-02-28", last: "2023-03-01" });
  });

  it.each([
    [
      { from: "2026-11-20", to: "2026-11-10" },
      { first: "2026-11-10", last: "2026-11-10" },
    ],
    [
      { from: "2026-11-20", to: "2030-01-01" },
      { first: "2026-11-20", last: "2026-11-30" },
    ],
    [{ from: "2026-11-20" }, { first: "2026-11-20", last: "2026-11-30" }],
    [{}, { first: "2026-11-01", last: "2026-11-30" }],
  ])("chosen as %j is %j", (dates, span) => {
    expect(resolve({ period: "custom", ...dates }).span).toEqual(span);
  });
});

describe("The series of a period", () => {
  const count = { eventType: "page_view", events: 3, visitors: 2, sessions: 2 } as const;
  const counts = [
    { ...count, isCurrent: true, day: "2026-01-08" },
    { ...count, isCurrent: true, day: "2026-01-09" },
    { ...count, isCurrent: false, day: "2025-01-08" },
  ];

  it("adds up the days of a week in a long period, with the compared week", () => {
    const { step, points } = buildSeries(
      counts,
      { first: "2026-01-01", last: "2026-06-30" },
      { first: "2025-01-01", last: "2025-06-30" },
    );
    expect(step).toBe("week");
    expect(points).toHaveLength(26);
    expect(points[1]).toEqual({
      day: "2026-01-08",
      hour: null,
      visitors: 4,
      views: 6,
      requests: 0,
      comparedVisitors: 2,
    });
  });

  it("has a point for days without visits", () => {
    const { step, points } = buildSeries(counts, { first: "2026-01-07", last: "2026-01-10" }, null);
    expect(step).toBe("day");
    expect(points.map(({ visitors }) => visitors)).toEqual([0, 2, 2, 0]);
  });
});
