import "server-only";
import { assertCurrentVersion } from "@/domain/audit/stale-version";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { LeadFacts } from "./lead-events";
import type { LeadKind } from "./limits";
import { getLead } from "./queries";
import type { LeadState } from "./rules";

export const LEAD_AUDIT = { entityType: "Lead" } as const;

export interface LockedLead extends LeadFacts, LeadState {
  kind: LeadKind;
  reference: string;
  messageId: string | null;
  isSpam: boolean;
  version: number;
  createdAt: Date;
}

/** Locks the lead until the transaction ends. @throws NOT_FOUND */
export async function lockLead(tx: Transaction, id: string): Promise<LockedLead> {
  const [lead] = await lockLeads(tx, Prisma.sql`"id" = ${id} AND NOT "isSpam"`);
  if (!lead) throw new AppError("NOT_FOUND", { message: "Cette demande n'existe plus." });
  return lead;
}

export function lockLeadsOfMessages(
  tx: Transaction,
  messageIds: readonly string[],
): Promise<LockedLead[]> {
  return lockLeads(tx, Prisma.sql`"messageId" = ANY(${[...messageIds]}::text[])`);
}

/** In the order of their ids, so that two transactions cannot deadlock. */
function lockLeads(tx: Transaction, condition: Prisma.Sql): Promise<LockedLead[]> {
  return tx.$queryRaw<LockedLead[]>`
    SELECT "id", "kind"::text, "reference", "messageId", "isSpam", "version", "status"::text, "statusAt", "amount"::text, "note",
      "productId", "locale"::text, "page", "source", "medium", "campaign", "device", "visitorHash", "sessionId", "personId", "createdAt"
    FROM "Lead" WHERE ${condition} ORDER BY "id" FOR UPDATE`;
}

/** @throws PRECONDITION_REQUIRED, CONFLICT as `assertCurrentVersion` */
export function assertLeadVersion(
  tx: Transaction,
  { id, version }: LockedLead,
  seen: number | undefined,
): Promise<void> {
  return assertCurrentVersion(tx, {
    seen,
    present: version,
    entries: { ...LEAD_AUDIT, entityId: id },
    getCurrent: () => getLead(id, tx),
    message: (editor) =>
      `${editor} s'est occupé de cette demande entre-temps. Regardez-la, puis recommencez.`,
  });
}

/** For the audit log, without the words of the note: they may be about the customer, and entries cannot be deleted. */
export function toLeadSnapshot({ status, amount, note }: LeadState) {
  return { status, amount, hasNote: note !== null };
}
