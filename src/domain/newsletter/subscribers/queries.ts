import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { startOfShopDay } from "@/lib/format/shop-day";
import { SHOP_TIME_ZONE } from "@/lib/format/time-zone";
import { formatEmail } from "@/lib/input/email";
import { MAX_COUNTED, toPagination } from "@/lib/lists/pagination";
import {
  SUBSCRIBER_STATUSES,
  type Subscriber,
  type SubscriberFilters,
  type SubscriberQuery,
  type SubscriberStatus,
} from "./schema";

type Row = Omit<Subscriber, "subscribedAt" | "confirmedAt" | "unsubscribedAt"> & {
  subscribedAt: Date;
  confirmedAt: Date | null;
  unsubscribedAt: Date | null;
};

const COLUMNS = Prisma.sql`s."id", s."email", s."status"::text AS "status", s."locale"::text AS "locale", s."source",
  s."subscribedAt", s."confirmedAt", s."unsubscribedAt"`;
const LATEST_FIRST = Prisma.sql`ORDER BY s."subscribedAt" DESC, s."id" DESC`;

/** Lists subscribers, newest first. */
export async function listSubscribers(query: SubscriberQuery) {
  const { page, pageSize } = query;
  const where = buildFilter(query);
  const [rows, [counted]] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT ${COLUMNS} FROM "NewsletterSubscriber" s WHERE ${where} ${LATEST_FIRST}
      LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS "total" FROM (
        SELECT 1 FROM "NewsletterSubscriber" s WHERE ${where} ${LATEST_FIRST} LIMIT ${MAX_COUNTED}) counted`,
  ]);
  return { items: rows.map(toSubscriber), pagination: toPagination(query, counted?.total ?? 0) };
}

/** Yields all matching subscribers in parts, so that the whole list is never in memory. */
export async function* streamSubscribers(filters: SubscriberFilters, partSize = 2_000) {
  const where = buildFilter(filters);
  let after = Prisma.empty;
  for (;;) {
    const rows = await db.$queryRaw<Row[]>`
      SELECT ${COLUMNS} FROM "NewsletterSubscriber" s WHERE ${where} ${after} ${LATEST_FIRST} LIMIT ${partSize}`;
    if (rows.length > 0) yield rows.map(toSubscriber);
    const last = rows.at(-1);
    if (!last || rows.length < partSize) return;
    after = Prisma.sql`AND (s."subscribedAt", s."id") < (${last.subscribedAt}, ${last.id})`;
  }
}

export type StatusCounts = Record<SubscriberStatus, number>;

/** With `ORDER BY`, PostgreSQL counts each status off its index; without it, it reads the whole table. */
export async function countSubscribers(): Promise<StatusCounts> {
  const rows = await db.$queryRaw<{ status: SubscriberStatus; total: number }[]>`
    SELECT state::text AS "status", (
      SELECT count(*)::int FROM (
        SELECT 1 FROM "NewsletterSubscriber" s WHERE s."status" = state ${LATEST_FIRST} LIMIT 1000000) counted
    ) AS "total"
    FROM unnest(enum_range(NULL::"SubscriberStatus")) state`;
  const totalsByStatus = new Map(rows.map(({ status, total }) => [status, total]));
  return Object.fromEntries(
    SUBSCRIBER_STATUSES.map((status) => [status, totalsByStatus.get(status) ?? 0]),
  ) as StatusCounts;
}

export const GROWTH_STEPS = ["day", "week"] as const;
export type GrowthStep = (typeof GROWTH_STEPS)[number];

export interface GrowthPoint {
  /** First day of the interval, "2026-11-16". */
  day: string;
  joined: number;
  left: number;
  /** Confirmed subscribers at the end of the interval. */
  total: number;
}

const POINT_COUNT = { day: 30, week: 26 } as const;

/**
 * Adds up the consent ledger by day or week in the shop's time zone, including intervals without events. Computes the totals
 * backwards from `confirmedNow`.
 */
export async function listGrowth(step: GrowthStep, confirmedNow: number): Promise<GrowthPoint[]> {
  const last = Prisma.sql`date_trunc(${step}, now() AT TIME ZONE ${SHOP_TIME_ZONE})`;
  // Repeated in the statement: the planner cannot estimate a bound that comes from a CTE.
  const first = Prisma.sql`${last} - ${`${POINT_COUNT[step] - 1} ${step}`}::interval`;
  const points = await db.$queryRaw<Omit<GrowthPoint, "total">[]>`
    WITH steps AS (
      SELECT generate_series(${first}, ${last}, ${`1 ${step}`}::interval) AS "at"
    ), changes AS (
      SELECT date_trunc(${step}, "createdAt" AT TIME ZONE ${SHOP_TIME_ZONE}) AS "at",
        sum(greatest("delta", 0))::int AS "joined", -sum(least("delta", 0))::int AS "left"
      FROM "ConsentEvent"
      WHERE "createdAt" >= (${first}) AT TIME ZONE ${SHOP_TIME_ZONE} AND "delta" <> 0
      GROUP BY 1
    )
    SELECT to_char(steps."at", 'YYYY-MM-DD') AS "day", coalesce("joined", 0) AS "joined", coalesce("left", 0) AS "left"
    FROM steps LEFT JOIN changes ON changes."at" = steps."at" ORDER BY steps."at"`;
  let total = confirmedNow;
  return points
    .toReversed()
    .map((point) => {
      const pointWithTotal = { ...point, total: Math.max(0, total) };
      total -= point.joined - point.left;
      return pointWithTotal;
    })
    .toReversed();
}

function toSubscriber(row: Row): Subscriber {
  return {
    ...row,
    email: formatEmail(row.email),
    subscribedAt: row.subscribedAt.toISOString(),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    unsubscribedAt: row.unsubscribedAt?.toISOString() ?? null,
  };
}

function buildFilter({ q, status, locale, source, from, to }: SubscriberFilters): Prisma.Sql {
  const conditions = [
    q && Prisma.sql`s."email" LIKE ${`%${q.replace(/[\\%_]/g, "\\$&")}%`}`,
    status && Prisma.sql`s."status" = ${status}::"SubscriberStatus"`,
    locale && Prisma.sql`s."locale" = ${locale}::"Language"`,
    source && Prisma.sql`s."source" = ${source}`,
    from && Prisma.sql`s."subscribedAt" >= ${startOfShopDay(from)}`,
    to && Prisma.sql`s."subscribedAt" < ${startOfShopDay(to, 1)}`,
  ].filter((condition) => typeof condition === "object");
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`TRUE`;
}
