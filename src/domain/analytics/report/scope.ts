import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { startOfShopDay, toShopDay } from "@/lib/format/shop-day";
import { SHOP_TIME_ZONE } from "@/lib/format/time-zone";
import { EVENT_RETENTION_DAYS, FINAL_AFTER_HOURS } from "../rollup/rules";
import { type AnalyticsFilter, isEmptyFilter } from "./filter-schema";
import { buildVisitCondition, isWithin, type Range } from "./filter-sql";
import { addDays, resolvePeriod } from "./period";
import type { PeriodQuery } from "./schema";

/** Days whose single events are all there. */
const RAW_DAYS = EVENT_RETENTION_DAYS - 1;

export interface ReportOptions {
  period: PeriodQuery;
  /** All of them apply. */
  filters: readonly AnalyticsFilter[];
}

/** What the statements of a report count. */
export interface Scope {
  range: Range;
  compared: Range | null;
  condition: (range: Range) => Prisma.Sql | null;
  firstRawDay: string;
}

/** Resolves the period and the filters of a report. A comparison that the kept events do not cover is left out. */
export async function resolveScope({ period: query, filters }: ReportOptions, now: Date) {
  const period = resolvePeriod(query, now);
  const active = filters.filter((filter) => !isEmptyFilter(filter));
  const oldestRaw = startOfShopDay(addDays(toShopDay(now), -RAW_DAYS));
  const isTooOld = (range: Range) => active.length > 0 && range.from < oldestRaw;
  const compared = period.compared?.range ?? null;
  const scope: Scope = {
    range: period.range,
    compared: compared && !isTooOld(compared) ? compared : null,
    condition: (range) =>
      active.length === 0
        ? null
        : Prisma.join(
            active.map((filter) => buildVisitCondition(filter, range)),
            " AND ",
          ),
    firstRawDay: active.length === 0 ? await findFirstRawDay(now) : "1970-01-01",
  };
  return {
    period,
    scope,
    isCutOff: isTooOld(period.range) || (compared !== null && isTooOld(compared)),
  };
}

/** Selects the ids of the people who agreed to be recognised and of whose stored visits one meets the filter. */
export function selectPersons(filter: AnalyticsFilter, now = new Date()): Prisma.Sql {
  const range = { from: startOfShopDay(addDays(toShopDay(now), -RAW_DAYS)), to: now };
  return Prisma.sql`
    SELECT e."personId" FROM "AnalyticsEvent" e
    WHERE e."personId" IS NOT NULL AND ${isWithin(range)} AND ${buildVisitCondition(filter, range)}`;
}

/** The day after the last one whose rollup is final. */
async function findFirstRawDay(now: Date): Promise<string> {
  const [row] = await db.$queryRaw<{ day: string | null }[]>`
    SELECT to_char(max("day") + 1, 'YYYY-MM-DD') AS "day" FROM "AnalyticsRollupState"
    WHERE "day" < ${toShopDay(now)}::date
      AND "rolledUpAt" >= ("day" + 1)::timestamp AT TIME ZONE ${SHOP_TIME_ZONE} + ${FINAL_AFTER_HOURS}::int * interval '1 hour'`;
  return row?.day ?? "1970-01-01";
}
