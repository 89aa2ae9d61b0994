import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { StaffProductFilters, StaffProductQuery, StatusChip } from "../products/schema";

const { sql, join } = Prisma;

/** The rule of `getStatusChip`, in SQL. */
export const STATUS_CHIP = sql`CASE
  WHEN p."deletedAt" IS NOT NULL THEN 'TRASH'
  WHEN p."status" <> 'ACTIVE' THEN p."status"::text
  WHEN p."publishAt" > now() THEN 'SCHEDULED'
  WHEN p."unpublishAt" <= now() THEN 'INACTIVE'
  WHEN p."draft" IS NOT NULL THEN 'CHANGED'
  WHEN p."unpublishAt" IS NOT NULL THEN 'SCHEDULED'
  ELSE 'PUBLISHED' END`;

const NOT_IN_TRASH = sql`p."deletedAt" IS NULL`;

/** Conditions on indexed columns, so that PostgreSQL finds a rare status without reading the other products. */
const INDEXED: Record<StatusChip, Prisma.Sql> = {
  TRASH: sql`p."deletedAt" IS NOT NULL`,
  DRAFT: sql`${NOT_IN_TRASH} AND p."status" = 'DRAFT'`,
  ARCHIVED: sql`${NOT_IN_TRASH} AND p."status" = 'ARCHIVED'`,
  INACTIVE: sql`${NOT_IN_TRASH} AND p."status" IN ('INACTIVE', 'ACTIVE')`,
  PUBLISHED: sql`${NOT_IN_TRASH} AND p."status" = 'ACTIVE'`,
  CHANGED: sql`${NOT_IN_TRASH} AND p."status" = 'ACTIVE' AND p."draft" IS NOT NULL`,
  SCHEDULED: sql`${NOT_IN_TRASH} AND p."status" = 'ACTIVE'`,
};

/** Without a chip the filter leaves out only the trash. */
export function buildChipFilter(chip: StatusChip | undefined): Prisma.Sql {
  return chip === undefined ? NOT_IN_TRASH : sql`${INDEXED[chip]} AND ${STATUS_CHIP} = ${chip}`;
}

/** The ids that the words and the category of a filter stand for. They are read first, so that the planner has good estimates. */
export interface Scope {
  categoryIds: string[];
  /** Products that have, or have a variation with, exactly this SKU. */
  productIds: string[];
  /** For each word of the search, the values of `ListingRow.terms` of which a product needs one. */
  words: number[][];
  /** The values of `ListingRow.terms` for SKUs that begin with the whole search. */
  skus: number[];
}

const MIN_SKU_LENGTH = 3;
const MAX_SKUS = 1_000;

export function buildScopeColumns({ q, categoryId }: StaffProductFilters): Prisma.Sql {
  return sql`
    ARRAY(WITH RECURSIVE below AS (
      SELECT c."id" FROM "Category" c WHERE c."id" = ${categoryId ?? null}::text
      UNION SELECT c."id" FROM "Category" c JOIN below b ON c."parentId" = b."id"
    ) SELECT "id" FROM below) AS "categoryIds",
    ARRAY(SELECT "id" FROM "Product" WHERE "sku" = upper(${q ?? null}::text)
      UNION SELECT "productId" FROM "ProductVariation" WHERE "sku" = upper(${q ?? null}::text)) AS "productIds",
    coalesce((SELECT jsonb_agg(w."terms") FROM shop_query_terms(${q ?? null}::text) w), '[]') AS "words",
    ARRAY(SELECT t."id" * 8 FROM "SearchTerm" t, regexp_replace(shop_fold(${q ?? null}::text), '[^a-z0-9]', '', 'g') AS sku
      WHERE length(sku) >= ${MIN_SKU_LENGTH} AND t."word" >= sku AND t."word" < sku || chr(1114111) LIMIT ${MAX_SKUS}) AS "skus"`;
}

/** Builds every filter but the chip. Scalar subqueries run per row of an ordered list; a join would read whole tables. */
export function buildFilters(filters: StaffProductFilters, scope: Scope): Prisma.Sql {
  const parts = [
    filters.q ? buildWordsFilter(scope) : null,
    filters.categoryId === undefined
      ? null
      : sql`p."categoryId" = ANY(${scope.categoryIds}::text[])`,
    filters.availability === undefined
      ? null
      : sql`p."shownAvailability" = ${filters.availability}::"Availability"`,
    filters.outOfStock
      ? sql`${buildFirstId(sql`"ProductVariation" o`, sql`o."isActive" AND o."stock" = 0`)} IS NOT NULL`
      : null,
    filters.withoutPrice ? sql`p."basePrice" IS NULL AND NOT p."priceOnRequest"` : null,
    filters.withoutImage ? sql`${buildFirstId(sql`"ProductImage" o`, sql`true`)} IS NULL` : null,
    filters.withoutArabic ? sql`NOT ${HAS_ARABIC}` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? sql`true` : join(parts, " AND ");
}

function buildFirstId(table: Prisma.Sql, condition: Prisma.Sql): Prisma.Sql {
  return sql`(SELECT o."id" FROM ${table} WHERE o."productId" = p."id" AND ${condition} LIMIT 1)`;
}

/** A whole SKU finds its product only. */
function buildWordsFilter({ productIds, words, skus }: Scope): Prisma.Sql {
  if (productIds.length > 0) return sql`p."id" = ANY(${productIds}::text[])`;
  const bySku = sql`r."terms" && ${skus}::int[]`;
  const byWord = words.map((terms) => sql`r."terms" && ${terms}::int[]`);
  const condition = words.length === 0 ? bySku : sql`(${join(byWord, " AND ")}) OR ${bySku}`;
  return sql`p."id" IN (SELECT r."productId" FROM "ListingRow" r WHERE ${condition})`;
}

export const HAS_ARABIC = sql`(coalesce(p."nameAr", '') <> '' AND coalesce(p."descriptionAr", '') <> '')`;

/** An index serves each key in both directions. */
const SORT_KEYS: Record<StaffProductQuery["sort"], Prisma.Sql> = {
  updated: sql`p."updatedAt"`,
  name: sql`p."sortName" COLLATE "C"`,
  price: sql`coalesce(p."basePrice", -1)`,
  created: sql`p."createdAt"`,
  views: sql`p."viewCount"`,
};

export function buildStaffOrder({
  sort,
  order = sort === "name" ? "asc" : "desc",
}: StaffProductQuery) {
  const key = SORT_KEYS[sort];
  // The index on "updatedAt" has the ids in the opposite direction.
  const byId = (order === "asc") === (sort !== "updated") ? sql`p."id" ASC` : sql`p."id" DESC`;
  return order === "asc" ? sql`${key} ASC, ${byId}` : sql`${key} DESC, ${byId}`;
}
