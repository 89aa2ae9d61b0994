import "server-only";
import { cached } from "@/lib/cache/cache";
import { db } from "@/lib/db";
import { VISIBLE, VISIBLE_CATEGORY } from "../published-sql";
import { findPathTo } from "../rules";
import type { CategoryNode } from "../schema";

type Row = Omit<CategoryNode, "children"> & { parentId: string | null };

/** The visible categories as a tree, with the number of visible products in and below each. One statement. */
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
    return childrenOf(rows, null);
  },
);

function childrenOf(rows: readonly Row[], id: string | null): CategoryNode[] {
  return rows
    .filter((row) => row.parentId === id)
    .map(({ parentId: _, ...row }) => {
      const children = childrenOf(rows, row.id);
      const below = children.reduce((sum, child) => sum + child.productCount, 0);
      return { ...row, productCount: row.productCount + below, children };
    });
}

/** The way down to a category, itself last; empty when there is none for customers. */
export async function findCategoryPath(slug: string): Promise<CategoryNode[]> {
  return findPathTo(await listCategories(), slug);
}

/** The present slug of a visible category that once had this one. */
export async function findCategoryRedirect(slug: string): Promise<string | null> {
  const [moved] = await db.$queryRaw<{ slug: string }[]>`
    SELECT c."slug" FROM "SlugRedirect" r JOIN "Category" c ON c."id" = r."categoryId"
    WHERE r."slug" = ${slug} AND ${VISIBLE_CATEGORY}`;
  return moved?.slug ?? null;
}
