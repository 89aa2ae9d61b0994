import "server-only";
import { db } from "@/lib/db";
import { deleteLocalMailsBefore } from "@/lib/mail/local-transport";
import { EVENT_RETENTION_DAYS, RETENTION_DAYS } from "./rules";

/** Deletes finished mails after RETENTION_DAYS, their local files, and old webhook events. Returns the number of outbox rows. */
export async function deleteOldMails(): Promise<number> {
  const [deleted] = await db.$transaction([
    db.$executeRaw`
      DELETE FROM "OutboxEmail" WHERE "state" IN ('SENT', 'FAILED', 'UNKNOWN')
        AND "createdAt" < now() - ${RETENTION_DAYS} * interval '1 day'
        AND coalesce("sentAt", "createdAt") < now() - ${RETENTION_DAYS} * interval '1 day'`,
    db.$executeRaw`
      DELETE FROM "WebhookEvent" WHERE "receivedAt" < now() - ${EVENT_RETENTION_DAYS} * interval '1 day'`,
  ]);
  await deleteLocalMailsBefore(new Date(Date.now() - RETENTION_DAYS * 86_400_000));
  return deleted;
}
