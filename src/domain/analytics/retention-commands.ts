import "server-only";
import { db } from "@/lib/db";

/** The longest period of the figures, and a day more, since its first day is a whole one. */
const EVENT_RETENTION_DAYS = 91;

export async function deleteOldEvents(now = new Date()): Promise<{ deleted: number }> {
  const limit = new Date(now.getTime() - EVENT_RETENTION_DAYS * 86_400_000);
  const { count } = await db.analyticsEvent.deleteMany({ where: { createdAt: { lt: limit } } });
  return { deleted: count };
}
