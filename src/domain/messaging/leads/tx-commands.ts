import "server-only";
import type { EventRow, Visit } from "@/domain/analytics/event";
import { deleteEvents, insertEvents } from "@/domain/analytics/tx-commands";
import { type AuditActor, writeAudits } from "@/domain/audit/tx-commands";
import type { MessageStatus } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { createId } from "@/lib/id";
import { formatReference } from "../reference";
import {
  buildLeadEvents,
  buildSubmitEvent,
  getSubmitEventId,
  listAllEventIds,
  listWrongEventIds,
  toVisitColumns,
} from "./lead-events";
import { LEAD_AUDIT, type LockedLead, lockLeadsOfMessages, toLeadSnapshot } from "./lock";
import { applyLeadChange, followMessageStatus, getLeadAction } from "./rules";

interface NewMessage {
  id: string;
  reference: number;
  productId: string | null;
  locale: "FR" | "AR";
  isSpam: boolean;
}

/** Makes the lead of a new message, and its event unless it is spam. `visit` is null for a visitor who is not counted. */
export async function createMessageLead(
  tx: Transaction,
  message: NewMessage,
  visit: Visit | null,
): Promise<void> {
  const { id: messageId, productId, locale, isSpam } = message;
  const lead = {
    id: createId(),
    kind: "MESSAGE" as const,
    reference: formatReference(message.reference),
    messageId,
    productId,
    page: productId === null ? "contact" : "product",
    locale,
    ...toVisitColumns(visit),
    isSpam,
    createdAt: new Date(),
  };
  await tx.lead.create({ data: lead, select: { id: true } });
  if (isSpam || visit === null) return;
  await insertEvents(tx, [buildSubmitEvent(lead)]);
}

interface TriagedMessage {
  status: MessageStatus;
  isSpam: boolean;
}

interface MessageChange {
  before: TriagedMessage & { id: string };
  after: TriagedMessage;
}

/** Changes the leads of messages that staff answered, archived, reopened or marked as spam, in five statements for any number. */
export async function followMessages(
  tx: Transaction,
  actor: AuditActor,
  changes: readonly MessageChange[],
): Promise<void> {
  const changesById = new Map(changes.map((change) => [change.before.id, change]));
  const leads = await lockLeadsOfMessages(tx, [...changesById.keys()]);
  const now = new Date();
  const changed = leads.flatMap((lead) => {
    const change = changesById.get(lead.messageId ?? "");
    const next = change && followMessage(lead, change, now);
    return next ? [{ before: lead, after: next }] : [];
  });
  if (changed.length === 0) return;
  await writeLeads(
    tx,
    changed.map(({ after }) => after),
  );
  await syncEvents(tx, changed, now);
  await writeAudits(
    tx,
    actor,
    changed
      .filter(({ before, after }) => before.status !== after.status)
      .map(({ before, after }) => ({
        ...LEAD_AUDIT,
        action: getLeadAction(before, after),
        entityId: before.id,
        entityLabel: before.reference,
        before: toLeadSnapshot(before),
        after: toLeadSnapshot(after),
      })),
  );
}

/** Null where nothing changes. */
function followMessage(
  lead: LockedLead,
  { before, after }: MessageChange,
  now: Date,
): LockedLead | null {
  const status = followMessageStatus(lead.status, before.status, after.status);
  if (status === lead.status && after.isSpam === lead.isSpam) return null;
  return { ...lead, ...applyLeadChange(lead, { status }, now), isSpam: after.isSpam };
}

async function writeLeads(tx: Transaction, leads: readonly LockedLead[]): Promise<void> {
  const rows = leads.map(({ id, status, statusAt, amount, isSpam }) => {
    return { id, status, statusAt, amount, isSpam };
  });
  await tx.$executeRaw`
    UPDATE "Lead" l SET "status" = r."status", "statusAt" = r."statusAt", "amount" = r."amount", "isSpam" = r."isSpam",
      "version" = l."version" + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" text, "status" "LeadStatus", "statusAt" timestamptz,
      "amount" numeric, "isSpam" boolean)
    WHERE l."id" = r."id"`;
}

/** Events of leads as they are now: those of a wrong tap go, and spam has none. */
async function syncEvents(
  tx: Transaction,
  changed: readonly { before: LockedLead; after: LockedLead }[],
  now: Date,
): Promise<void> {
  const wrong: string[] = [];
  const right: EventRow[] = [];
  for (const { before, after } of changed) {
    if (after.isSpam) {
      wrong.push(...listAllEventIds(after.id), getSubmitEventId(after.messageId));
      continue;
    }
    if (before.isSpam && after.visitorHash !== null) right.push(buildSubmitEvent(after));
    wrong.push(...listWrongEventIds(after));
    right.push(...buildLeadEvents(after, now));
  }
  await deleteEvents(tx, wrong);
  await insertEvents(tx, right);
}
