import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { CARD_COLUMNS, CARD_JOINS, VISIBLE } from "../published-sql";
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

/** Finds the card of a product, visible to customers or not. */
export async function findStaffCard(id: string): Promise<StaffCard | null> {
  const [card] = await db.$queryRaw<StaffCard[]>`
    SELECT p."id", p."sku", coalesce(${VISIBLE}, false) AS "isVisible", ${CARD_COLUMNS}
    FROM "Product" p ${CARD_JOINS} WHERE p."id" = ${id}`;
  return card ?? null;
}

/** Lists the cards of the visible products among `ids`, in the order of `ids`. */
export function listVisibleCards(
  ids: readonly string[],
): Promise<(ProductCard & { id: string })[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db.$queryRaw`
    SELECT p."id", ${CARD_COLUMNS} FROM "Product" p ${CARD_JOINS}
    WHERE ${VISIBLE} AND p."id" IN (${Prisma.join([...ids])})
    ORDER BY array_position(${[...ids]}::text[], p."id")`;
}
