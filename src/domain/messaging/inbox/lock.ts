import "server-only";
import { assertCurrentVersion } from "@/domain/audit/stale-version";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { TriageState } from "./rules";
import { getMessageState } from "./thread-queries";

export const AUDIT_ENTITY = { entityType: "ContactMessage" } as const;

export interface LockedMessage extends TriageState {
  id: string;
  reference: number;
  version: number;
  name: string;
  email: string | null;
  phone: string | null;
  subject: string | null;
  message: string;
  locale: "FR" | "AR";
  productId: string | null;
  createdAt: Date;
}

/** Locks the row until the transaction ends. @throws NOT_FOUND */
export async function lockMessage(tx: Transaction, id: string): Promise<LockedMessage> {
  const [message] = await lockMessages(tx, [id]);
  if (!message) throw new AppError("NOT_FOUND", { message: "Ce message n'existe plus." });
  return message;
}

/** Locks the rows in the order of their ids, so that two transactions on the same rows cannot deadlock. */
export function lockMessages(tx: Transaction, ids: readonly string[]): Promise<LockedMessage[]> {
  return tx.$queryRaw<LockedMessage[]>`
    SELECT "id", "reference", "version", "name", "email", "phone", "subject", "message", "locale"::text, "productId", "createdAt",
      "status"::text, "waitingSince", "isSpam", "isDoubtful", "assignedToId"
    FROM "ContactMessage" WHERE "id" = ANY(${[...ids]}::text[]) ORDER BY "id" FOR UPDATE`;
}

/** @throws PRECONDITION_REQUIRED, CONFLICT as `assertCurrentVersion` */
export function assertVersion(
  tx: Transaction,
  { id, version }: LockedMessage,
  seen: number | undefined,
): Promise<void> {
  return assertCurrentVersion(tx, {
    seen,
    present: version,
    entries: { ...AUDIT_ENTITY, entityId: id },
    getCurrent: () => getMessageState(id, tx),
    message: (editor) =>
      `${editor} s'est occupé de ce message entre-temps. Relisez-le, puis recommencez.`,
  });
}

/** The state for the audit log: user names instead of ids, and no data of the customer. */
export function toAuditSnapshot(
  { status, waitingSince, isSpam, isDoubtful }: TriageState,
  assignedTo: string | null,
) {
  return { status, waitingSince, isSpam, isDoubtful, assignedTo };
}
