import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { createId } from "@/lib/id";
import { VISIBLE, VISIBLE_CATEGORY } from "../published-sql";

/**
 * A redirect answers wherever no visible page has its slug, so a new owner of the slug never deletes it: as long as the owner is
 * a draft, hidden or in the trash, the old link keeps working. It ends with its target, or when its target takes the slug back.
 * An existing redirect to a visible target is replaced only on behalf of an owner that customers see at this address.
 */

const { sql } = Prisma;

const isVisibleProduct = (id: Prisma.Sql) =>
  sql`EXISTS (SELECT 1 FROM "Product" p WHERE p."id" = ${id} AND ${VISIBLE})`;

const isVisibleCategory = (id: Prisma.Sql) =>
  sql`EXISTS (SELECT 1 FROM "Category" c WHERE c."id" = ${id} AND ${VISIBLE_CATEGORY})`;

/** Call before the product changes: `former` is the slug that it has, and shall redirect from; null for none. */
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
    WHERE ${isVisibleProduct(sql`${productId}`)} OR NOT ${isVisibleProduct(sql`r."productId"`)}`;
}

/** Call before the category `id` changes or is deleted: from then on `former`, its present slug, redirects to `targetId`. */
export async function redirectCategory(
  tx: Transaction,
  id: string,
  former: string,
  targetId: string,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "SlugRedirect" AS r ("id", "slug", "categoryId") VALUES (${createId()}, ${former}, ${targetId})
    ON CONFLICT ("slug") WHERE "categoryId" IS NOT NULL DO UPDATE SET "categoryId" = EXCLUDED."categoryId"
    WHERE ${isVisibleCategory(sql`${id}`)} OR NOT ${isVisibleCategory(sql`r."categoryId"`)}`;
}

const MAX_ATTEMPTS = 5;

/** Runs a creation again when somebody else took its automatic slug in the meantime. `create` chooses the slug anew each time. */
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
