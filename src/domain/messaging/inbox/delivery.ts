import type { DeliveryStatus } from "./schema";

export interface OutboxDelivery {
  /** Of the row in the outbox; null once it is forgotten. */
  state: string | null;
  deliveredAt: Date | null;
  bouncedAt: Date | null;
  complainedAt: Date | null;
}

/** What became of a reply, as its thread shows it. */
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
