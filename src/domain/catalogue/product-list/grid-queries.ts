import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { pool } from "@/lib/db";
import type { StaffProductFilters } from "../products/schema";
import type { GridProduct, GridProducts } from "./grid-schema";
import { buildListCondition } from "./queries";

const MAX_GRID_PRODUCTS = 10_000;

/** Lists the products of a filter by name, outside the trash, with their variations, in one statement after the scope. */
export async function listGridProducts(filters: StaffProductFilters): Promise<GridProducts> {
  const condition = await buildListCondition(filters);
  const { text, values } = Prisma.sql`
    SELECT p."id", p."version", p."name", p."sku", p."brand", p."basePrice"::text, p."priceOnRequest", p."draft" IS NOT NULL AS "hasDraft",
      coalesce((SELECT json_agg(json_build_object('id', v."id", 'name', v."name", 'value', v."value",
          'priceModifier', v."priceModifier"::text, 'stock', v."stock", 'sku', v."sku") ORDER BY v."order", v."value", v."id")
        FROM "ProductVariation" v WHERE v."productId" = p."id"), '[]') AS "variations"
    FROM "Product" p WHERE p."deletedAt" IS NULL AND ${condition} ORDER BY p."sortName", p."id" LIMIT ${MAX_GRID_PRODUCTS + 1}`;
  const { rows } = await pool.query<GridProduct>({ text, values });
  return { products: rows.slice(0, MAX_GRID_PRODUCTS), hasMore: rows.length > MAX_GRID_PRODUCTS };
}
