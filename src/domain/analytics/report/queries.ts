import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { buildHourlySeries, buildSeries, DAILY_TYPES, type DailyCount, toFigures } from "./figures";
import { DIRECT } from "./filter-schema";
import type { Range } from "./filter-sql";
import { readHourlyCounts } from "./hours-queries";
import { runQuery } from "./run-query";
import { type AnalyticsReport, type Figure, TOP_CARDS, type TopCard, type TopRow } from "./schema";
import { type ReportOptions, resolveScope, type Scope } from "./scope";
import { selectBoth, selectTop, TOP_SOURCES } from "./top-sql";

const { sql } = Prisma;
const NULL = sql`NULL::int`;

const MAX_TOP = 10;

/** Reads all cards of the page of figures. */
export async function getAnalytics(
  options: ReportOptions,
  now = new Date(),
): Promise<AnalyticsReport> {
  const { period, scope, isCutOff } = await resolveScope(options, now);
  const isOneDay = period.days === 1;
  const [counts, hours, emptySearches, sales, ...lists] = await Promise.all([
    readDailyCounts(scope),
    isOneDay ? readHourlyCounts(scope) : [],
    readEmptySearches(scope),
    readSales(scope),
    ...TOP_CARDS.map((card) => readTop(scope, card, MAX_TOP)),
  ]);
  const compared = scope.compared && (period.compared?.span ?? null);
  return {
    period: { span: period.span, compared, isCutOff },
    figures: { ...toFigures(counts, compared !== null), emptySearches, ...sales },
    series: isOneDay
      ? buildHourlySeries(hours, period.span.first, compared !== null, now)
      : buildSeries(counts, period.span, compared),
    top: TOP_CARDS.map((card, i) => ({ card, rows: lists[i] ?? [] })),
  };
}

/** Reads one list, longer than on the page, for its file. */
export async function listTop(
  options: ReportOptions,
  card: TopCard,
  limit: number,
  now = new Date(),
): Promise<TopRow[]> {
  const { scope } = await resolveScope(options, now);
  return readTop(scope, card, limit);
}

function readDailyCounts(scope: Scope): Promise<DailyCount[]> {
  const counts = selectBoth(scope, { dimension: "total", eventTypes: DAILY_TYPES });
  return runQuery<DailyCount>(sql`
    SELECT "isCurrent", to_char("day", 'YYYY-MM-DD') AS "day", "eventType", "events", "visitors", "sessions" FROM (${counts}) c`);
}

async function readEmptySearches(scope: Scope): Promise<Figure> {
  const counts = selectBoth(scope, { dimension: "query_empty", eventTypes: ["search"] });
  const [row] = await runQuery<Figure>(sql`
    SELECT coalesce(sum("events") FILTER (WHERE "isCurrent"), 0)::int AS "current",
      ${scope.compared ? sql`coalesce(sum("events") FILTER (WHERE NOT "isCurrent"), 0)::int` : NULL} AS "compared"
    FROM (${counts}) c`);
  return row ?? { current: 0, compared: null };
}

type Sales = Pick<AnalyticsReport["figures"], "sales" | "salesAmount">;

/** Reads the requests that were marked as sold. With a filter, those of visits that match it. */
async function readSales(scope: Scope): Promise<Sales> {
  const { range, compared, condition } = scope;
  const isIn = (of: Range) => sql`l."statusAt" >= ${of.from} AND l."statusAt" < ${of.to}`;
  // A sale follows days after its visit.
  const visits = condition({ from: new Date(0), to: range.to });
  const isVisited = visits
    ? sql`EXISTS (SELECT FROM "AnalyticsEvent" e
        WHERE e."visitorHash" = l."visitorHash" AND e."sessionId" = l."sessionId" AND ${visits})`
    : sql`true`;
  const count = (of: Range) => sql`(count(*) FILTER (WHERE ${isIn(of)}))::int`;
  const amount = (of: Range) =>
    sql`coalesce(sum(l."amount") FILTER (WHERE ${isIn(of)}), 0)::numeric(14, 2)::text`;
  const [row] = await runQuery<Sales>(sql`
    SELECT json_build_object('current', ${count(range)}, 'compared', ${compared ? count(compared) : NULL}) AS "sales",
      json_build_object('current', ${amount(range)}, 'compared', ${compared ? amount(compared) : NULL}) AS "salesAmount"
    FROM "Lead" l
    WHERE NOT l."isSpam" AND l."status" = 'SOLD' AND (${isIn(range)} OR ${compared ? isIn(compared) : sql`false`}) AND ${isVisited}`);
  if (!row) throw new Error("an aggregate without a row");
  return row;
}

async function readTop(scope: Scope, card: TopCard, limit: number): Promise<TopRow[]> {
  const rows = await runQuery<TopRow>(selectTop(scope, card, limit));
  const { dimension } = TOP_SOURCES[card];
  if (dimension === "source") return rows.map((row) => ({ ...row, value: row.value || DIRECT }));
  if (dimension !== "locale") return rows;
  return rows.map((row) => ({ ...row, value: row.value.toLowerCase() }));
}
