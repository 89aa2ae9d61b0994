import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import type { WordingVersion } from "./wordings";

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

/** Appends an event to the consent ledger. `delta`: change of the number of confirmed subscribers (1, 0 or -1). */
export async function recordConsent(tx: Transaction, entry: ConsentEntry): Promise<void> {
  await tx.consentEvent.create({ data: entry, select: { id: true } });
}
