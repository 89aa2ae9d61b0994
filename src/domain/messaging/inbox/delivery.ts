import type { DeliveryStatus } from "./schema";

export interface OutboxDelivery {
  /** State of the outbox row; null once the row is deleted. */
  state: string | null;
  deliveredAt: Date | null;
  bouncedAt: Date | null;
  complainedAt: Date | null;
}

export function toDeliveryStatus({
  state,
  deliveredAt,
  bouncedAt,
  complainedAt,
}: OutboxDelivery): DeliveryStatus {
  if (state === null) return "gone";
  if (bouncedAt) return "bounced";
  if (complainedAt) return "complained";
  if (deliveredAt) return "delivered";
  if (state === "FAILED") return "failed";
  if (state === "UNKNOWN") return "unknown";
  return state === "SENT" ? "sent" : "queued";
}
