import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Locale } from "@/lib/i18n/locale";
import type { ProductSort } from "./schema";

const { sql } = Prisma;

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

/** Customers see the product of the listing row `r`. */
export const VISIBLE_ROW = sql`r."isListed" AND r."publishAt" <= now() AND (r."unpublishAt" IS NULL OR r."unpublishAt" > now())
  AND NOT ARRAY[r."categoryId"] <@ ${HIDDEN_CATEGORIES}`;

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
