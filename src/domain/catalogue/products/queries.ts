import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { VISIBLE, VISIBLE_ROW } from "../published-sql";
import type { ProductCard } from "../schema";
import { type ProductRecord, RECORD_COLUMNS, toProductForEdit } from "./record";
import type { ProductForEdit } from "./schema";

const { sql } = Prisma;

/** Finds a product with its draft, in the trash too. */
export async function findProductForEdit(id: string): Promise<ProductForEdit | null> {
  const [record] = await db.$queryRaw<ProductRecord[]>(
    sql`SELECT ${RECORD_COLUMNS} FROM "Product" p WHERE p."id" = ${id}`,
  );
  return record ? toProductForEdit(record) : null;
}

export type StaffCard = ProductCard & { id: string; sku: string | null; isVisible: boolean };

interface CardRow {
  id: string;
  card: ProductCard;
}

/** Finds the card of a product, visible to customers or not. */
export async function findStaffCard(id: string): Promise<StaffCard | null> {
  const [row] = await db.$queryRaw<(CardRow & { sku: string | null; isVisible: boolean })[]>`
    SELECT p."id", p."sku", coalesce(${VISIBLE}, false) AS "isVisible", r."card"
    FROM "Product" p JOIN "ListingRow" r ON r."productId" = p."id" WHERE p."id" = ${id}`;
  if (!row) return null;
  const { card, ...own } = row;
  return { ...card, ...own };
}

/** Lists the cards of the visible products among `ids`, in the order of `ids`. */
export async function listVisibleCards(
  ids: readonly string[],
): Promise<(ProductCard & { id: string })[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<CardRow[]>`
    SELECT r."productId" AS "id", r."card" FROM "ListingRow" r
    WHERE ${VISIBLE_ROW} AND r."productId" = ANY(${[...ids]}::text[])
    ORDER BY array_position(${[...ids]}::text[], r."productId")`;
  return rows.map(({ id, card }) => ({ id, ...card }));
}
