import "server-only";
import { recordCampaignDelivery } from "@/domain/campaigns/sending/delivery-commands";
import type { Transaction } from "@/lib/db";
import { endSubscription } from "./end-commands";
import { type SuppressionReason, suppress } from "./suppression-commands";

export interface DeliveryEvent {
  /** The recipient that the provider names. */
  email: string;
  kind: "delivered" | "bounced" | "complained" | "soft_bounced" | "failed";
  providerId: string;
  /** As they were given to the provider with the mail. */
  tags: Record<string, string>;
}

/** A mailbox that was full three times running is no better than one that is not there. */
const MOST_SOFT_BOUNCES = 3;

/** What a provider told of one mail, in the transaction that keeps the event's id: each is told once. */
export async function recordDelivery(tx: Transaction, event: DeliveryEvent): Promise<void> {
  const email = event.email.trim().toLowerCase();
  await recordCampaignDelivery(tx, event);
  if (event.kind === "failed") return;
  if (event.kind === "delivered") await forgetSoftBounces(tx, email);
  else if (event.kind === "complained") await stop(tx, email, "COMPLAINED");
  else if (event.kind === "bounced") await stop(tx, email, "BOUNCED");
  else if (await isOneTooMany(tx, email)) await stop(tx, email, "BOUNCED");
}

async function stop(
  tx: Transaction,
  email: string,
  reason: Extract<SuppressionReason, "BOUNCED" | "COMPLAINED">,
): Promise<void> {
  const event = reason === "BOUNCED" ? "BOUNCE" : "COMPLAINT";
  // The subscriber before the suppression, as everywhere: a one-click unsubscription of the same moment waits its turn.
  await endSubscription(tx, { email }, { status: reason, event, formId: "webhook" });
  await suppress(tx, email, reason);
}

async function forgetSoftBounces(tx: Transaction, email: string): Promise<void> {
  await tx.newsletterSubscriber.updateMany({
    where: { email, softBounces: { gt: 0 } },
    data: { softBounces: 0 },
  });
}

async function isOneTooMany(tx: Transaction, email: string): Promise<boolean> {
  const rows = await tx.newsletterSubscriber.updateManyAndReturn({
    where: { email },
    data: { softBounces: { increment: 1 } },
    select: { softBounces: true },
  });
  return rows.some(({ softBounces }) => softBounces >= MOST_SOFT_BOUNCES);
}
