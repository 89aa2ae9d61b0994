import "server-only";
import type { Transaction } from "@/lib/db";
import { hashEmail } from "./suppression";

export type SuppressionReason = "UNSUBSCRIBED" | "BOUNCED" | "COMPLAINED" | "ERASED";

/** Blocks campaigns to the address, not replies or links that its owner requests. A later reason does not replace a complaint. */
export async function suppress(
  tx: Transaction,
  email: string,
  reason: SuppressionReason,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Suppression" AS x ("emailHmac", "reason") VALUES (${hashEmail(email)}, ${reason})
    ON CONFLICT ("emailHmac") DO UPDATE SET "reason" = EXCLUDED."reason" WHERE x."reason" <> 'COMPLAINED'`;
}

/** Call it only after the owner of the address has confirmed by the link that was mailed to it. */
export async function unsuppress(tx: Transaction, email: string): Promise<void> {
  await tx.suppression.deleteMany({ where: { emailHmac: hashEmail(email) } });
}
