import "server-only";
import { db } from "@/lib/db";
import type { MessageRetentionResult } from "./contact/schema";

const YEARS_TO_ARCHIVE = 2;
const YEARS_TO_DELETE = 3;

const VISITOR_DAYS = 91;

/**
 * Archives messages two years after the last reply, or after their creation where there is no reply. Deletes messages, with their
 * replies, notes and lead, three years after their creation.
 */
export async function applyMessageRetention(now = new Date()): Promise<MessageRetentionResult> {
  const deleted = await db.contactMessage.deleteMany({
    where: { createdAt: { lt: subtractYears(now, YEARS_TO_DELETE) } },
  });
  const quietSince = subtractYears(now, YEARS_TO_ARCHIVE);
  const archived = await db.contactMessage.updateMany({
    where: {
      createdAt: { lt: quietSince },
      replies: { none: { createdAt: { gte: quietSince } } },
      status: { not: "ARCHIVED" },
    },
    data: { status: "ARCHIVED", waitingSince: null, version: { increment: 1 } },
  });
  return { archived: archived.count, deleted: deleted.count };
}

/**
 * Deletes clicks on WhatsApp three years after their creation; the leads of messages go with them. What says who clicked goes with the
 * events of the visitor. Call after `applyMessageRetention`: a message that it archived waits for no answer.
 */
export async function applyLeadRetention(now = new Date()): Promise<{ deleted: number }> {
  const { count } = await db.lead.deleteMany({
    where: { kind: "WHATSAPP", createdAt: { lt: subtractYears(now, YEARS_TO_DELETE) } },
  });
  await db.lead.updateMany({
    where: { kind: "MESSAGE", status: "NEW", message: { status: "ARCHIVED" } },
    data: { status: "LOST", statusAt: now, version: { increment: 1 } },
  });
  await db.lead.updateMany({
    where: {
      createdAt: { lt: new Date(now.getTime() - VISITOR_DAYS * 86_400_000) },
      OR: [
        { visitorHash: { not: null } },
        { sessionId: { not: null } },
        { personId: { not: null } },
      ],
    },
    data: { visitorHash: null, sessionId: null, personId: null },
  });
  return { deleted: count };
}

function subtractYears(now: Date, years: number): Date {
  const date = new Date(now);
  date.setUTCFullYear(date.getUTCFullYear() - years);
  return date;
}
