import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { type ProductRecord, productForEdit, RECORD_COLUMNS } from "./product-record";
import type { ProductForEdit } from "./staff-schema";

const { sql } = Prisma;

/** A product as its editor shows it, the trash included; null when there is none. */
export async function findProductForEdit(id: string): Promise<ProductForEdit | null> {
  const [record] = await db.$queryRaw<ProductRecord[]>(
    sql`SELECT ${RECORD_COLUMNS} FROM "Product" p WHERE p."id" = ${id}`,
  );
  return record ? productForEdit(record) : null;
}
