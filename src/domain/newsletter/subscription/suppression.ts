import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { sessionSecret } from "@/lib/env";

/**
 * Condition for subscribers that may receive a campaign: confirmed and not suppressed. The statement aliases
 * `"NewsletterSubscriber"` as `s`. Each batch checks it again, so that a subscriber who unsubscribes during a campaign is skipped.
 */
export const ELIGIBLE = Prisma.sql`s."status" = 'CONFIRMED' AND NOT EXISTS (
  SELECT 1 FROM "Suppression" x WHERE x."emailHmac" = s."emailHmac")`;

/** Returns the HMAC by which the suppression list recognises an address without storing it. */
export function hashEmail(email: string): string {
  return createHmac("sha256", getHmacKey()).update(normalizeEmail(email)).digest("base64url");
}

let cachedHmacKey: Buffer | undefined;

/** Derives the key once per process, because an import hashes thousands of addresses. */
function getHmacKey(): Buffer {
  cachedHmacKey ??= Buffer.from(
    hkdfSync("sha256", sessionSecret(), "", "newsletter-suppression", 32),
  );
  return cachedHmacKey;
}

/** Returns the HMACs of the suppressed addresses among these. */
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
