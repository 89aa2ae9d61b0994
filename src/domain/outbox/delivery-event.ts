import type { Transaction } from "@/lib/db";

/** An event of the mail provider about one recipient of one mail. */
export interface DeliveryEvent {
  email: string;
  kind: "delivered" | "bounced" | "complained" | "soft_bounced" | "failed";
  providerId: string;
  /** The tags that the mail was sent with. */
  tags: Record<string, string>;
}

/** Updates the tables of another room, in the transaction that stores the event's id. */
export type DeliveryHandler = (tx: Transaction, event: DeliveryEvent) => Promise<void>;
