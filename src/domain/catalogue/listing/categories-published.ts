import "server-only";
import { cached } from "@/lib/cache/cache";
import { db } from "@/lib/db";
import { VISIBLE, VISIBLE_CATEGORY } from "../published-sql";
import { findPathTo } from "../rules";
import type { CategoryNode } from "../schema";

type Row = Omit<CategoryNode, "children"> & { parentId: string | null };

/** Lists the visible categories as a tree; `productCount` includes the products of descendants. */
export const listCategories = cached(
  "catalogue",
  "categories",
  async (): Promise<CategoryNode[]> => {
    const rows = await db.$queryRaw<Row[]>`
    SELECT c."id", c."slug", c."name", c."nameAr", c."description", c."descriptionAr", c."imageUrl", c."icon", c."parentId",
      (SELECT count(*)::int FROM "Product" p WHERE p."categoryId" = c."id" AND ${VISIBLE}) AS "productCount"
    FROM "Category" c
    WHERE ${VISIBLE_CATEGORY}
    ORDER BY c."order", c."name"`;
    return buildTree(rows, null);
  },
);

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
