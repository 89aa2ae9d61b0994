import "server-only";
import { db } from "@/lib/db";
import { DAYS_KEPT, EVENT_DAYS_KEPT } from "./rules";

/** Deletes mails that were sent, or given up, 90 days ago, and the ids of old webhook events. Answers how many mails. */
export async function forgetOldMails(): Promise<number> {
  const [forgotten] = await db.$transaction([
    db.$executeRaw`
      DELETE FROM "OutboxEmail" WHERE "state" IN ('SENT', 'FAILED', 'UNKNOWN')
        AND "createdAt" < now() - ${DAYS_KEPT} * interval '1 day'
        AND coalesce("sentAt", "createdAt") < now() - ${DAYS_KEPT} * interval '1 day'`,
    db.$executeRaw`
      DELETE FROM "WebhookEvent" WHERE "receivedAt" < now() - ${EVENT_DAYS_KEPT} * interval '1 day'`,
  ]);
  return forgotten;
}
