import { recordCampaignDelivery } from "@/domain/campaigns/sending/delivery-commands";
import { recordSubscriberDelivery } from "@/domain/newsletter/subscription/delivery-commands";
import type { DeliveryHandler } from "@/domain/outbox/delivery-event";

/** In the order in which the campaign worker locks its rows: campaign and message before subscriber. */
export const DELIVERY_HANDLERS: readonly DeliveryHandler[] = [
  recordCampaignDelivery,
  recordSubscriberDelivery,
];
