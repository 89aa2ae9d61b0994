import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { EventType } from "../event";
import { type Dimension, selectCounts } from "./counts-sql";
import { REQUEST_TYPES } from "./figures";
import type { Range } from "./filter-sql";
import { LABELS } from "./labels-sql";
import type { TopCard } from "./schema";
import type { Scope } from "./scope";

const { sql } = Prisma;

interface TopSource {
  dimension: Dimension;
  eventType: EventType;
  /** Visitors count once per day; searches count each. */
  measure: "visitors" | "events";
  hasNoRequests?: true;
}

export const TOP_SOURCES: Record<TopCard, TopSource> = {
  products: { dimension: "product", eventType: "product_view", measure: "visitors" },
  unaskedProducts: {
    dimension: "product",
    eventType: "product_view",
    measure: "visitors",
    hasNoRequests: true,
  },
  categories: { dimension: "category", eventType: "product_view", measure: "visitors" },
  pages: { dimension: "page", eventType: "page_view", measure: "events" },
  searches: { dimension: "query", eventType: "search", measure: "events" },
  emptySearches: { dimension: "query_empty", eventType: "search", measure: "events" },
  sources: { dimension: "source", eventType: "page_view", measure: "visitors" },
  mediums: { dimension: "medium", eventType: "page_view", measure: "visitors" },
  campaigns: { dimension: "campaign", eventType: "page_view", measure: "visitors" },
  devices: { dimension: "device", eventType: "page_view", measure: "visitors" },
  locales: { dimension: "locale", eventType: "page_view", measure: "visitors" },
  towns: { dimension: "town", eventType: "page_view", measure: "visitors" },
};

/** Selects the counts of both ranges, with "isCurrent". */
export function selectBoth(
  { range, compared, condition, firstRawDay }: Scope,
  what: { dimension: Dimension; eventTypes: readonly EventType[] },
): Prisma.Sql {
  const select = (of: Range, isCurrent: boolean) => sql`
    SELECT ${isCurrent ? sql`true` : sql`false`} AS "isCurrent", c.* FROM (${selectCounts(
      { ...what, condition: condition(of), firstRawDay },
      of,
    )}) c`;
  const current = select(range, true);
  return compared ? sql`${current} UNION ALL ${select(compared, false)}` : current;
}

/** Selects the most frequent values of a card as rows of `TopRow`. */
export function selectTop(scope: Scope, card: TopCard, limit: number): Prisma.Sql {
  const { dimension, eventType, measure, hasNoRequests = false } = TOP_SOURCES[card];
  const isText = dimension === "query" || dimension === "query_empty";
  const counted = Prisma.raw(`"${measure}"`);
  const eventTypes = isText ? [eventType] : [eventType, ...REQUEST_TYPES];
  return sql`
    WITH counts AS (${selectBoth(scope, { dimension, eventTypes })}),
    top AS (
      SELECT ${isText ? sql`min("value") AS "value"` : sql`"value"`},
        coalesce(sum(${counted}) FILTER (WHERE "isCurrent" AND "eventType" = ${eventType}), 0)::int AS "count",
        coalesce(sum(${counted}) FILTER (WHERE NOT "isCurrent" AND "eventType" = ${eventType}), 0)::int AS "compared",
        coalesce(sum("events") FILTER (WHERE "isCurrent" AND "eventType" <> ${eventType}), 0)::int AS "requests"
      FROM counts WHERE ${dimension === "source" ? sql`true` : sql`"value" <> ''`} GROUP BY ${isText ? sql`"queryKey"` : sql`"value"`}
    )
    SELECT top."value", ${LABELS[dimension] ?? sql`NULL::text`} AS "label", "count",
      ${scope.compared ? sql`"compared"` : sql`NULL::int`} AS "compared", "requests"
    FROM top WHERE "count" > 0 AND ${hasNoRequests ? sql`"requests" = 0` : sql`true`}
    ORDER BY "count" DESC, "requests" DESC, "value" COLLATE "C" LIMIT ${limit}`;
}
