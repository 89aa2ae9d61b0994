import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";

/**
 * Sets the views of all products in one statement, which changes only rows whose number differs. `views` selects `productId` and `views`;
 * a product that it leaves out has none. Returns the number of changed products.
 */
export function updateViewCounts(tx: Transaction, views: Prisma.Sql): Promise<number> {
  // Locked in the order in which other commands lock products.
  const changed = Prisma.sql`
    SELECT o."id", coalesce(v."views", 0) AS "views" FROM "Product" o LEFT JOIN (${views}) v ON v."productId" = o."id"
    WHERE o."viewCount" <> coalesce(v."views", 0)
    ORDER BY o."id" FOR NO KEY UPDATE OF o`;
  return tx.$executeRaw`
    WITH changed AS MATERIALIZED (${changed})
    UPDATE "Product" p SET "viewCount" = c."views" FROM changed c WHERE p."id" = c."id"`;
}
