import "server-only";
import { db } from "@/lib/db";
import { rollUp } from "./rollup/commands";
import { EVENT_RETENTION_DAYS } from "./rollup/rules";

/** Deletes events after they are summed up. */
export async function deleteOldEvents(now = new Date()): Promise<{ deleted: number }> {
  await rollUp(now);
  const limit = new Date(now.getTime() - EVENT_RETENTION_DAYS * 86_400_000);
  const { count } = await db.analyticsEvent.deleteMany({ where: { createdAt: { lt: limit } } });
  return { deleted: count };
}
