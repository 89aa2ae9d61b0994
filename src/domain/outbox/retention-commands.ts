import "server-only";
import { db } from "@/lib/db";
import { forgetLocalMailsBefore } from "@/lib/mail/local-transport";
import { DAYS_KEPT, EVENT_DAYS_KEPT } from "./rules";

/** Deletes mails that were sent, or given up, 90 days ago, and the ids of old webhook events. Answers how many mails of the queue. */
export async function forgetOldMails(): Promise<number> {
  const [forgotten] = await db.$transaction([
    db.$executeRaw`
      DELETE FROM "OutboxEmail" WHERE "state" IN ('SENT', 'FAILED', 'UNKNOWN')
        AND "createdAt" < now() - ${DAYS_KEPT} * interval '1 day'
        AND coalesce("sentAt", "createdAt") < now() - ${DAYS_KEPT} * interval '1 day'`,
    db.$executeRaw`
      DELETE FROM "WebhookEvent" WHERE "receivedAt" < now() - ${EVENT_DAYS_KEPT} * interval '1 day'`,
  ]);
  await forgetLocalMailsBefore(new Date(Date.now() - DAYS_KEPT * 86_400_000));
  return forgotten;
}
