import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import type { WordingVersion } from "./wordings";

/** What the ledger tells of a subscriber. */
export type ConsentEventType =
  | "REQUEST"
  | "CONFIRM"
  | "CHANGE"
  | "UNSUBSCRIBE"
  | "BOUNCE"
  | "COMPLAINT"
  | "IMPORT"
  | "ERASE";

interface ConsentEntry extends Prisma.ConsentEventCreateManyInput {
  event: ConsentEventType;
  wordingVersion: WordingVersion;
}

/** Appends to the ledger, in the transaction of what it tells about. `delta`: confirmed subscribers more or fewer. */
export async function recordConsent(tx: Transaction, entry: ConsentEntry): Promise<void> {
  await tx.consentEvent.create({ data: entry, select: { id: true } });
}
