import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Language, SubscriberStatus } from "@/generated/prisma/enums";
import type { Transaction } from "@/lib/db";
import { type ConsentEventType, recordConsent } from "./consent-commands";
import { FORM_WORDING } from "./wordings";

export interface Subscription {
  id: string;
  email: string;
  status: SubscriberStatus;
  locale: Language;
  source: string | null;
}

/** The row, held until the transaction ends: two who change it take turns. */
export async function lockSubscription(
  tx: Transaction,
  who: { id: string } | { email: string },
): Promise<Subscription | null> {
  const condition = "id" in who ? Prisma.sql`"id" = ${who.id}` : Prisma.sql`"email" = ${who.email}`;
  const [row] = await tx.$queryRaw<Subscription[]>`
    SELECT "id", "email", "status"::text AS "status", "locale"::text AS "locale", "source"
    FROM "NewsletterSubscriber" WHERE ${condition} FOR UPDATE`;
  return row ?? null;
}

/** Gets mails, or might. */
export function isActiveSubscription({ status }: Subscription): boolean {
  return status === "CONFIRMED" || status === "PENDING";
}

interface SubscriptionEnd {
  status: Extract<SubscriberStatus, "UNSUBSCRIBED" | "BOUNCED" | "COMPLAINED">;
  event: ConsentEventType;
  formId: string;
}

/**
 * Stops the mails to somebody who still gets them, or might: the row, and the ledger once. Answers the subscriber as
 * they were before, or null where there is none. The address is suppressed by the caller, who knows why.
 */
export async function endSubscription(
  tx: Transaction,
  who: { id: string } | { email: string },
  { status, event, formId }: SubscriptionEnd,
): Promise<Subscription | null> {
  const found = await lockSubscription(tx, who);
  if (!found) return null;
  const wasRunning = isActiveSubscription(found);
  const isWorse = status === "COMPLAINED" && found.status !== "COMPLAINED";
  if (!wasRunning && !isWorse) return found;
  await tx.newsletterSubscriber.update({
    where: { id: found.id },
    data: {
      status,
      isSubscribed: false,
      ...(wasRunning && { unsubscribedAt: new Date() }),
    },
    select: { id: true },
  });
  await recordConsent(tx, {
    subscriberId: found.id,
    event,
    wordingVersion: FORM_WORDING,
    source: found.source,
    formId,
    locale: found.locale,
    delta: found.status === "CONFIRMED" ? -1 : 0,
  });
  return found;
}
