import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Language, SubscriberStatus } from "@/generated/prisma/enums";
import type { Transaction } from "@/lib/db";
import { type ConsentEventType, recordConsent } from "./consent-commands";
import { unlinkSubscriber } from "./visitor-commands";
import { FORM_WORDING } from "./wordings";

export interface Subscription {
  id: string;
  email: string;
  status: SubscriberStatus;
  locale: Language;
  source: string | null;
}

/** Locks the row until the transaction ends. */
export async function lockSubscription(
  tx: Transaction,
  key: { id: string } | { email: string },
): Promise<Subscription | null> {
  const condition = "id" in key ? Prisma.sql`"id" = ${key.id}` : Prisma.sql`"email" = ${key.email}`;
  const [row] = await tx.$queryRaw<Subscription[]>`
    SELECT "id", "email", "status"::text AS "status", "locale"::text AS "locale", "source"
    FROM "NewsletterSubscriber" WHERE ${condition} FOR UPDATE`;
  return row ?? null;
}

/** Whether the subscription is confirmed or waits for its confirmation. */
export function isActiveSubscription({ status }: Subscription): boolean {
  return status === "CONFIRMED" || status === "PENDING";
}

interface SubscriptionEnd {
  status: Extract<SubscriberStatus, "UNSUBSCRIBED" | "BOUNCED" | "COMPLAINED">;
  event: ConsentEventType;
  formId: string;
}

/**
 * Ends an active subscription and records it in the consent ledger; a complaint is also recorded after another end. Returns the
 * subscription as it was before, or null where there is none. The caller adds the address to the suppression list.
 */
export async function endSubscription(
  tx: Transaction,
  key: { id: string } | { email: string },
  { status, event, formId }: SubscriptionEnd,
): Promise<Subscription | null> {
  const subscription = await lockSubscription(tx, key);
  if (!subscription) return null;
  const wasActive = isActiveSubscription(subscription);
  const isWorse = status === "COMPLAINED" && subscription.status !== "COMPLAINED";
  if (!wasActive && !isWorse) return subscription;
  await tx.newsletterSubscriber.update({
    where: { id: subscription.id },
    data: {
      status,
      isSubscribed: false,
      unsubscribedAt: wasActive ? new Date() : undefined,
    },
    select: { id: true },
  });
  await unlinkSubscriber(tx, subscription.id);
  await recordConsent(tx, {
    subscriberId: subscription.id,
    event,
    wordingVersion: FORM_WORDING,
    source: subscription.source,
    formId,
    locale: subscription.locale,
    delta: subscription.status === "CONFIRMED" ? -1 : 0,
  });
  return subscription;
}
