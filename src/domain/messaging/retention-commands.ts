import "server-only";
import { db } from "@/lib/db";
import type { MessageRetentionResult } from "./contact/schema";

const YEARS_TO_ARCHIVE = 2;
const YEARS_TO_DELETE = 3;

/**
 * Archives messages two years after the last reply, or after their creation where there is no reply. Deletes messages, with their
 * replies and notes, three years after their creation.
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

function subtractYears(now: Date, years: number): Date {
  const date = new Date(now);
  date.setUTCFullYear(date.getUTCFullYear() - years);
  return date;
}
