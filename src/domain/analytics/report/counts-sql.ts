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
  /** Groups values that count as one; by default the third column, which is the value. */
  key?: Prisma.Sql;
}

const TEXT = sql`e."metadata" ->> 'q'`;
/** Spellings of a search count as one, under the first of them. Texts that look personal are not stored and not counted. */
const SEARCH = { value: sql`min(${TEXT})`, key: sql`shop_query_key(${TEXT})` };
const IS_EMPTY = sql`e."metadata" ->> 'total' = '0'`;

/** What events are counted by. The rollups hold the same values. */
const DIMENSIONS = {
  total: { value: sql`''` },
  product: { value: sql`coalesce(e."productId", '')` },
  category: { value: sql`coalesce(e."categoryId", '')` },
  page: { value: sql`coalesce(e."page", '')` },
  source: { value: sql`coalesce(e."source", '')` },
  medium: { value: sql`coalesce(e."medium", '')` },
  campaign: { value: sql`coalesce(e."campaign", '')` },
  device: { value: sql`coalesce(e."device", '')` },
  locale: { value: sql`coalesce(e."locale"::text, '')` },
  town: { value: sql`coalesce(e."town", '')` },
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
 * Selects "day", "eventType", "value", "events", "visitors" and "sessions" of a range. A visitor counts once per day, since hashes
 * change each day, so that rolled up days and days counted here add up.
 */
export function selectCounts(options: CountOptions, range: Range): Prisma.Sql {
  const { dimension, eventTypes, condition, firstRawDay } = options;
  const firstRaw = startOfShopDay(firstRawDay);
  if (condition) return countEvents(options, range, condition);
  const rolledUp = sql`
    SELECT "day", "eventType", "value", "events", "visitors", "sessions" FROM "AnalyticsDaily"
    WHERE "dimension" = ${dimension} AND "eventType" = ANY(${[...eventTypes]})
      AND "day" >= (${range.from}::timestamptz AT TIME ZONE ${SHOP_TIME_ZONE})::date
      AND "day" < (least(${range.to}::timestamptz, ${firstRaw}::timestamptz) AT TIME ZONE ${SHOP_TIME_ZONE})::date`;
  if (firstRaw >= range.to) return rolledUp;
  const from = new Date(Math.max(firstRaw.getTime(), range.from.getTime()));
  const raw = countEvents(options, { from, to: range.to }, sql`true`);
  return firstRaw <= range.from ? raw : sql`${rolledUp} UNION ALL ${raw}`;
}

function countEvents(
  { dimension, eventTypes }: CountOptions,
  range: Range,
  condition: Prisma.Sql,
): Prisma.Sql {
  const { value, where = sql`true`, key = sql`3` }: DimensionSql = DIMENSIONS[dimension];
  return sql`
    SELECT ${EVENT_DAY} AS "day", e."eventType", ${value} AS "value", count(*)::int AS "events",
      count(DISTINCT e."visitorHash")::int AS "visitors", count(DISTINCT e."sessionId")::int AS "sessions"
    FROM "AnalyticsEvent" e
    WHERE ${isWithin(range)} AND e."eventType" = ANY(${[...eventTypes]}) AND ${where} AND ${condition}
    GROUP BY 1, 2, ${key}`;
}
