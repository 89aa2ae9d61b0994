import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { cached } from "@/lib/cache/cache";
import { db } from "@/lib/db";
import { toIsoSql } from "@/lib/iso-sql";
import { VISIBLE } from "../published-sql";

const { sql, empty } = Prisma;

const BATCH_SIZE = 1_000;

/** The products with ids above `after`, up to and including `upTo`. Null: up to the last product, also one that is created later. */
export interface ProductRange {
  after: string;
  upTo: string | null;
  hasVisibleProducts: boolean;
}

/**
 * Divides all products into ranges of `size`. Hidden ones count, so that no product changes its range when one appears or disappears,
 * and so that an index of ids is all that the division reads.
 */
export const listProductRanges = cached(
  "catalogue",
  "sitemap-ranges",
  (size: number): Promise<ProductRange[]> => db.$queryRaw`
    WITH ends AS (
      SELECT "id" FROM (SELECT "id", row_number() OVER (ORDER BY "id") AS place FROM "Product") AS numbered
      WHERE place % ${size} = 0
      UNION ALL SELECT NULL
    ), ranges AS (
      SELECT coalesce(lag("id") OVER (ORDER BY "id" NULLS LAST), '') AS "after", "id" AS "upTo" FROM ends
    )
    SELECT "after", "upTo", EXISTS (
      SELECT FROM (SELECT * FROM "Product" WHERE "id" > "after" ORDER BY "id" LIMIT ${size}) AS p WHERE ${VISIBLE}
    ) AS "hasVisibleProducts"
    FROM ranges ORDER BY "upTo" NULLS LAST`,
);

export interface ProductAddress {
  slug: string;
  updatedAt: string;
  /** The same rule as `hasArabicText`. */
  hasArabic: boolean;
}

/** Reads the visible products of a range in batches, so that a range of any length needs the same memory. */
export async function* readProductAddresses(
  { after, upTo }: Pick<ProductRange, "after" | "upTo">,
  batchSize = BATCH_SIZE,
): AsyncGenerator<ProductAddress[]> {
  let last: string | undefined = after;
  while (last !== undefined) {
    const batch: (ProductAddress & { id: string })[] = await db.$queryRaw`
      SELECT p."id", p."slug", ${toIsoSql(sql`p."updatedAt"`, "s")} AS "updatedAt",
        concat(p."nameAr", p."descriptionAr", p."detailsAr") ~ '\\S' AS "hasArabic"
      FROM "Product" p
      WHERE p."id" > ${last} ${upTo === null ? empty : sql`AND p."id" <= ${upTo}`} AND ${VISIBLE}
      ORDER BY p."id" LIMIT ${batchSize}`;
    yield batch;
    last = batch.length < batchSize ? undefined : batch.at(-1)?.id;
  }
}
