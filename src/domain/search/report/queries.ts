import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { SHOP_TIME_ZONE } from "@/lib/format/time-zone";
import { toIsoSql } from "@/lib/iso-sql";
import type {
  IgnoredSearch,
  ReportQuery,
  SearchFigures,
  TopSearch,
  UnansweredSearch,
} from "./schema";

const MAX_LISTED = 100;
const MAX_TOP = 20;

/** The searches of the period as `s`, each with its click as `c`. */
function selectSearches({ days, locale }: ReportQuery): Prisma.Sql {
  const today = Prisma.sql`date_trunc('day', now() AT TIME ZONE ${SHOP_TIME_ZONE})`;
  return Prisma.sql`
    FROM "AnalyticsEvent" s
    LEFT JOIN "AnalyticsEvent" c ON c."eventType" = 'search_click' AND c."searchId" = s."searchId"
    WHERE s."eventType" = 'search'
      AND s."createdAt" >= (${today} - ${days - 1}::int * interval '1 day') AT TIME ZONE ${SHOP_TIME_ZONE}
      ${locale ? Prisma.sql`AND s."locale" = ${locale.toUpperCase()}::"Language"` : Prisma.empty}`;
}

const HAS_NO_RESULT = Prisma.sql`s."metadata" ->> 'total' = '0'`;

export async function getSearchFigures(query: ReportQuery): Promise<SearchFigures> {
  const [figures] = await db.$queryRaw<SearchFigures[]>`
    SELECT count(*)::int AS "searches", count(*) FILTER (WHERE ${HAS_NO_RESULT})::int AS "withoutResult",
      count(c."id")::int AS "withClick", avg((c."metadata" ->> 'position')::bigint)::float8 AS "meanPosition"
    ${selectSearches(query)}`;
  return figures ?? { searches: 0, withoutResult: 0, withClick: 0, meanPosition: null };
}

/** Lists the most frequent searches. Texts with the same folded form count as one. */
export function listTopSearches(query: ReportQuery): Promise<TopSearch[]> {
  return db.$queryRaw<TopSearch[]>`
    WITH texts AS (
      SELECT s."metadata" ->> 'q' AS "text", count(*) AS "searches", max(s."createdAt") AS "last",
        count(*) FILTER (WHERE ${HAS_NO_RESULT}) AS "withoutResult", count(c."id") AS "withClick"
      ${selectSearches(query)} AND s."metadata" ->> 'q' IS NOT NULL
      GROUP BY 1
    )
    SELECT (array_agg("text" ORDER BY "last" DESC))[1] AS "text", sum("searches")::int AS "searches",
      sum("withoutResult")::int AS "withoutResult", sum("withClick")::int AS "withClick"
    FROM texts GROUP BY shop_query_key("text") ORDER BY 2 DESC, max("last") DESC LIMIT ${MAX_TOP}`;
}

/**
 * Lists the searches whose last result was none, or approximate only, most frequent first. One that staff ignored stays away; one
 * that got a synonym or a rule comes back if it is searched again without result.
 */
export function listUnansweredSearches(query: ReportQuery): Promise<UnansweredSearch[]> {
  const isUnanswered = Prisma.sql`(${HAS_NO_RESULT} OR s."metadata" ->> 'isApproximate' = 'true')`;
  return db.$queryRaw<UnansweredSearch[]>`
    WITH texts AS (
      SELECT s."metadata" ->> 'q' AS "text", count(*) FILTER (WHERE ${isUnanswered}) AS "searches", max(s."createdAt") AS "last",
        bool_or(s."locale" = 'FR') AS "fr", bool_or(s."locale" = 'AR') AS "ar",
        (array_agg(${isUnanswered} ORDER BY s."createdAt" DESC, s."id"))[1] AS "isUnanswered",
        (array_agg(NOT ${HAS_NO_RESULT} ORDER BY s."createdAt" DESC, s."id"))[1] AS "isApproximate"
      ${selectSearches(query)} AND s."metadata" ->> 'q' IS NOT NULL
      GROUP BY 1
    ), groups AS (
      SELECT shop_query_key("text") AS "key", (array_agg("text" ORDER BY "last" DESC))[1] AS "text", sum("searches")::int AS "searches",
        max("last") AS "last",
        array_remove(ARRAY[CASE WHEN bool_or("fr") THEN 'fr' END, CASE WHEN bool_or("ar") THEN 'ar' END], NULL) AS "locales",
        (array_agg("isUnanswered" ORDER BY "last" DESC))[1] AS "isUnanswered",
        (array_agg("isApproximate" ORDER BY "last" DESC))[1] AS "isApproximate"
      FROM texts GROUP BY 1
    ), handled AS (
      SELECT shop_query_key(term) AS "key", "updatedAt" AS "at" FROM "SearchSynonym", unnest("terms") AS term
      UNION ALL SELECT "queryKey", "updatedAt" FROM "SearchRule"
      UNION ALL SELECT "queryKey", 'infinity' FROM "IgnoredSearch"
    )
    SELECT "text", "searches", ${toIsoSql(Prisma.sql`"last"`)} AS "lastSeenAt", "locales", "isApproximate"
    FROM groups WHERE "isUnanswered" AND NOT EXISTS (
      SELECT 1 FROM handled WHERE handled."key" = groups."key" AND handled."at" > groups."last")
    ORDER BY "searches" DESC, "last" DESC LIMIT ${MAX_LISTED}`;
}

/** Lists the ignored searches, the latest first. */
export function listIgnoredSearches(): Promise<IgnoredSearch[]> {
  return db.ignoredSearch.findMany({
    select: { id: true, query: true },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: MAX_LISTED,
  });
}
