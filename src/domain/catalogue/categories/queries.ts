import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { countVisibleProducts } from "../listing/categories-published";
import { VISIBLE } from "../published-sql";
import { sortInTreeOrder } from "./rules";
import type { StaffCategory } from "./schema";

type Row = Omit<StaffCategory, "updatedAt"> & { updatedAt: Date };

const COLUMNS = Prisma.sql`
  c."id", c."version", c."slug", c."name", c."nameAr", c."description", c."descriptionAr", c."parentId", c."imageUrl",
  c."icon", c."order", c."isActive", c."updatedAt"`;

/** All categories, hidden ones too, parents before their children. The counts read indexes only. */
export async function listStaffCategories(): Promise<StaffCategory[]> {
  const [rows, visible] = await Promise.all([
    db.$queryRaw<Omit<Row, "visibleCount">[]>`
      SELECT ${COLUMNS}, coalesce(a."count" - coalesce(t."count", 0), 0) AS "productCount",
        coalesce(t."count", 0) AS "trashCount", coalesce(d."count", 0) AS "draftCount"
      FROM "Category" c
      LEFT JOIN (SELECT "categoryId", count(*)::int AS "count" FROM "Product" GROUP BY 1) AS a ON a."categoryId" = c."id"
      LEFT JOIN (SELECT "categoryId", count(*)::int AS "count" FROM "Product" WHERE "deletedAt" IS NOT NULL GROUP BY 1) AS t
        ON t."categoryId" = c."id"
      LEFT JOIN (
        SELECT "draft" ->> 'categoryId' AS "categoryId", count(*)::int AS "count" FROM "Product"
        WHERE "draft" ->> 'categoryId' IS NOT NULL AND "draft" ->> 'categoryId' <> "categoryId" GROUP BY 1
      ) AS d ON d."categoryId" = c."id"`,
    countVisibleProducts(),
  ]);
  const counted = rows.map((row) => ({ ...row, visibleCount: visible.get(row.id) ?? 0 }));
  return sortInTreeOrder(counted).map(({ depth: _, ...row }) => toStaffCategory(row));
}

export type CategoryInTree = Pick<StaffCategory, "id" | "name" | "parentId" | "order" | "isActive">;

/** All categories in the same order, without counts, for choices. */
export async function listCategoryTree(): Promise<CategoryInTree[]> {
  const rows = await db.category.findMany({
    select: { id: true, name: true, parentId: true, order: true, isActive: true },
  });
  return sortInTreeOrder(rows);
}

/** @throws NOT_FOUND */
export async function getStaffCategory(
  id: string,
  source: Transaction = db,
): Promise<StaffCategory> {
  const [row] = await source.$queryRaw<Row[]>`
    SELECT ${COLUMNS},
      (SELECT count(*)::int FROM "Product" p WHERE p."categoryId" = c."id" AND p."deletedAt" IS NULL) AS "productCount",
      (SELECT count(*)::int FROM "Product" p WHERE p."categoryId" = c."id" AND p."deletedAt" IS NOT NULL) AS "trashCount",
      (SELECT count(*)::int FROM "Product" p WHERE p."draft" ->> 'categoryId' = c."id" AND p."categoryId" <> c."id") AS "draftCount",
      (SELECT count(*)::int FROM "Product" p WHERE p."categoryId" = c."id" AND ${VISIBLE}) AS "visibleCount"
    FROM "Category" c WHERE c."id" = ${id}`;
  if (!row) throw new AppError("NOT_FOUND", { message: "Cette catégorie n'existe plus." });
  return toStaffCategory(row);
}

function toStaffCategory(row: Row): StaffCategory {
  return { ...row, updatedAt: row.updatedAt.toISOString() };
}
