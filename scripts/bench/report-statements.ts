import "../steps/require-node.mjs";
import pg from "pg";
import { DEFAULT_FUNNEL } from "@/domain/analytics/funnels/default-funnel";
import { selectLevels } from "@/domain/analytics/funnels/funnel-sql";
import { resolvePeriod } from "@/domain/analytics/report/period";
import { runQuery } from "@/domain/analytics/report/run-query";
import { TOP_CARDS } from "@/domain/analytics/report/schema";
import { resolveScope, type Scope } from "@/domain/analytics/report/scope";
import { selectTop } from "@/domain/analytics/report/top-sql";
import { rollUp } from "@/domain/analytics/rollup/commands";
import { Prisma } from "@/generated/prisma/client";
import { startOfShopDay, toShopDay } from "@/lib/format/shop-day";
import { percentile } from "./statistics";

/**
 * Fills the database of DATABASE_URL with a million events and prints the times of the statements of reports as JSON. A process of its
 * own, because it reads the shop's modules.
 */

/** Milliseconds. */
export interface ReportTimes {
  cards: { card: string; shop: number; direct: number; sums: number; events: number }[];
  funnel: { shop: number; byHand: number };
}

/** Fewer to try the script. */
const EVENTS = Number(process.env.BENCH_EVENTS ?? 1_000_000);
const DAYS = 85;
const ROUNDS = 5;
const QUARTER = { period: "90", compare: "none" } as const;

const FUNNEL_BY_HAND = `
  WITH visits AS (
    SELECT "sessionId" AS s, min("createdAt") AS t FROM "AnalyticsEvent"
    WHERE "eventType" = 'page_view' AND "createdAt" >= $1 AND "createdAt" < $2 GROUP BY 1
  ), views AS (
    SELECT v.s, min(e."createdAt") AS t, min(e."createdAt" - v.t) AS took FROM visits v JOIN "AnalyticsEvent" e ON e."sessionId" = v.s
      AND e."createdAt" >= v.t AND e."createdAt" <= v.t + interval '30 days' AND e."eventType" = 'product_view' GROUP BY 1
  ), requests AS (
    SELECT v.s, min(e."createdAt") AS t, min(e."createdAt" - v.t) AS took FROM views v JOIN "AnalyticsEvent" e ON e."sessionId" = v.s
      AND e."createdAt" >= v.t AND e."createdAt" <= v.t + interval '30 days' AND e."eventType" IN ('whatsapp_click', 'contact_submit') GROUP BY 1
  ), answers AS (
    SELECT v.s, min(e."createdAt") AS t, min(e."createdAt" - v.t) AS took FROM requests v JOIN "AnalyticsEvent" e ON e."sessionId" = v.s
      AND e."createdAt" >= v.t AND e."createdAt" <= v.t + interval '30 days' AND e."eventType" IN ('lead_replied', 'lead_quoted', 'lead_sold') GROUP BY 1
  )
  SELECT (SELECT count(*) FROM visits), (SELECT count(*) FROM views), (SELECT count(*) FROM requests), (SELECT count(*) FROM answers),
    (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY took) FROM views), (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY took) FROM requests),
    (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY took) FROM answers)`;

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
await fill();
await rollUp();
await client.query(`VACUUM ANALYZE "AnalyticsEvent", "AnalyticsDaily"`);
const now = new Date();
const { scope } = await resolveScope({ period: QUARTER, filters: [] }, now);
const phones = await resolveScope({ period: QUARTER, filters: [{ device: ["phone"] }] }, now);
const results: ReportTimes = {
  cards: await measureCards(phones.scope, scope),
  funnel: await measureFunnel(),
};
console.log(JSON.stringify(results));
await client.end();
process.exit(0);

/** Visits of five events: views of pages and products, every tenth with a click on WhatsApp, some with an answer and a sale. */
async function fill(): Promise<void> {
  const first = startOfShopDay(toShopDay(new Date()), -DAYS);
  await client.query(
    `INSERT INTO "AnalyticsEvent" ("id", "eventType", "createdAt", "visitorHash", "sessionId", "device", "locale", "source", "page", "productId", "categoryId", "metadata", "searchId")
     SELECT 'b' || i,
       CASE k WHEN 2 THEN 'product_view' WHEN 3 THEN CASE WHEN s % 10 = 0 THEN 'whatsapp_click' ELSE 'page_view' END
         WHEN 4 THEN CASE WHEN s % 60 = 0 THEN 'lead_sold' WHEN s % 20 = 0 THEN 'lead_replied' WHEN s % 7 = 0 THEN 'search' ELSE 'page_view' END
         ELSE 'page_view' END,
       $1::timestamptz + (s * ${DAYS} / ${EVENTS / 5}) * interval '1 day' + (s * 37 % 40000 + k * 40) * interval '1 second',
       'v' || s / 2, 's' || s, (ARRAY['phone', 'phone', 'desktop', 'tablet'])[1 + s % 4], (ARRAY['FR', 'FR', 'AR'])[1 + s % 3]::"Language",
       (ARRAY[NULL, 'google.com', 'facebook.com', 'newsletter', 'bing.com'])[1 + s % 5], (ARRAY['home', 'catalogue', 'product', 'product', 'search'])[1 + k],
       CASE WHEN k IN (2, 3) THEN 'p' || (s * 7 % 500) END, CASE WHEN k IN (2, 3) THEN 'c' || (s * 7 % 40) END,
       CASE WHEN k = 4 AND s % 7 = 0 THEN jsonb_build_object('q', 'mot ' || s % 300, 'total', s % 5) END,
       CASE WHEN k = 4 AND s % 7 = 0 THEN 'b' || i END
     FROM (SELECT i, i / 5 AS s, i % 5 AS k FROM generate_series(0, ${EVENTS - 1}) i) e`,
    [first],
  );
  await client.query(`ANALYZE "AnalyticsEvent"`);
}

async function measureCards(filtered: Scope, unfiltered: Scope): Promise<ReportTimes["cards"]> {
  const raw = { ...unfiltered, firstRawDay: "1970-01-01" };
  const cards: ReportTimes["cards"] = [];
  for (const card of TOP_CARDS) {
    const statement = selectTop(filtered, card, 10);
    const times = await interleave([
      () => runQuery(statement),
      () => runWithPg(statement),
      () => runQuery(selectTop(unfiltered, card, 10)),
      () => runQuery(selectTop(raw, card, 10)),
    ]);
    const [shop = 0, direct = 0, sums = 0, events = 0] = times;
    cards.push({ card, shop, direct, sums, events });
  }
  return cards;
}

async function measureFunnel(): Promise<ReportTimes["funnel"]> {
  const definition = { ...DEFAULT_FUNNEL, steps: DEFAULT_FUNNEL.steps.slice(0, 4) };
  const { range } = resolvePeriod(QUARTER, now);
  const built = selectLevels({ definition, range, condition: Prisma.sql`true` });
  const [shop = 0, byHand = 0] = await interleave([
    () => runQuery(built),
    () => client.query(FUNNEL_BY_HAND, [range.from, range.to]),
  ]);
  return { shop, byHand };
}

function runWithPg(statement: Prisma.Sql) {
  return client.query(statement.text, statement.values);
}

/** Returns the p95 of each run in milliseconds, after one that warms up. */
async function interleave(runs: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times = runs.map((): number[] => []);
  for (let round = -1; round < ROUNDS; round++) {
    for (const [i, run] of runs.entries()) {
      const started = performance.now();
      await run();
      if (round >= 0) times[i]?.push(performance.now() - started);
    }
  }
  return times.map((of) => percentile(of, 0.95));
}
