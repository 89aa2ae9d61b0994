import "server-only";
import { deleteEvents, insertEvents } from "@/domain/analytics/tx-commands";
import { audited, writeAudit, writeAudits } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { AUDIT_ENTITY, lockMessages, toAuditSnapshot } from "./inbox/lock";
import { applyMessagePatch, getAuditAction } from "./inbox/rules";
import {
  buildLeadEvents,
  getEventId,
  listAllEventIds,
  listWrongEventIds,
} from "./leads/lead-events";
import {
  assertLeadVersion,
  LEAD_AUDIT,
  type LockedLead,
  lockLead,
  toLeadSnapshot,
} from "./leads/lock";
import { getLead } from "./leads/queries";
import { applyLeadChange, followLeadStatus, getLeadAction, isSameLead } from "./leads/rules";
import type { Lead, LeadFilters, LeadPatch } from "./leads/schema";
import { formatReference } from "./reference";

/**
 * Changes the status, the amount or the note of a lead. A lead of a message takes its message along: an answered lead has an answered
 * message.
 * @throws PRECONDITION_REQUIRED, CONFLICT for a stale version, VALIDATION_ERROR for an amount without a sale
 */
export function updateLead(
  actor: Actor,
  id: string,
  { version, ...change }: LeadPatch,
): Promise<Lead> {
  const entry = { ...LEAD_AUDIT, action: "update_lead", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    // The message first, as the inbox does, so that two transactions cannot deadlock.
    const message = await lockMessageOf(tx, id);
    const before = await lockLead(tx, id);
    await assertLeadVersion(tx, before, version);
    const after = { ...before, ...applyLeadChange(before, change, new Date()) };
    assertAmountOfSale(change, after);
    if (isSameLead(before, after)) return { result: await getLead(id, tx), isUnchanged: true };
    const { status, statusAt, amount, note } = after;
    await tx.lead.update({
      where: { id },
      data: { status, statusAt, amount, note, version: { increment: 1 } },
      select: { id: true },
    });
    await writeEvents(tx, before, after);
    if (message && before.status !== status) await followLead(tx, actor, message, after);
    return {
      result: await getLead(id, tx),
      action: getLeadAction(before, after),
      entityLabel: before.reference,
      before: toLeadSnapshot(before),
      after: toLeadSnapshot(after),
    };
  });
}

async function lockMessageOf(tx: Transaction, id: string) {
  const lead = await tx.lead.findUnique({ where: { id }, select: { messageId: true } });
  if (!lead?.messageId) return null;
  const [message] = await lockMessages(tx, [lead.messageId]);
  return message ?? null;
}

function assertAmountOfSale({ amount }: LeadPatch, { status }: LockedLead): void {
  if (amount === undefined || amount === null || status === "SOLD") return;
  throw new AppError("VALIDATION_ERROR", {
    details: { amount: "Un montant va avec une vente : marquez d'abord la demande comme vendue." },
  });
}

async function writeEvents(tx: Transaction, before: LockedLead, after: LockedLead): Promise<void> {
  const isOtherAmount = before.amount !== after.amount;
  if (before.status === after.status && !isOtherAmount) return;
  // An event that exists is ignored, so that one with another amount goes first.
  const outdated = isOtherAmount ? [getEventId(after.id, "SOLD")] : [];
  await deleteEvents(tx, [...listWrongEventIds(after), ...outdated]);
  await insertEvents(tx, buildLeadEvents(after, new Date()));
}

async function followLead(
  tx: Transaction,
  actor: Actor,
  message: Awaited<ReturnType<typeof lockMessages>>[number],
  lead: LockedLead,
): Promise<void> {
  const status = followLeadStatus(message.status, lead.status);
  if (status === message.status) return;
  const next = applyMessagePatch(message, { status }, new Date());
  await tx.contactMessage.update({
    where: { id: message.id },
    data: {
      status: next.status,
      waitingSince: next.waitingSince,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  const user = message.assignedToId
    ? await tx.user.findUnique({ where: { id: message.assignedToId }, select: { username: true } })
    : null;
  const assignee = user?.username ?? null;
  await writeAudits(tx, actor, [
    {
      ...AUDIT_ENTITY,
      action: getAuditAction(message, next),
      entityId: message.id,
      entityLabel: formatReference(message.reference),
      before: toAuditSnapshot(message, assignee),
      after: toAuditSnapshot(next, assignee),
    },
  ]);
}

/** Deletes a click on WhatsApp with its note and its events. @throws CONFLICT for the lead of a message, which goes with its message */
export function deleteLead(actor: Actor, id: string): Promise<null> {
  const entry = { ...LEAD_AUDIT, action: "delete_lead", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const lead = await lockLead(tx, id);
    if (lead.messageId !== null) {
      throw new AppError("CONFLICT", {
        message: "Cette demande est un message : supprimez-le dans les messages.",
      });
    }
    await deleteEvents(tx, listAllEventIds(id));
    await tx.lead.delete({ where: { id }, select: { id: true } });
    const before = { status: lead.status, receivedAt: lead.createdAt };
    return { result: null, entityLabel: lead.reference, before, after: null };
  });
}

/** Writes the audit entry of an export. Masks the search text, which may name a customer. */
export async function recordLeadExport(
  actor: Actor,
  { q, ...filters }: LeadFilters,
): Promise<void> {
  const recorded = Object.entries(q ? { ...filters, q: "•••" } : filters);
  const changes = Object.fromEntries(
    recorded.map(([name, value]) => [name, { before: null, after: value }]),
  );
  await db.$transaction((tx) =>
    writeAudit(tx, actor, { ...LEAD_AUDIT, action: "export_leads" }, changes),
  );
}
