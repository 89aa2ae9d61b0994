import { randomUUID } from "node:crypto";
import type { Client } from "pg";

/** Inserts a category of three published products with a photo, at 100, 200 and 300 MAD. */
export async function insertPricedCategory(database: Client): Promise<string> {
  const id = `lot${randomUUID().slice(0, 8)}`;
  await database.query(`INSERT INTO "Category" ("id", "slug", "name") VALUES ($1, $1, $1)`, [id]);
  await database.query(
    `INSERT INTO "Product" ("id", "slug", "name", "description", "categoryId", "basePrice", "status", "publishAt")
     SELECT $1 || n, $1 || '-' || n, 'Essai ' || $1 || ' ' || n, 'Un produit pour cet essai.', $1, n * 100, 'ACTIVE',
       now() - interval '1 day' FROM generate_series(1, 3) AS n`,
    [id],
  );
  await database.query(
    `INSERT INTO "ProductImage" ("id", "productId", "url", "key", "width", "height", "bytes", "isPrimary")
     SELECT 'i' || p."id", p."id", i."url", i."key", i."width", i."height", i."bytes", true
     FROM "Product" p, (SELECT * FROM "ProductImage" ORDER BY "id" LIMIT 1) i WHERE p."categoryId" = $1`,
    [id],
  );
  return id;
}
