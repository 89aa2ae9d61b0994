import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import { AuditEntry, type StaleVersion } from "./schema";

/** Named as the author of a change without an audit entry. */
export const UNKNOWN_EDITOR = "Quelqu'un";

/** Finds the editor and the time of the newest matching entry, for the response to a stale version. */
export async function findLastChange(
  tx: Transaction,
  where: Prisma.AuditLogWhereInput,
): Promise<Omit<StaleVersion<unknown>, "current">> {
  const entry = await tx.auditLog.findFirst({
    where,
    orderBy: { seq: "desc" },
    select: { userName: true, createdAt: true },
  });
  return {
    changedBy: entry?.userName ?? UNKNOWN_EDITOR,
    changedAt: (entry?.createdAt ?? new Date()).toISOString(),
  };
}

/** Finds who made the newest matching entry, for a job that ends what they started. */
export async function findLastEditor(
  where: Prisma.AuditLogWhereInput,
): Promise<{ id: string; name: string } | null> {
  const entry = await db.auditLog.findFirst({
    where,
    orderBy: { seq: "desc" },
    select: { userId: true, userName: true },
  });
  return entry && { id: entry.userId, name: entry.userName };
}

/** Lists the latest entries of a record, or of all records of a type. */
export function listTimeline(entityType: string, entityId: string | undefined, limit: number) {
  return listEntries({ entityType, entityId: entityId || undefined }, limit);
}

/** Lists entries, newest first. */
export async function listEntries(
  where: Prisma.AuditLogWhereInput,
  take: number,
  skip = 0,
): Promise<AuditEntry[]> {
  const rows = await db.auditLog.findMany({
    where,
    select: {
      id: true,
      createdAt: true,
      userId: true,
      userName: true,
      action: true,
      entityType: true,
      entityId: true,
      entityLabel: true,
      changes: true,
      requestId: true,
    },
    orderBy: [{ createdAt: "desc" }, { seq: "desc" }],
    take,
    skip,
  });
  return rows.map(({ createdAt, changes, ...row }) => {
    const { data, success } = AuditEntry.shape.changes.safeParse(changes ?? {});
    return { ...row, createdAt: createdAt.toISOString(), changes: data ?? {}, isReadable: success };
  });
}
