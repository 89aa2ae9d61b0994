import "server-only";
import { Prisma } from "@/generated/prisma/client";
import {
  type AnalyticsFilter,
  DIRECT,
  FILTER_PROPERTIES,
  type FilterProperty,
} from "./filter-schema";

const { sql } = Prisma;

/** Moments from `from` (included) to `to` (excluded). */
export interface Range {
  from: Date;
  to: Date;
}

/** The same for every event of a visit, or chosen by the visitor; the others describe single events. */
const VISIT_PROPERTIES: ReadonlySet<FilterProperty> = new Set([
  "source",
  "medium",
  "campaign",
  "device",
  "locale",
  "town",
  "returning",
]);

/** The condition that an event `e` itself has the properties. */
export function buildEventCondition(filter: AnalyticsFilter): Prisma.Sql {
  return all(list(filter).map(([property, values]) => buildCondition(property, values)));
}

/**
 * The condition that the visit of an event `e` has the properties: came so, and contains such a page, product, category or event
 * within the range.
 */
export function buildVisitCondition(filter: AnalyticsFilter, range: Range): Prisma.Sql {
  return all(
    list(filter).map(([property, values]) => {
      const condition = buildCondition(property, values);
      if (VISIT_PROPERTIES.has(property)) return condition;
      // In the inner query `e` is another event of the visit.
      return sql`e."sessionId" IN (SELECT e."sessionId" FROM "AnalyticsEvent" e WHERE ${isWithin(range)} AND ${condition})`;
    }),
  );
}

export function isWithin({ from, to }: Range): Prisma.Sql {
  return sql`e."createdAt" >= ${from} AND e."createdAt" < ${to}`;
}

function list(filter: AnalyticsFilter): [FilterProperty, readonly string[]][] {
  return FILTER_PROPERTIES.flatMap((property) => {
    const values = filter[property];
    return values ? [[property, values]] : [];
  });
}

function all(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : sql`true`;
}

function buildCondition(property: FilterProperty, values: readonly string[]): Prisma.Sql {
  switch (property) {
    case "source":
      return sql`coalesce(e."source", ${DIRECT}) = ANY(${values})`;
    case "medium":
      return sql`e."medium" = ANY(${values})`;
    case "campaign":
      return sql`e."campaign" = ANY(${values})`;
    case "device":
      return sql`e."device" = ANY(${values})`;
    case "locale":
      return sql`e."locale"::text = ANY(${values.map((value) => value.toUpperCase())})`;
    case "town":
      return sql`e."town" = ANY(${values})`;
    case "returning":
      return sql`e."isReturning" = ANY(${values.map((value) => value === "oui")})`;
    case "page":
      return sql`e."page" = ANY(${values})`;
    case "product":
      return sql`e."productId" = ANY(${values})`;
    case "category":
      return sql`e."categoryId" IN (
        WITH RECURSIVE down AS (
          SELECT c."id" FROM "Category" c WHERE c."id" = ANY(${values})
          UNION SELECT c."id" FROM "Category" c JOIN down ON c."parentId" = down."id"
        ) SELECT "id" FROM down)`;
    case "event":
      return sql`e."eventType" = ANY(${values})`;
  }
}
