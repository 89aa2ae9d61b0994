import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { VISIBLE } from "../published-sql";
import { sortInTreeOrder } from "./rules";
import type { StaffCategory } from "./schema";

type Row = Omit<StaffCategory, "updatedAt"> & { updatedAt: Date };

const COLUMNS = Prisma.sql`
  c."id", c."version", c."slug", c."name", c."nameAr", c."description", c."descriptionAr", c."parentId", c."imageUrl",
  c."icon", c."order", c."isActive", c."updatedAt",
  (SELECT count(*)::int FROM "Product" p WHERE p."categoryId" = c."id" AND p."deletedAt" IS NULL) AS "productCount",
  (SELECT count(*)::int FROM "Product" p WHERE p."categoryId" = c."id" AND p."deletedAt" IS NOT NULL) AS "trashCount",
  (SELECT count(*)::int FROM "Product" p WHERE p."draft" ->> 'categoryId' = c."id" AND p."categoryId" <> c."id") AS "draftCount",
  (SELECT count(*)::int FROM "Product" p WHERE p."categoryId" = c."id" AND ${VISIBLE}) AS "visibleCount"`;

/** All categories, hidden ones too, parents before their children. */
export async function listStaffCategories(): Promise<StaffCategory[]> {
  const rows = await db.$queryRaw<Row[]>`SELECT ${COLUMNS} FROM "Category" c`;
  return sortInTreeOrder(rows).map(({ depth: _, ...row }) => toStaffCategory(row));
}

/** @throws NOT_FOUND */
export async function getStaffCategory(
  id: string,
  source: Transaction = db,
): Promise<StaffCategory> {
  const [row] = await source.$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM "Category" c WHERE c."id" = ${id}`;
  if (!row) throw new AppError("NOT_FOUND", { message: "Cette catégorie n'existe plus." });
  return toStaffCategory(row);
}

function toStaffCategory(row: Row): StaffCategory {
  return { ...row, updatedAt: row.updatedAt.toISOString() };
}
