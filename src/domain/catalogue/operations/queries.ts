import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { toIsoSql } from "@/lib/iso-sql";
import { MAX_COUNTED, type Pagination, toPagination } from "@/lib/lists/pagination";
import type { ProductSnapshot } from "../products/record";
import { listChangeLines } from "./change-lines";
import type { ItemQuery, OperationItemRow, OperationQuery, OperationRow } from "./schema";

const { sql } = Prisma;

const COLUMNS = sql`o."id", o."kind"::text, o."state"::text, o."title", u."username" AS "userName",
  ${toIsoSql(sql`o."createdAt"`)} AS "createdAt", ${toIsoSql(sql`o."scheduledAt"`)} AS "scheduledAt",
  ${toIsoSql(sql`o."startedAt"`)} AS "startedAt", ${toIsoSql(sql`o."finishedAt"`)} AS "finishedAt",
  ${toIsoSql(sql`o."undoUntil"`)} AS "undoUntil", o."total", o."changed", o."unchanged", o."skipped", o."failed", o."undone",
  o."notUndone", o."fileName", o."error"`;

/** Lists operations, newest first. */
export async function listOperations(
  query: OperationQuery,
): Promise<{ items: OperationRow[]; pagination: Pagination }> {
  const { page, pageSize, kind } = query;
  const where = kind === undefined ? sql`TRUE` : sql`o."kind" = ${kind}::"OperationKind"`;
  const [items, [counted]] = await Promise.all([
    db.$queryRaw<OperationRow[]>`
      SELECT ${COLUMNS} FROM "ProductOperation" o LEFT JOIN "User" u ON u."id" = o."userId"
      WHERE ${where} ORDER BY o."createdAt" DESC, o."id" LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS "total" FROM (SELECT 1 FROM "ProductOperation" o WHERE ${where} LIMIT ${MAX_COUNTED}) AS found`,
  ]);
  return { items, pagination: toPagination(query, counted?.total ?? 0) };
}

export async function findOperation(
  id: string,
  tx: Transaction = db,
): Promise<OperationRow | null> {
  const [operation] = await tx.$queryRaw<OperationRow[]>`
    SELECT ${COLUMNS} FROM "ProductOperation" o LEFT JOIN "User" u ON u."id" = o."userId" WHERE o."id" = ${id}`;
  return operation ?? null;
}

/** @throws NOT_FOUND */
export async function getOperation(id: string, tx: Transaction = db): Promise<OperationRow> {
  const operation = await findOperation(id, tx);
  if (operation === null) throw new AppError("NOT_FOUND");
  return operation;
}

/** Lists the items of an operation in their order, with what they changed. @throws NOT_FOUND */
export async function listOperationItems(
  id: string,
  query: ItemQuery,
): Promise<{ items: OperationItemRow[]; pagination: Pagination }> {
  await getOperation(id);
  const { page, pageSize, state } = query;
  const where = sql`i."operationId" = ${id}
    ${state === undefined ? Prisma.empty : sql`AND i."state" = ${state}::"OperationItemState"`}`;
  const [items, [counted]] = await Promise.all([
    db.$queryRaw<StoredItemRow[]>`
      SELECT i."number", i."productId", i."label", i."state"::text, i."problems", i."before" -> 'live' AS "before",
        (SELECT json_object_agg(f."name", f."value") FROM jsonb_each(v."snapshot") AS f("name", "value")
          WHERE i."before" -> 'live' ? f."name" OR f."name" = 'basePrice') AS "after"
      FROM "ProductOperationItem" i
      LEFT JOIN "ProductVersion" v ON v."productId" = i."productId" AND v."version" = i."version"
      WHERE ${where} ORDER BY i."number" LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    db.$queryRaw<
      { total: number }[]
    >`SELECT count(*)::int AS "total" FROM "ProductOperationItem" i WHERE ${where}`,
  ]);
  return {
    items: items.map(({ before, after, ...item }) => ({
      ...item,
      changes:
        before && after ? listChangeLines({ basePrice: after.basePrice, ...before }, after) : [],
    })),
    pagination: toPagination(query, counted?.total ?? 0),
  };
}

/** `before` holds the changed fields; `after` those of the version that the operation wrote, and the price. */
type StoredItemRow = Omit<OperationItemRow, "changes"> & {
  before: Partial<ProductSnapshot> | null;
  after: Partial<ProductSnapshot> | null;
};

export interface ScheduledOperation {
  id: string;
  title: string;
  userName: string | null;
  scheduledAt: string;
}

/** Lists the operations that will change a product at a later date, the next one first. */
export function listScheduledOperations(productId: string): Promise<ScheduledOperation[]> {
  return db.$queryRaw<ScheduledOperation[]>`
    SELECT o."id", o."title", u."username" AS "userName", ${toIsoSql(sql`o."scheduledAt"`)} AS "scheduledAt"
    FROM "ProductOperationItem" i JOIN "ProductOperation" o ON o."id" = i."operationId"
    LEFT JOIN "User" u ON u."id" = o."userId"
    WHERE i."productId" = ${productId} AND o."state" = 'SCHEDULED' ORDER BY o."scheduledAt", o."id"`;
}
