import { beforeAll, describe, expect, it } from "vitest";
import type { AnalyticsFilter } from "@/domain/analytics/report/filter-schema";
import { getAnalytics } from "@/domain/analytics/report/queries";
import { rollUp } from "@/domain/analytics/rollup/commands";
import { db } from "@/lib/db";
import { readJson, storeFixture } from "../../support/analytics-fixture";

interface Case {
  span: [string, string];
  compared: [string, string] | null;
  filter: AnalyticsFilter;
  figures: Record<string, [number | string, number | string | null]>;
  top: Record<string, [value: string, count: number, compared: number | null, requests: number][]>;
  visitorsByDay: Record<string, number>;
}

const NOW = new Date("2026-11-24T22:00:00Z");
const CASES = readJson<Case[]>("expected-cards.json");

beforeAll(storeFixture);

function read({ span: [from, to], compared, filter }: Case) {
  const compare = compared ? ("previous" as const) : ("none" as const);
  return getAnalytics({ period: { period: "custom", from, to, compare }, filters: [filter] }, NOW);
}

async function readAsExpected(example: Case) {
  const { figures, top, series, period } = await read(example);
  return {
    span: [period.span.first, period.span.last],
    compared: period.compared && [period.compared.first, period.compared.last],
    filter: example.filter,
    figures: Object.fromEntries(
      Object.entries(figures).map(([name, { current, compared }]) => [name, [current, compared]]),
    ),
    top: Object.fromEntries(
      top.map(({ card, rows }) => [
        card,
        rows.map(({ value, count, compared, requests }) => [value, count, compared, requests]),
      ]),
    ),
    visitorsByDay: Object.fromEntries(
      series.points
        .filter(({ visitors }) => visitors > 0)
        .map(({ day, visitors }) => [day, visitors]),
    ),
  };
}

const DAY = "2026-11-20";

/** Views and visitors by hour, counted in a plain loop. */
async function countHours(filter: { device?: string } = {}) {
  const events = await db.analyticsEvent.findMany({ where: { eventType: "page_view", ...filter } });
  return Array.from({ length: 24 }, (_, hour) => {
    const start = `${DAY}T${String(hour).padStart(2, "0")}`;
    const own = events.filter(({ createdAt }) => createdAt.toISOString().startsWith(start));
    return [hour, own.length, new Set(own.map(({ visitorHash }) => visitorHash)).size];
  });
}

async function readHours(filter: AnalyticsFilter = {}) {
  const period = { period: "custom", from: DAY, to: DAY, compare: "previous" } as const;
  const { step, points } = (await getAnalytics({ period, filters: [filter] }, NOW)).series;
  return { step, hours: points.map(({ hour, views, visitors }) => [hour, views, visitors]) };
}

describe("The 500 events counted by hand", () => {
  it.each(CASES.map((example) => [JSON.stringify(example.filter), example] as const))(
    "give the figures and lists of the filter %s",
    async (_, example) => {
      expect(await readAsExpected(example)).toEqual(example);
    },
  );

  it("give the course of a day by hours, and that of today until now", async () => {
    const hours = await countHours();
    expect(hours.filter(([, views = 0]) => views > 0).length).toBeGreaterThan(3);
    expect(await readHours()).toEqual({ step: "hour", hours });
    const phones = await countHours({ device: "phone" });
    expect((await readHours({ device: ["phone"] })).hours).toEqual(phones);
    const today = await getAnalytics(
      { period: { period: "today", compare: "previous" }, filters: [] },
      new Date(`${DAY}T15:30:00Z`),
    );
    expect(today.series.points.map(({ hour }) => hour)).toEqual([...Array(16).keys()]);
    const [before] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(DISTINCT "visitorHash")::int AS "count" FROM "AnalyticsEvent"
      WHERE "eventType" = 'page_view' AND "createdAt" >= '2026-11-19T15:00:00Z' AND "createdAt" < '2026-11-19T15:30:00Z'`;
    expect(today.series.points.at(-1)?.comparedVisitors).toBe(before?.count);
  });

  it("give the same once their days are summed up, also after the single events are gone", async () => {
    const hours = await countHours();
    await rollUp(NOW);
    expect((await readHours()).hours).toEqual(hours);
    for (const example of CASES) expect(await readAsExpected(example)).toEqual(example);
    const { count } = await db.analyticsEvent.deleteMany({
      where: { createdAt: { lt: new Date("2026-11-22T00:00:00Z") } },
    });
    expect(count).toBeGreaterThan(450);
    const unfiltered = CASES.filter(({ filter }) => Object.keys(filter).length === 0);
    for (const example of unfiltered) expect(await readAsExpected(example)).toEqual(example);
    expect((await readHours()).hours).toEqual(hours);
    expect(unfiltered).toHaveLength(2);
  }, 120_000);
});
