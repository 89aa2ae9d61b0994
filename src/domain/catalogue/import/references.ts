import "server-only";
import { claimUploadsSql } from "@/domain/media/tx-commands";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import type { ProductReferences, ResolvedReferences } from "../products/checks";
import type { StoredImage } from "../products/record";

const { sql } = Prisma;

interface Owners {
  slugs: { slug: string; productId: string }[];
  redirects: { slug: string; productId: string }[];
  skus: { sku: string; productId: string }[];
  variationSkus: { sku: string; productId: string }[];
  categoryIds: string[];
  uploads: StoredImage[];
}

/** Resolves the references of many products in one statement. With `claims` it touches the uploads, as a save does. */
export async function resolveManyReferences(
  tx: Transaction,
  products: readonly { id: string | null; references: ProductReferences }[],
  { claims }: { claims: boolean },
): Promise<ResolvedReferences[]> {
  const all = products.map(({ references }) => references);
  const owners = await findOwners(tx, all, claims);
  const [slugs, redirects] = [toMap(owners.slugs, "slug"), toMap(owners.redirects, "slug")];
  const [skus, variationSkus] = [toMap(owners.skus, "sku"), toMap(owners.variationSkus, "sku")];
  const categories = new Set(owners.categoryIds);
  return products.map(({ id, references }) => {
    const isTaken = (map: ReadonlyMap<string, string>) => (value: string) =>
      map.has(value) && map.get(value) !== id;
    return {
      takenSlugs: references.slugs.filter(isTaken(slugs)),
      redirectedSlugs: references.slugs.filter(isTaken(redirects)),
      categoryExists: references.categoryId !== null && categories.has(references.categoryId),
      skuTaken: references.sku !== null && isTaken(skus)(references.sku),
      takenVariationSkus: references.variationSkus.filter(isTaken(variationSkus)),
      uploads: owners.uploads,
    };
  });
}

function toMap<K extends string>(
  rows: readonly ({ [P in K]: string } & { productId: string })[],
  key: K,
): ReadonlyMap<string, string> {
  return new Map(rows.map((row) => [row[key], row.productId]));
}

async function findOwners(
  tx: Transaction,
  all: readonly ProductReferences[],
  claims: boolean,
): Promise<Owners> {
  const list = (read: (references: ProductReferences) => readonly (string | null)[]) =>
    [...new Set(all.flatMap(read))].filter((value) => value !== null);
  const urls = list(({ imageUrls }) => imageUrls);
  const uploads = claims
    ? claimUploadsSql(urls)
    : sql`SELECT * FROM "Upload" WHERE "url" = ANY(${urls}::text[])`;
  const [owners] = await tx.$queryRaw<Owners[]>`
    WITH uploads AS (${uploads})
    SELECT
      coalesce((SELECT json_agg(json_build_object('slug', "slug", 'productId', "id")) FROM "Product"
        WHERE "slug" = ANY(${list(({ slugs }) => slugs)}::text[])), '[]') AS "slugs",
      coalesce((SELECT json_agg(json_build_object('slug', "slug", 'productId', "productId")) FROM "SlugRedirect"
        WHERE "productId" IS NOT NULL AND "slug" = ANY(${list(({ slugs }) => slugs)}::text[])), '[]') AS "redirects",
      coalesce((SELECT json_agg(json_build_object('sku', "sku", 'productId', "id")) FROM "Product"
        WHERE "sku" = ANY(${list(({ sku }) => [sku])}::text[])), '[]') AS "skus",
      coalesce((SELECT json_agg(json_build_object('sku', "sku", 'productId', "productId")) FROM "ProductVariation"
        WHERE "sku" = ANY(${list(({ variationSkus }) => variationSkus)}::text[])), '[]') AS "variationSkus",
      ARRAY(SELECT "id" FROM "Category" WHERE "id" = ANY(${list(({ categoryId }) => [categoryId])}::text[])) AS "categoryIds",
      coalesce((SELECT json_agg(json_build_object('url', u."url", 'key', u."key", 'width', u."width", 'height', u."height",
        'bytes', u."bytes", 'placeholder', u."placeholder", 'altText', NULL, 'altTextAr', NULL, 'isPrimary', false))
        FROM uploads u), '[]') AS "uploads"`;
  if (!owners) throw new Error("a SELECT without FROM answers one row");
  return owners;
}

/** What rows name their products by, and the products found. */
export interface FoundProducts {
  bySku: ReadonlyMap<string, string>;
  byId: ReadonlySet<string>;
  bySlug: ReadonlyMap<string, string>;
  byVariationSku: ReadonlyMap<string, string>;
}

export async function findProducts(
  tx: Transaction,
  values: readonly string[],
): Promise<FoundProducts> {
  const rows = await tx.$queryRaw<{ by: string; value: string; id: string }[]>`
    SELECT 'sku' AS "by", "sku" AS "value", "id" FROM "Product" WHERE "sku" = ANY(${[...values]}::text[])
    UNION ALL SELECT 'id', "id", "id" FROM "Product" WHERE "id" = ANY(${[...values]}::text[])
    UNION ALL SELECT 'slug', "slug", "id" FROM "Product" WHERE "slug" = ANY(${[...values]}::text[])
    UNION ALL SELECT 'variationSku', "sku", "productId" FROM "ProductVariation" WHERE "sku" = ANY(${[...values]}::text[])`;
  const toMap = (by: string) =>
    new Map(rows.filter((row) => row.by === by).map(({ value, id }) => [value, id]));
  return {
    bySku: toMap("sku"),
    byId: new Set(toMap("id").keys()),
    bySlug: toMap("slug"),
    byVariationSku: toMap("variationSku"),
  };
}

/** Finds the references that differ from numbers of the file by leading zeros only: "123" → "00123". */
export async function findZeroPaddedSkus(
  tx: Transaction,
  skus: readonly string[],
): Promise<Map<string, string>> {
  const numbers = skus.filter((sku) => /^[1-9]\d*$/.test(sku));
  if (numbers.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ sku: string; number: string }[]>`
    SELECT "sku", ltrim("sku", '0') AS "number" FROM (
      SELECT "sku" FROM "Product" WHERE "sku" COLLATE "C" >= '0' AND "sku" COLLATE "C" < '1'
      UNION ALL SELECT "sku" FROM "ProductVariation" WHERE "sku" COLLATE "C" >= '0' AND "sku" COLLATE "C" < '1'
    ) AS padded WHERE ltrim("sku", '0') = ANY(${numbers}::text[])`;
  return new Map(rows.map(({ sku, number }) => [number, sku]));
}
