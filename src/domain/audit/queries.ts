import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";

/** Finds the editor and the time of the newest matching entry, for the response to a stale version. */
export async function findLastChange(
  tx: Transaction,
  where: Prisma.AuditLogWhereInput,
): Promise<{ changedBy: string; changedAt: string }> {
  const entry = await tx.auditLog.findFirst({
    where,
    orderBy: { seq: "desc" },
    select: { userName: true, createdAt: true },
  });
  return {
    changedBy: entry?.userName ?? "Quelqu'un",
    changedAt: (entry?.createdAt ?? new Date()).toISOString(),
  };
}
