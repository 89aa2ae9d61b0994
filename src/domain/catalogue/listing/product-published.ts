import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { cached } from "@/lib/cache/cache";
import { db, pool } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { toIsoSql } from "@/lib/iso-sql";
import { findPlannedPrice, type PlannedChange } from "../bulk/published";
import { buildOrderBy } from "../listing-index/order-keys";
import { PUBLISHED, VISIBLE, VISIBLE_ROW } from "../published-sql";
import { toPublishedVariations, type VariationRecord } from "../rules";
import type { ProductCard, PublishedProduct } from "../schema";

const { sql, raw } = Prisma;

const NEWEST = raw(buildOrderBy("newest", "r"));

const toLinkSql = (category: string) =>
  raw(
    `CASE WHEN ${category}."id" IS NOT NULL THEN json_build_object('slug', ${category}."slug", 'name', ${category}."name", 'nameAr', ${category}."nameAr") END`,
  );

/**
 * Prepared once per connection. Its only value is the slug. One JSON value is read faster than thirty columns, and joins faster than a
 * recursive query: the database allows three levels of categories.
 */
const PRODUCT = sql`SELECT to_json("found") AS "found" FROM (
  SELECT p."slug", p."name", p."nameAr", p."description", p."descriptionAr", p."details", p."detailsAr",
    p."sku", p."brand", p."saleUnit"::text, trim_scale(p."unitSize")::text AS "unitSize", p."unitOfSize"::text,
    p."shownPrice"::text AS "price", p."shownPriceHigh"::text AS "highestPrice",
    CASE WHEN NOT p."priceOnRequest" THEN p."basePrice"::text END AS "basePrice",
    p."shownAvailability"::text AS "availability", p."facts", p."isNew", p."isFeatured", p."seoTitle", p."seoDescription",
    ${toIsoSql(sql`p."updatedAt"`, "s")} AS "updatedAt",
    (category."isActive" AND parent."isActive" IS NOT FALSE AND top."isActive" IS NOT FALSE AND ${PUBLISHED}) AS "visible",
    p."deletedAt" IS NOT NULL AS "trashed",
    json_build_array(${toLinkSql("top")}, ${toLinkSql("parent")}, ${toLinkSql("category")}) AS "categories",
    (SELECT json_agg(json_build_object('productId', p."id", 'scheduledAt', ${toIsoSql(sql`o."scheduledAt"`)}, 'changes', o."spec" -> 'changes')
      ORDER BY o."scheduledAt", o."id")
      FROM "ProductOperation" o JOIN "ProductOperationItem" i ON i."operationId" = o."id" AND i."productId" = p."id"
      WHERE o."state" = 'SCHEDULED' AND o."scheduledAt" > now() AND o."spec" -> 'changes' ? 'price') AS "planned",
    coalesce((SELECT json_agg(json_build_object('url', i."url", 'altText', i."altText", 'altTextAr', i."altTextAr",
      'width', i."width", 'height', i."height", 'placeholder', i."placeholder") ORDER BY i."isPrimary" DESC, i."order")
      FROM "ProductImage" i WHERE i."productId" = p."id"), '[]') AS "images",
    coalesce((SELECT json_agg(json_build_object('id', v."id", 'name', v."name", 'nameAr', v."nameAr", 'value', v."value",
      'valueAr', v."valueAr", 'swatch', v."swatch", 'imageUrl', v."imageUrl", 'priceModifier', v."priceModifier"::text, 'stock', v."stock",
      'sku', v."sku") ORDER BY v."order", v."value")
      FROM "ProductVariation" v WHERE v."productId" = p."id" AND v."isActive"), '[]') AS "variations"
  FROM "Product" p
  JOIN "Category" category ON category."id" = p."categoryId"
  LEFT JOIN "Category" parent ON parent."id" = category."parentId"
  LEFT JOIN "Category" top ON top."id" = parent."parentId"
  WHERE p."slug" = ${""}
) AS "found"`.text;

/**
 * Reads a visible product with its categories, images and variations.
 * @throws NOT_FOUND, or GONE for a product in the trash
 */
export async function readProduct(slug: string): Promise<PublishedProduct> {
  const { rows } = await pool.query<{ found: Row }>({
    name: "product",
    text: PRODUCT,
    values: [slug],
  });
  const row = rows[0]?.found;
  if (row?.trashed) throw new AppError("GONE");
  if (!row?.visible) throw new AppError("NOT_FOUND");
  const { visible: _, trashed: __, planned, variations, categories, ...product } = row;
  return {
    ...product,
    categories: categories.filter((category) => category !== null),
    variations: toPublishedVariations(product, variations),
    plannedPrice: planned && (await findPlannedPrice(planned)),
  };
}

/** The same for pages, cached. */
export const getProduct = cached("catalogue", "product", readProduct);

interface Row extends Omit<PublishedProduct, "categories" | "variations" | "plannedPrice"> {
  visible: boolean;
  trashed: boolean;
  planned: PlannedChange[] | null;
  /** From the top; null for missing levels. */
  categories: (PublishedProduct["categories"][number] | null)[];
  variations: VariationRecord[];
}

/** Finds the present slug of the visible product that an old slug redirects to. */
export async function findProductRedirect(slug: string): Promise<string | null> {
  const [target] = await db.$queryRaw<{ slug: string }[]>`
    SELECT p."slug" FROM "SlugRedirect" r JOIN "Product" p ON p."id" = r."productId" WHERE r."slug" = ${slug} AND ${VISIBLE}`;
  return target?.slug ?? null;
}

export interface InquiryProduct {
  id: string;
  slug: string;
  name: string;
  nameAr: string | null;
}

/** Finds the visible product of a customer's inquiry, by its present slug or an earlier one. Not cached: any slug may be asked for. */
export async function findInquiryProduct(slug: string): Promise<InquiryProduct | null> {
  const [product] = await db.$queryRaw<InquiryProduct[]>`
    SELECT p."id", p."slug", p."name", p."nameAr" FROM "Product" p
    WHERE (p."slug" = ${slug} OR p."id" = (SELECT r."productId" FROM "SlugRedirect" r WHERE r."slug" = ${slug} AND r."productId" IS NOT NULL)) AND ${VISIBLE}
    ORDER BY p."slug" = ${slug} DESC LIMIT 1`;
  return product ?? null;
}

interface CardRow {
  card: ProductCard;
}

/** Lists up to four other products of the same category, featured ones first. */
export const listRelatedProducts = cached(
  "catalogue",
  "related",
  async (slug: string): Promise<ProductCard[]> => {
    const rows = await db.$queryRaw<CardRow[]>`
      WITH product AS (SELECT "id", "categoryId" FROM "Product" WHERE "slug" = ${slug})
      SELECT r."card" FROM "ListingRow" r
      WHERE ${VISIBLE_ROW} AND r."categoryId" = (SELECT "categoryId" FROM product)
        AND r."productId" <> (SELECT "id" FROM product)
      ORDER BY r."isFeatured" DESC, r."publishAt" DESC, r."n" DESC LIMIT 4`;
    return rows.map(({ card }) => card);
  },
);

export const listFeaturedProducts = cached("catalogue", "featured", (limit: number) =>
  listNewestWhere(sql`r."isFeatured"`, limit),
);

export const listNewProducts = cached("catalogue", "new", (limit: number) =>
  listNewestWhere(sql`r."isNew"`, limit),
);

async function listNewestWhere(condition: Prisma.Sql, limit: number): Promise<ProductCard[]> {
  const rows = await db.$queryRaw<CardRow[]>`
    SELECT r."card" FROM "ListingRow" r
    WHERE ${VISIBLE_ROW} AND ${condition} ORDER BY ${NEWEST} LIMIT ${limit}`;
  return rows.map(({ card }) => card);
}

/** Lists the slugs of the newest visible products, for the pages that the build renders. */
export function listNewestSlugs(limit: number): Promise<{ slug: string }[]> {
  return db.$queryRaw`
    SELECT r."card" ->> 'slug' AS "slug" FROM "ListingRow" r
    WHERE ${VISIBLE_ROW} ORDER BY ${NEWEST} LIMIT ${limit}`;
}
