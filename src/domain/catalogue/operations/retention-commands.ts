import "server-only";
import { db } from "@/lib/db";

const RETENTION_YEARS = 2;

/**
 * Deletes the former values and the file of operations that can no longer be undone, operations that ended two years ago, and files that
 * were never imported.
 */
export async function deleteOldOperations(): Promise<{ deleted: number }> {
  await db.$executeRaw`
    UPDATE "ProductOperationItem" i SET "plan" = NULL, "before" = NULL
    FROM "ProductOperation" o WHERE o."id" = i."operationId" AND (i."plan" IS NOT NULL OR i."before" IS NOT NULL)
      AND o."state" IN ('APPLIED', 'PARTIALLY_APPLIED', 'CANCELLED', 'UNDONE', 'FAILED')
      AND coalesce(o."undoUntil", o."finishedAt" + interval '30 days') < now()`;
  await db.$executeRaw`
    DELETE FROM "ProductImportRow" r USING "ProductOperation" o
    WHERE o."id" = r."operationId" AND coalesce(o."undoUntil", o."finishedAt" + interval '30 days') < now()`;
  await db.$executeRaw`
    DELETE FROM "ProductOperation"
    WHERE "state" IN ('UPLOADED', 'VALIDATED', 'REJECTED') AND "createdAt" < now() - interval '30 days'`;
  const deleted = await db.$executeRaw`
    DELETE FROM "ProductOperation" WHERE "finishedAt" < now() - ${RETENTION_YEARS} * interval '1 year'`;
  return { deleted };
}
