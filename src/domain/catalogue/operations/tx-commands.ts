import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { createId } from "@/lib/id";
import type { OperationState } from "./schema";

interface NewOperation {
  kind: "BULK" | "IMPORT";
  state: OperationState;
  title: string;
  spec: object;
  userId: string;
  scheduledAt?: Date | null;
  file?: { name: string; key: string; bytes: number };
}

export async function createOperation(tx: Transaction, operation: NewOperation): Promise<string> {
  const { kind, state, title, spec, userId, scheduledAt = null, file } = operation;
  const id = createId();
  await tx.productOperation.createMany({
    data: [
      {
        id,
        kind,
        state,
        title,
        spec: spec as Prisma.InputJsonObject,
        userId,
        scheduledAt,
        fileName: file?.name ?? null,
        fileKey: file?.key ?? null,
        fileBytes: file?.bytes ?? null,
      },
    ],
  });
  return id;
}

/** Adds an item for each product that still exists, in the order of the names, in one statement. Returns their number. */
export async function insertProductItems(
  tx: Transaction,
  operationId: string,
  productIds: readonly string[],
): Promise<number> {
  const count = await tx.$executeRaw`
    INSERT INTO "ProductOperationItem" ("operationId", "number", "productId", "label")
    SELECT ${operationId}, row_number() OVER (ORDER BY p."sortName", p."id"), p."id", p."name"
    FROM "Product" p WHERE p."id" = ANY(${[...productIds]}::text[])`;
  await addToTotal(tx, operationId, count);
  return count;
}

async function addToTotal(tx: Transaction, id: string, count: number): Promise<void> {
  await tx.productOperation.updateMany({ where: { id }, data: { total: { increment: count } } });
}
