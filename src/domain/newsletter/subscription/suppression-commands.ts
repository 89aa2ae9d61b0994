import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { sessionSecret } from "@/lib/env";

export type SuppressionReason = "UNSUBSCRIBED" | "BOUNCED" | "COMPLAINED" | "ERASED";

/**
 * Who may be sent a campaign, for statements that call `"NewsletterSubscriber"` `s`: confirmed, and not suppressed.
 * Asked again for each batch: who unsubscribes while a campaign runs gets no more of it.
 */
export const ELIGIBLE = Prisma.sql`s."status" = 'CONFIRMED' AND NOT EXISTS (
  SELECT 1 FROM "Suppression" x WHERE x."emailHmac" = s."emailHmac")`;

/** What the suppression list knows an address by. It recognises the address and cannot be turned back into it. */
export function emailHmac(email: string): string {
  return createHmac("sha256", hmacKey()).update(normalised(email)).digest("base64url");
}

let derived: Buffer | undefined;

/** Derived once a process: an import asks for thousands. */
function hmacKey(): Buffer {
  derived ??= Buffer.from(hkdfSync("sha256", sessionSecret(), "", "newsletter-suppression", 32));
  return derived;
}

/** Of these addresses, the HMACs of those that are suppressed. */
export async function listSuppressed(
  tx: Transaction,
  emails: readonly string[],
): Promise<Set<string>> {
  const hmacs = emails.map(emailHmac);
  const rows = await tx.$queryRaw<{ emailHmac: string }[]>`
    SELECT "emailHmac" FROM "Suppression" WHERE "emailHmac" = ANY(${hmacs})`;
  return new Set(rows.map((row) => row.emailHmac));
}

/** Marketing only: answers and links that a person asks for still go to the address. A complaint outlives other reasons. */
export async function suppress(
  tx: Transaction,
  email: string,
  reason: SuppressionReason,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Suppression" AS x ("emailHmac", "reason") VALUES (${emailHmac(email)}, ${reason})
    ON CONFLICT ("emailHmac") DO UPDATE SET "reason" = EXCLUDED."reason" WHERE x."reason" <> 'COMPLAINED'`;
}

/** Only for what the person did themselves: a confirmation, just now, by the link mailed to that address. */
export async function unsuppress(tx: Transaction, email: string): Promise<void> {
  await tx.suppression.deleteMany({ where: { emailHmac: emailHmac(email) } });
}

function normalised(email: string): string {
  return email.trim().toLowerCase();
}
