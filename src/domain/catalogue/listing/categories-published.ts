import "server-only";
import { cached } from "@/lib/cache/cache";
import { db } from "@/lib/db";
import { getCatalogueIndex } from "../listing-index/current";
import { countByCategory } from "../listing-index/selection";
import { VISIBLE_CATEGORY, VISIBLE_ROW } from "../published-sql";
import { findPathTo } from "../rules";
import type { CategoryNode } from "../schema";

type Row = Omit<CategoryNode, "children"> & { parentId: string | null };

/** Lists the visible categories as a tree; `productCount` includes the products of descendants. */
export const listCategories = cached(
  "catalogue",
  "categories",
  async (): Promise<CategoryNode[]> => {
    const [rows, counts] = await Promise.all([
      db.$queryRaw<Omit<Row, "productCount">[]>`
        SELECT c."id", c."slug", c."name", c."nameAr", c."description", c."descriptionAr", c."imageUrl", c."icon", c."parentId"
        FROM "Category" c WHERE ${VISIBLE_CATEGORY} ORDER BY c."order", c."name"`,
      countVisibleProducts(),
    ]);
    const counted = rows.map((row) => ({ ...row, productCount: counts.get(row.id) ?? 0 }));
    return buildTree(counted, null);
  },
);

/** The number of visible products by the id of their own category. */
export async function countVisibleProducts(): Promise<Map<string, number>> {
  const index = await getCatalogueIndex();
  if (index) return countByCategory(index.columns);
  const rows = await db.$queryRaw<{ categoryId: string; count: number }[]>`
    SELECT r."categoryId", count(*)::int AS "count" FROM "ListingRow" r WHERE ${VISIBLE_ROW} GROUP BY 1`;
  return new Map(rows.map(({ categoryId, count }) => [categoryId, count]));
}

function buildTree(rows: readonly Row[], id: string | null): CategoryNode[] {
  return rows
    .filter((row) => row.parentId === id)
    .map(({ parentId: _, ...row }) => {
      const children = buildTree(rows, row.id);
      const below = children.reduce((sum, child) => sum + child.productCount, 0);
      return { ...row, productCount: row.productCount + below, children };
    });
}

/** Finds the path from the top category to the visible category `slug`; empty where there is none. */
export async function findCategoryPath(slug: string): Promise<CategoryNode[]> {
  return findPathTo(await listCategories(), slug);
}

/** Finds the present slug of the visible category that an old slug redirects to. */
export async function findCategoryRedirect(slug: string): Promise<string | null> {
  const [target] = await db.$queryRaw<{ slug: string }[]>`
    SELECT c."slug" FROM "SlugRedirect" r JOIN "Category" c ON c."id" = r."categoryId"
    WHERE r."slug" = ${slug} AND ${VISIBLE_CATEGORY}`;
  return target?.slug ?? null;
}
