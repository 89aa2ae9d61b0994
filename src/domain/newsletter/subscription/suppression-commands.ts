import "server-only";
import type { Transaction } from "@/lib/db";
import { hashEmail } from "./suppression";

export type SuppressionReason = "UNSUBSCRIBED" | "BOUNCED" | "COMPLAINED" | "ERASED";

/** Marketing only: answers and links that a person asks for still go to the address. A complaint outlives other reasons. */
export async function suppress(
  tx: Transaction,
  email: string,
  reason: SuppressionReason,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Suppression" AS x ("emailHmac", "reason") VALUES (${hashEmail(email)}, ${reason})
    ON CONFLICT ("emailHmac") DO UPDATE SET "reason" = EXCLUDED."reason" WHERE x."reason" <> 'COMPLAINED'`;
}

/** Only for what the person did themselves: a confirmation, just now, by the link mailed to that address. */
export async function unsuppress(tx: Transaction, email: string): Promise<void> {
  await tx.suppression.deleteMany({ where: { emailHmac: hashEmail(email) } });
}
