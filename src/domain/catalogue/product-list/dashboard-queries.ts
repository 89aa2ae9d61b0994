import "server-only";
import { db } from "@/lib/db";
import type { StaffProductFilters, StatusChip } from "../products/schema";
import { HAS_ARABIC, STATUS_CHIP } from "./sql";

/** What a product may lack; each name is also a filter of the staff list. */
export const GAPS = [
  "withoutImage",
  "withoutPrice",
  "withoutArabic",
  "outOfStock",
] as const satisfies (keyof StaffProductFilters)[];
type Gap = (typeof GAPS)[number];

export interface CatalogueCounts {
  chips: Partial<Record<StatusChip, number>>;
  /** Counted like the staff list: without the trash. */
  gaps: Record<Gap, number>;
}

/**
 * Counts the products of the dashboard in one statement that reads each table once. With OFFSET PostgreSQL computes the few bytes of each
 * product before it groups them, instead of sorting whole products.
 */
export async function countCatalogue(): Promise<CatalogueCounts> {
  const rows = await db.$queryRaw<({ chip: StatusChip; total: number } & Record<Gap, number>)[]>`
    SELECT "chip", count(*)::int AS "total",
      count(*) FILTER (WHERE NOT "hasImage")::int AS "withoutImage",
      count(*) FILTER (WHERE "lacksPrice")::int AS "withoutPrice",
      count(*) FILTER (WHERE NOT "hasArabic")::int AS "withoutArabic",
      count(*) FILTER (WHERE "isOut")::int AS "outOfStock"
    FROM (
      SELECT ${STATUS_CHIP} AS "chip", ${HAS_ARABIC} AS "hasArabic",
        p."basePrice" IS NULL AND NOT p."priceOnRequest" AS "lacksPrice",
        p."id" IN (SELECT "productId" FROM "ProductImage") AS "hasImage",
        p."id" IN (SELECT "productId" FROM "ProductVariation" WHERE "isActive" AND "stock" = 0) AS "isOut"
      FROM "Product" p OFFSET 0
    ) AS found
    GROUP BY 1`;
  const inUse = rows.filter(({ chip }) => chip !== "TRASH");
  const sum = (gap: Gap) => inUse.reduce((total, row) => total + row[gap], 0);
  return {
    chips: Object.fromEntries(rows.map(({ chip, total }) => [chip, total])),
    gaps: Object.fromEntries(GAPS.map((gap) => [gap, sum(gap)])) as Record<Gap, number>,
  };
}
