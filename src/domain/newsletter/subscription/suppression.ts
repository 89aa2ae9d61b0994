import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { sessionSecret } from "@/lib/env";

/**
 * Who may be sent a campaign, for statements that call `"NewsletterSubscriber"` `s`: confirmed, and not suppressed.
 * Asked again for each batch: who unsubscribes while a campaign runs gets no more of it.
 */
export const ELIGIBLE = Prisma.sql`s."status" = 'CONFIRMED' AND NOT EXISTS (
  SELECT 1 FROM "Suppression" x WHERE x."emailHmac" = s."emailHmac")`;

/** What the suppression list knows an address by. It recognises the address and cannot be turned back into it. */
export function hashEmail(email: string): string {
  return createHmac("sha256", getHmacKey()).update(normalizeEmail(email)).digest("base64url");
}

let cachedHmacKey: Buffer | undefined;

/** Derived once a process: an import asks for thousands. */
function getHmacKey(): Buffer {
  cachedHmacKey ??= Buffer.from(
    hkdfSync("sha256", sessionSecret(), "", "newsletter-suppression", 32),
  );
  return cachedHmacKey;
}

/** Of these addresses, the HMACs of those that are suppressed. */
export async function findSuppressedHmacs(
  tx: Transaction,
  emails: readonly string[],
): Promise<Set<string>> {
  const hmacs = emails.map(hashEmail);
  const rows = await tx.$queryRaw<{ emailHmac: string }[]>`
    SELECT "emailHmac" FROM "Suppression" WHERE "emailHmac" = ANY(${hmacs})`;
  return new Set(rows.map((row) => row.emailHmac));
}

function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}
