import { recordCampaignDelivery } from "@/domain/campaigns/sending/delivery-commands";
import { recordSubscriberDelivery } from "@/domain/newsletter/subscription/delivery-commands";
import type { DeliveryHandler } from "@/domain/outbox/delivery-event";

/** In the lock order of the campaign worker, to avoid deadlocks: campaign and message before subscriber. */
export const DELIVERY_HANDLERS: readonly DeliveryHandler[] = [
  recordCampaignDelivery,
  recordSubscriberDelivery,
];
