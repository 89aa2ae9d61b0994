import "server-only";
import { db, type Transaction } from "@/lib/db";

/** People read mail on a few devices. Bounds the rows that one subscriber with invented ids can write. */
const MAX_VISITORS = 10;
const MAX_MONTHS = 13;

/**
 * Links a browser to a subscriber, so that their visits can select them for a campaign. The caller checks the consent of the person, and
 * that the request comes from a link that only the subscriber has. A browser belongs to its newest subscriber.
 */
export async function linkVisitor(
  tx: Transaction,
  subscriberId: string,
  personId: string,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "SubscriberVisitor" ("personId", "subscriberId")
    SELECT ${personId}, s."id" FROM "NewsletterSubscriber" s
    WHERE s."id" = ${subscriberId} AND s."status" = 'CONFIRMED'
      AND (SELECT count(*) FROM "SubscriberVisitor" v WHERE v."subscriberId" = s."id") < ${MAX_VISITORS}
    ON CONFLICT ("personId") DO UPDATE SET ("subscriberId", "linkedAt") = (EXCLUDED."subscriberId", now())`;
}

/** For a campaign's link, which the person follows long after the transaction of its mail. */
export function linkVisitorOfClick(subscriberId: string, personId: string): Promise<void> {
  return linkVisitor(db, subscriberId, personId);
}

/** Deletes the links of people who refuse or withdraw their consent. */
export async function unlinkVisitors(personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await db.subscriberVisitor.deleteMany({ where: { personId: { in: [...personIds] } } });
}

/** Deletes the links of a subscription that ends. */
export async function unlinkSubscriber(tx: Transaction, subscriberId: string): Promise<void> {
  await tx.subscriberVisitor.deleteMany({ where: { subscriberId } });
}

/** Deletes links without a visit that is still stored, and old ones. */
export async function deleteExpiredVisitorLinks(): Promise<number> {
  return db.$executeRaw`
    DELETE FROM "SubscriberVisitor" v
    WHERE v."linkedAt" < now() - ${MAX_MONTHS}::int * interval '1 month'
      OR v."linkedAt" < now() - interval '1 day'
        AND NOT EXISTS (SELECT FROM "AnalyticsEvent" e WHERE e."personId" = v."personId")`;
}
