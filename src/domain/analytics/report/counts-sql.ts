import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { startOfShopDay } from "@/lib/format/shop-day";
import { SHOP_TIME_ZONE } from "@/lib/format/time-zone";
import type { EventType } from "../event";
import { isWithin, type Range } from "./filter-sql";

const { sql } = Prisma;

interface DimensionSql {
  /** The value of an event `e`. */
  value: Prisma.Sql;
  /** Which events have one; all by default. */
  where?: Prisma.Sql;
  /** Groups values that count as one; by default the value itself. */
  queryKey?: Prisma.Sql;
}

const TEXT = sql`e."metadata" ->> 'q'`;
/** Spellings of a search count as one, under the first of them. Texts that look personal are not stored and not counted. */
const SEARCH = { value: sql`min(${TEXT})`, queryKey: sql`shop_query_key(${TEXT})` };
const IS_EMPTY = sql`e."metadata" ->> 'total' = '0'`;

/** Events without this value are left out. */
const nonEmpty = (value: Prisma.Sql): DimensionSql => ({ value, where: sql`${value} <> ''` });

/** What events are counted by. The rollups hold the same values, and an empty one for events without value. */
const DIMENSIONS = {
  total: { value: sql`''` },
  product: nonEmpty(sql`e."productId"`),
  category: nonEmpty(sql`e."categoryId"`),
  page: nonEmpty(sql`e."page"`),
  source: { value: sql`coalesce(e."source", '')` },
  medium: nonEmpty(sql`e."medium"`),
  campaign: nonEmpty(sql`e."campaign"`),
  device: nonEmpty(sql`e."device"`),
  locale: nonEmpty(sql`e."locale"::text`),
  town: nonEmpty(sql`e."town"`),
  query: { ...SEARCH, where: sql`${TEXT} IS NOT NULL AND NOT (${IS_EMPTY})` },
  query_empty: { ...SEARCH, where: sql`${TEXT} IS NOT NULL AND ${IS_EMPTY}` },
} as const satisfies Record<string, DimensionSql>;
export type Dimension = keyof typeof DIMENSIONS;

/** The day of the shop at which an event `e` happened. */
const EVENT_DAY = sql`(e."createdAt" AT TIME ZONE ${SHOP_TIME_ZONE})::date`;

export interface CountOptions {
  dimension: Dimension;
  eventTypes: readonly EventType[];
  /** A condition on events `e`; with null the complete days are read from the rollups. */
  condition: Prisma.Sql | null;
  /** The first day whose events are counted one by one. */
  firstRawDay: string;
}

/**
 * Selects "day", "eventType", "value", "events", "visitors" and "sessions" of a range; of searches also "queryKey", by which spellings
 * count as one. A visitor counts once per day, since hashes change each day, so that rolled up days and days counted here add up.
 */
export function selectCounts(options: CountOptions, range: Range): Prisma.Sql {
  const { dimension, eventTypes, condition, firstRawDay } = options;
  const { queryKey }: DimensionSql = DIMENSIONS[dimension];
  const firstRaw = startOfShopDay(firstRawDay);
  if (condition) return countEvents(options, range, condition);
  const rolledUp = sql`
    SELECT "day", "eventType", "value", "events", "visitors", "sessions" ${queryKey ? sql`, "queryKey"` : Prisma.empty}
    FROM "AnalyticsDaily"
    WHERE "dimension" = ${dimension} AND "eventType" = ANY(${[...eventTypes]})
      AND "day" >= (${range.from}::timestamptz AT TIME ZONE ${SHOP_TIME_ZONE})::date
      AND "day" < (least(${range.to}::timestamptz, ${firstRaw}::timestamptz) AT TIME ZONE ${SHOP_TIME_ZONE})::date`;
  if (firstRaw >= range.to) return rolledUp;
  const from = new Date(Math.max(firstRaw.getTime(), range.from.getTime()));
  const raw = countEvents(options, { from, to: range.to }, sql`true`);
  if (firstRaw <= range.from) return raw;
  // PostgreSQL would start parallel workers to read the two, which takes longer than to read them in turn. A CTE prevents it.
  return sql`${rolledUp} UNION ALL (WITH recent AS MATERIALIZED (${raw}) SELECT * FROM recent)`;
}

function countEvents(
  { dimension, eventTypes }: CountOptions,
  range: Range,
  condition: Prisma.Sql,
): Prisma.Sql {
  const { value, where = sql`true`, queryKey }: DimensionSql = DIMENSIONS[dimension];
  return sql`
    SELECT ${EVENT_DAY} AS "day", e."eventType", ${value} AS "value", count(*)::int AS "events",
      count(DISTINCT e."visitorHash")::int AS "visitors", count(DISTINCT e."sessionId")::int AS "sessions"
      ${queryKey ? sql`, ${queryKey} AS "queryKey"` : Prisma.empty}
    FROM "AnalyticsEvent" e
    WHERE ${isWithin(range)} AND e."eventType" = ANY(${[...eventTypes]}) AND ${where} AND ${condition}
    GROUP BY 1, 2, ${queryKey ? sql`"queryKey"` : sql`3`}`;
}
