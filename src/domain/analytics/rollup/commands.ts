import "server-only";
import { updateViewCounts } from "@/domain/catalogue/popularity/tx-commands";
import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import { startOfShopDay, toShopDay } from "@/lib/format/shop-day";
import { SHOP_TIME_ZONE } from "@/lib/format/time-zone";
import { EVENT_RETENTION_DAYS, FINAL_AFTER_HOURS, POPULAR_DAYS } from "./rules";

const TRANSACTION = { maxWait: 10_000, timeout: 120_000 };
/** Texts of searches are what visitors type: only the most frequent of a day stay. */
const MAX_QUERIES_PER_DAY = 500;

export interface RollupRun {
  days: number;
  products: number;
}

/**
 * Sums up the days whose events may have changed since they were summed up last, and counts the views of products. Running it again, or
 * twice at once, changes nothing.
 */
export async function rollUp(now = new Date()): Promise<RollupRun> {
  const days = await listOpenDays(now);
  for (const day of days) {
    await db.$transaction((tx) => rollUpDay(tx, day, now), TRANSACTION);
  }
  const views = selectViews(toShopDay(now));
  const products = await db.$transaction((tx) => updateViewCounts(tx, views), TRANSACTION);
  return { days: days.length, products };
}

/** The days that are not final: events may arrive until a day after they happened. Of the earlier days those that were missed. */
async function listOpenDays(now: Date): Promise<string[]> {
  const today = toShopDay(now);
  const rows = await db.$queryRaw<{ day: string }[]>`
    SELECT to_char(d, 'YYYY-MM-DD') AS "day"
    FROM generate_series(${today}::date - ${EVENT_RETENTION_DAYS}::int, ${today}::date, '1 day') AS d
    LEFT JOIN "AnalyticsRollupState" s ON s."day" = d::date
    WHERE s."day" IS NULL
      OR s."rolledUpAt" < (d + interval '1 day') AT TIME ZONE ${SHOP_TIME_ZONE} + ${FINAL_AFTER_HOURS}::int * interval '1 hour'
    ORDER BY d`;
  return rows.map(({ day }) => day);
}

async function rollUpDay(tx: Transaction, day: string, now: Date): Promise<void> {
  await tx.$executeRaw`SET LOCAL statement_timeout = '120s'`;
  // One process at a time, so that none inserts what another one just inserted.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('analytics-rollup'))`;
  const period: Period = { from: startOfShopDay(day), to: startOfShopDay(day, 1) };
  await tx.$executeRaw`DELETE FROM "AnalyticsDaily" WHERE "day" = ${day}::date`;
  await tx.$executeRaw`
    INSERT INTO "AnalyticsDaily" ("day", "dimension", "eventType", "value", "events", "visitors", "sessions")
    SELECT ${day}::date, ${FIGURES} ${countBy(period, [...FEW_VALUES, ...MANY_VALUES])} GROUP BY 2, 3, 4
    UNION ALL (
      SELECT ${day}::date, q."dimension", 'search', (array_agg(q."text" ORDER BY q."text"))[1], count(*),
        count(DISTINCT q."visitorHash"), count(DISTINCT q."sessionId")
      FROM (
        SELECT CASE WHEN "metadata" ->> 'total' = '0' THEN 'query_empty' ELSE 'query' END AS "dimension",
          "metadata" ->> 'q' AS "text", "visitorHash", "sessionId"
        FROM "AnalyticsEvent" WHERE ${isIn(period)} AND "eventType" = 'search' AND "metadata" ->> 'q' IS NOT NULL
      ) q
      GROUP BY q."dimension", shop_query_key(q."text") ORDER BY count(*) DESC, 4 LIMIT ${MAX_QUERIES_PER_DAY})`;
  await tx.$executeRaw`DELETE FROM "AnalyticsHourly" WHERE "hour" >= ${period.from} AND "hour" < ${period.to}`;
  await tx.$executeRaw`
    INSERT INTO "AnalyticsHourly" ("hour", "dimension", "eventType", "value", "events", "visitors", "sessions")
    SELECT date_trunc('hour', e."createdAt"), ${FIGURES} ${countBy(period, FEW_VALUES)} GROUP BY 1, 2, 3, 4`;
  await tx.analyticsRollupState.upsert({
    where: { day: new Date(day) },
    create: { day: new Date(day), rolledUpAt: now },
    update: { rolledUpAt: now },
  });
}

interface Period {
  from: Date;
  to: Date;
}

const isIn = ({ from, to }: Period) => Prisma.sql`"createdAt" >= ${from} AND "createdAt" < ${to}`;

const FIGURES = Prisma.sql`d."dimension", t."eventType", d."value", count(*), count(DISTINCT e."visitorHash"),
  count(DISTINCT e."sessionId")`;

/** Dimensions with their values; null leaves an event out. */
const FEW_VALUES = [
  `('total', '')`,
  `('category', e."categoryId")`,
  `('source', coalesce(e."source", ''))`,
  `('medium', coalesce(e."medium", ''))`,
  `('device', coalesce(e."device", ''))`,
  `('locale', coalesce(e."locale"::text, ''))`,
  `('town', coalesce(e."town", ''))`,
  `('page', coalesce(e."page", ''))`,
];
const MANY_VALUES = [`('product', e."productId")`, `('campaign', coalesce(e."campaign", ''))`];

function countBy(period: Period, dimensions: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    FROM "AnalyticsEvent" e
    CROSS JOIN LATERAL (VALUES ${Prisma.raw(dimensions.join(", "))}) AS d("dimension", "value")
    CROSS JOIN LATERAL (VALUES (e."eventType"), ('any')) AS t("eventType")
    WHERE ${isIn(period)} AND d."value" IS NOT NULL`;
}

/** The views of products in the last thirty days: visitors of each day. */
function selectViews(today: string): Prisma.Sql {
  return Prisma.sql`
    SELECT "value" AS "productId", sum("visitors")::int AS "views" FROM "AnalyticsDaily"
    WHERE "dimension" = 'product' AND "eventType" = 'product_view' AND "day" > ${today}::date - ${POPULAR_DAYS}::int
    GROUP BY 1`;
}
