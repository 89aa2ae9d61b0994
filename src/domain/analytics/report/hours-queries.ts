import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { startOfShopDay } from "@/lib/format/shop-day";
import { DAILY_TYPES, type HourlyCount } from "./figures";
import { isWithin, type Range } from "./filter-sql";
import { runQuery } from "./run-query";
import type { Scope } from "./scope";

const { sql } = Prisma;

/** Reads the counts of one day by its hours, and those of the compared one. */
export function readHourlyCounts(scope: Scope): Promise<HourlyCount[]> {
  const { range, compared } = scope;
  const current = selectHours(scope, range, true);
  return runQuery<HourlyCount>(
    compared ? sql`${current} UNION ALL ${selectHours(scope, compared, false)}` : current,
  );
}

/** From the rollups for a day that is final, else from the events, as `selectCounts` does. */
function selectHours({ condition, firstRawDay }: Scope, range: Range, isCurrent: boolean) {
  const current = isCurrent ? sql`true` : sql`false`;
  const hour = (moment: Prisma.Sql) =>
    sql`(extract(epoch FROM ${moment} - ${range.from}::timestamptz) / 3600)::int`;
  const filter = condition(range);
  if (filter === null && range.from < startOfShopDay(firstRawDay)) {
    return sql`
      SELECT ${current} AS "isCurrent", ${hour(sql`h."hour"`)} AS "hour", "eventType", "events", "visitors", "sessions"
      FROM "AnalyticsHourly" h
      WHERE "dimension" = 'total' AND "eventType" = ANY(${[...DAILY_TYPES]}) AND "hour" >= ${range.from} AND "hour" < ${range.to}`;
  }
  return sql`
    SELECT ${current} AS "isCurrent", ${hour(sql`date_trunc('hour', e."createdAt")`)} AS "hour", e."eventType",
      count(*)::int AS "events", count(DISTINCT e."visitorHash")::int AS "visitors", count(DISTINCT e."sessionId")::int AS "sessions"
    FROM "AnalyticsEvent" e
    WHERE ${isWithin(range)} AND e."eventType" = ANY(${[...DAILY_TYPES]}) AND ${filter ?? sql`true`} GROUP BY 2, 3`;
}
