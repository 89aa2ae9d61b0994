import "server-only";
import { db } from "@/lib/db";
import type { AnalyticsFilter } from "./filter-schema";

/** Finds the names of the products, categories and campaigns that filters mention: id → name. */
export async function findNames(
  filters: readonly AnalyticsFilter[],
): Promise<ReadonlyMap<string, string>> {
  const ids = filters.flatMap(({ product = [], category = [], campaign = [] }) => [
    ...product,
    ...category,
    ...campaign,
  ]);
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    SELECT "id", "name" FROM "Product" WHERE "id" = ANY(${ids})
    UNION ALL SELECT "id", "name" FROM "Category" WHERE "id" = ANY(${ids})
    UNION ALL SELECT "id", "subject" FROM "Campaign" WHERE "id" = ANY(${ids})`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
