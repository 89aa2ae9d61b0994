import "server-only";
import type { DeliveryEvent } from "@/domain/outbox/delivery-event";
import type { Transaction } from "@/lib/db";
import { endSubscription } from "./end-commands";
import { type SuppressionReason, suppress } from "./suppression-commands";

/** So many soft bounces in a row, such as a full mailbox, count as a hard bounce. */
const MAX_SOFT_BOUNCES = 3;

/** Ends the subscription after a hard bounce, a complaint, or `MAX_SOFT_BOUNCES` soft bounces in a row. */
export async function recordSubscriberDelivery(
  tx: Transaction,
  event: DeliveryEvent,
): Promise<void> {
  const email = event.email.trim().toLowerCase();
  if (event.kind === "delivered") await resetSoftBounces(tx, email);
  else if (event.kind === "complained") await endAndSuppress(tx, email, "COMPLAINED");
  else if (event.kind === "bounced") await endAndSuppress(tx, email, "BOUNCED");
  else if (event.kind === "soft_bounced") {
    const count = await recordSoftBounce(tx, email);
    if (count >= MAX_SOFT_BOUNCES) await endAndSuppress(tx, email, "BOUNCED");
  }
}

async function endAndSuppress(
  tx: Transaction,
  email: string,
  reason: Extract<SuppressionReason, "BOUNCED" | "COMPLAINED">,
): Promise<void> {
  const event = reason === "BOUNCED" ? "BOUNCE" : "COMPLAINT";
  // Locks the subscriber before the suppression, like every other writer, so that a simultaneous unsubscription waits instead of deadlocking.
  await endSubscription(tx, { email }, { status: reason, event, formId: "webhook" });
  await suppress(tx, email, reason);
}

async function resetSoftBounces(tx: Transaction, email: string): Promise<void> {
  await tx.newsletterSubscriber.updateMany({
    where: { email, softBounces: { gt: 0 } },
    data: { softBounces: 0 },
  });
}

/** Returns the number of soft bounces in a row; 0 for an address without a subscriber. */
async function recordSoftBounce(tx: Transaction, email: string): Promise<number> {
  const [row] = await tx.newsletterSubscriber.updateManyAndReturn({
    where: { email },
    data: { softBounces: { increment: 1 } },
    select: { softBounces: true },
  });
  return row?.softBounces ?? 0;
}
