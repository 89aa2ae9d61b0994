import "server-only";
import { db } from "@/lib/db";
import type { SweptMessages } from "./contact-schema";

const YEARS_TO_ARCHIVE = 2;
const YEARS_TO_DELETE = 3;

/** Archives messages after two years and deletes them after three, replies and notes with them. */
export async function sweepMessages(now = new Date()): Promise<SweptMessages> {
  const deleted = await db.contactMessage.deleteMany({
    where: { createdAt: { lt: yearsBefore(now, YEARS_TO_DELETE) } },
  });
  const archived = await db.contactMessage.updateMany({
    where: {
      createdAt: { lt: yearsBefore(now, YEARS_TO_ARCHIVE) },
      status: { not: "ARCHIVED" },
    },
    data: { status: "ARCHIVED", version: { increment: 1 } },
  });
  return { archived: archived.count, deleted: deleted.count };
}

function yearsBefore(now: Date, years: number): Date {
  const date = new Date(now);
  date.setUTCFullYear(date.getUTCFullYear() - years);
  return date;
}
