import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Locale } from "@/lib/i18n/locale";
import type { ProductQuery, ProductSort } from "./schema";

const { sql, join, empty } = Prisma;

/** Uncorrelated, so that PostgreSQL evaluates it once per statement and keeps reading ordered indexes. */
const HIDDEN_CATEGORIES = sql`ARRAY(SELECT * FROM shop_hidden_categories())`;

/** Customers see the category `c`: neither it nor one of its ancestors is hidden. */
export const VISIBLE_CATEGORY = sql`c."id" <> ALL(${HIDDEN_CATEGORIES})`;

/**
 * Customers see the product `p`. The dates are compared with the clock, so no cron has to run first. The category is compared with
 * `<@`: for `<> ALL` the planner expects a third fewer rows and reads whole tables instead of ordered indexes.
 */
export const VISIBLE = sql`p."status" = 'ACTIVE' AND p."deletedAt" IS NULL
  AND p."publishAt" <= now() AND (p."unpublishAt" IS NULL OR p."unpublishAt" > now())
  AND NOT ARRAY[p."categoryId"] <@ ${HIDDEN_CATEGORIES}`;

/** Price and availability of `p` as customers read them. */
export const SHOWN_PRICE = sql`p."shownAvailability"::text AS "availability", p."shownPrice"::text AS "price",
  coalesce(p."shownPrice" <> p."shownPriceHigh", false) AS "priceFrom"`;

/** The columns of a product card of `p`. They look up an image per row, so use them for the few rows of a page only. */
export const CARD_COLUMNS = sql`
  p."slug", p."name", p."nameAr", p."saleUnit"::text, p."isNew", p."isFeatured", ${SHOWN_PRICE},
  trim_scale(p."unitSize")::text AS "unitSize", p."unitOfSize"::text, p."facts" -> 0 AS "keyFact", image.json AS "image"`;

export const CARD_JOINS = sql`
  LEFT JOIN LATERAL (
    SELECT json_build_object('url', i."url", 'altText', i."altText", 'altTextAr', i."altTextAr",
      'width', i."width", 'height', i."height", 'placeholder', i."placeholder") AS json
    FROM "ProductImage" i WHERE i."productId" = p."id" ORDER BY i."isPrimary" DESC, i."order" LIMIT 1
  ) AS image ON true`;

/** A partial index serves each order. Where a product has no Arabic name, "sortNameAr" holds the French one. */
export function buildOrderBy(sort: ProductSort, locale: Locale = "fr"): Prisma.Sql {
  return sort === "name" && locale === "ar" ? ARABIC_NAME_ORDER : ORDERS[sort];
}

const ARABIC_NAME_ORDER = sql`p."sortNameAr" COLLATE "C", p."id"`;

const ORDERS: Record<ProductSort, Prisma.Sql> = {
  newest: sql`p."publishAt" DESC, p."id"`,
  name: sql`p."sortName" COLLATE "C", p."id"`,
  price_asc: sql`p."shownPrice", p."id"`,
  price_desc: sql`p."shownPrice" DESC NULLS LAST, p."id"`,
  popular: sql`p."viewCount" DESC, p."id"`,
};

export type ListingFilters = Pick<
  ProductQuery,
  "featured" | "new" | "inStock" | "minPrice" | "maxPrice" | "option"
>;

/** Builds the conditions that apply to every facet: visibility, categories, flags and words. Null `categoryIds` are all categories. */
export function buildScope(
  filters: ListingFilters,
  categoryIds: readonly string[] | null,
  search: SearchMatches | null,
): Prisma.Sql {
  return join(
    [
      VISIBLE,
      categoryIds
        ? sql`p."categoryId" IN (${categoryIds.length ? join(categoryIds) : null})`
        : null,
      filters.featured === undefined ? null : sql`p."isFeatured" = ${filters.featured}`,
      filters.new === undefined ? null : sql`p."isNew" = ${filters.new}`,
      search && buildSearchFilter(search),
    ].filter((part) => part !== null),
    " AND ",
  );
}

/** The categories and SKUs that match the words of a search, beside the texts of the products. */
export interface SearchMatches {
  words: string;
  /** Categories whose name has these words, and their descendants. */
  categoryIds: string[];
  /** Products that have, or have a variation with, exactly this SKU. */
  productIds: string[];
}

/** A query of its own, run first, so that the planner has good estimates and skips conditions without matches. */
export function buildSearchMatchesQuery(words: string): Prisma.Sql {
  return sql`SELECT
    ARRAY(WITH RECURSIVE matching AS (
      SELECT c."id" FROM "Category" c WHERE shop_words(c."name" || ' ' || coalesce(c."nameAr", '')) @@ shop_query(${words})
      UNION
      SELECT c."id" FROM "Category" c JOIN matching m ON c."parentId" = m."id"
    ) SELECT "id" FROM matching) AS "categoryIds",
    ARRAY(SELECT "id" FROM "Product" WHERE "sku" = upper(btrim(${words}))
      UNION SELECT "productId" FROM "ProductVariation" WHERE "sku" = upper(btrim(${words}))) AS "productIds"`;
}

/** Matches the words in the product, in its category or an ancestor, or an exact SKU. */
function buildSearchFilter({ words, categoryIds, productIds }: SearchMatches): Prisma.Sql {
  const conditions = [
    sql`p."search" @@ shop_query(${words})`,
    categoryIds.length > 0 ? sql`p."categoryId" IN (${join(categoryIds)})` : null,
    productIds.length > 0 ? sql`p."id" IN (${join(productIds)})` : null,
  ].filter((condition) => condition !== null);
  return sql`(${join(conditions, " OR ")})`;
}

export const NO_FILTER = sql`true`;

export function buildStockFilter({ inStock }: ListingFilters): Prisma.Sql {
  if (inStock === undefined) return NO_FILTER;
  return inStock
    ? sql`p."shownAvailability" = 'IN_STOCK'`
    : sql`p."shownAvailability" <> 'IN_STOCK'`;
}

export function buildPriceFilter({ minPrice, maxPrice }: ListingFilters): Prisma.Sql {
  const bounds = [
    minPrice === undefined ? null : sql`p."shownPrice" >= ${minPrice.toFixed(2)}::numeric`,
    maxPrice === undefined ? null : sql`p."shownPrice" <= ${maxPrice.toFixed(2)}::numeric`,
  ].filter((part) => part !== null);
  return bounds.length === 0 ? NO_FILTER : join(bounds, " AND ");
}

/** Builds one condition per option name: any of its values, as a variation, a technical fact or the brand. */
export function buildOptionFilters({
  option,
}: ListingFilters): { name: string; condition: Prisma.Sql }[] {
  return Object.entries(option ?? {}).map(([name, values]) => {
    const asFact = values.map(
      (value) => sql`p."facts" @> ${JSON.stringify([{ name, value }])}::jsonb`,
    );
    const asBrand = name === BRAND ? sql`OR p."brand" IN (${join(values)})` : empty;
    return {
      name,
      condition: sql`(EXISTS (SELECT 1 FROM "ProductVariation" v WHERE v."productId" = p."id" AND v."isActive"
        AND v."name" = ${name} AND v."value" IN (${join(values)})) OR ${join(asFact, " OR ")} ${asBrand})`,
    };
  });
}

const BRAND = "Marque";

/** The variations, facts and brand of the product `b`, as rows (name, nameAr, value, valueAr, swatch). */
export const OPTION_ROWS = sql`
  SELECT v."name", v."nameAr", v."value", v."valueAr", v."swatch"
  FROM "ProductVariation" v WHERE v."productId" = b."id" AND v."isActive"
  UNION ALL
  SELECT f."name", f."nameAr", f."value", f."valueAr", NULL
  FROM jsonb_to_recordset(b."facts") AS f("name" text, "nameAr" text, "value" text, "valueAr" text)
  UNION ALL
  SELECT ${BRAND}, 'العلامة', b."brand", NULL, NULL WHERE b."brand" IS NOT NULL`;
