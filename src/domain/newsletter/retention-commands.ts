import "server-only";
import { db } from "@/lib/db";
import { ENDED_RETENTION_DAYS, PENDING_RETENTION_DAYS } from "./rules";
import type { ExpiredSubscribers } from "./subscribers/schema";
import { deleteExpiredVisitorLinks } from "./subscription/visitor-commands";

/** Deletes subscribers after their retention period. The suppression list and the consent ledger stay. */
export async function deleteExpiredSubscribers(now = new Date()): Promise<ExpiredSubscribers> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  // A subscriber who has requested a new subscription still holds a link to the row.
  const live = { emailTokens: { none: { usedAt: null, expiresAt: { gt: now } } } };
  const [ended, pending, visitorLinks] = await Promise.all([
    db.newsletterSubscriber.deleteMany({
      where: {
        status: { in: ["UNSUBSCRIBED", "BOUNCED", "COMPLAINED"] },
        unsubscribedAt: { lt: before(ENDED_RETENTION_DAYS) },
        ...live,
      },
    }),
    db.newsletterSubscriber.deleteMany({
      where: { status: "PENDING", subscribedAt: { lt: before(PENDING_RETENTION_DAYS) }, ...live },
    }),
    deleteExpiredVisitorLinks(),
  ]);
  return { ended: ended.count, pending: pending.count, visitorLinks };
}
