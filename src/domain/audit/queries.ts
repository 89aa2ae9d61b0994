import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import type { StaleVersion } from "./schema";

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
