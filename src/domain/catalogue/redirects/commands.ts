import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { createId } from "@/lib/id";
import { VISIBLE, VISIBLE_CATEGORY } from "../published-sql";

/**
 * A redirect answers wherever no visible page has its slug. A new owner of the slug therefore does not delete the redirect: while
 * the owner is a draft, hidden or in the trash, the old link keeps working. A redirect ends with its target, or when the target
 * takes the slug back. A redirect to a visible target is replaced only for an owner that customers see at this address.
 */

const { sql } = Prisma;

const productIsVisible = (id: Prisma.Sql) =>
  sql`EXISTS (SELECT 1 FROM "Product" p WHERE p."id" = ${id} AND ${VISIBLE})`;

const categoryIsVisible = (id: Prisma.Sql) =>
  sql`EXISTS (SELECT 1 FROM "Category" c WHERE c."id" = ${id} AND ${VISIBLE_CATEGORY})`;

/** Call before the product changes. `former` is its present slug, if that slug shall redirect to the product; otherwise null. */
export async function moveProductAddress(
  tx: Transaction,
  productId: string,
  slug: string,
  former: string | null,
): Promise<void> {
  await tx.$executeRaw`
    WITH freed AS (DELETE FROM "SlugRedirect" WHERE "slug" = ${slug} AND "productId" = ${productId})
    INSERT INTO "SlugRedirect" AS r ("id", "slug", "productId")
    SELECT ${createId()}, ${former}::text, ${productId} WHERE ${former}::text IS NOT NULL
    ON CONFLICT ("slug") WHERE "productId" IS NOT NULL DO UPDATE SET "productId" = EXCLUDED."productId"
    WHERE ${productIsVisible(sql`${productId}`)} OR NOT ${productIsVisible(sql`r."productId"`)}`;
}

/** Call before the category `id` changes or is deleted. Redirects `former`, its present slug, to `targetId`. */
export async function redirectCategory(
  tx: Transaction,
  id: string,
  former: string,
  targetId: string,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "SlugRedirect" AS r ("id", "slug", "categoryId") VALUES (${createId()}, ${former}, ${targetId})
    ON CONFLICT ("slug") WHERE "categoryId" IS NOT NULL DO UPDATE SET "categoryId" = EXCLUDED."categoryId"
    WHERE ${categoryIsVisible(sql`${id}`)} OR NOT ${categoryIsVisible(sql`r."categoryId"`)}`;
}

const MAX_ATTEMPTS = 5;

/** Repeats `create`, which chooses a new automatic slug each time, while another request takes the chosen slug first. */
export async function retryOnTakenSlug<T>(
  isAutomatic: boolean,
  create: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await create();
    } catch (error) {
      const isTaken =
        error instanceof AppError && error.code === "CONFLICT" && "slug" in (error.details ?? {});
      if (!isTaken || !isAutomatic || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}
