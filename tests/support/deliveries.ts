import { DELIVERY_HANDLERS } from "@/app/api/webhooks/resend/delivery-handlers";
import type { DeliveryEvent } from "@/domain/outbox/delivery-event";
import { db } from "@/lib/db";

/** Runs all handlers of a provider's event in one transaction, as the webhook does. */
export function recordDelivery(event: DeliveryEvent): Promise<void> {
  return db.$transaction(async (tx) => {
    for (const handle of DELIVERY_HANDLERS) await handle(tx, event);
  });
}
