import "server-only";
import { decrypt, encrypt } from "@/lib/encryption";

export type Secret = Record<string, string>;

const PURPOSE = "outbox-secret";

/** Encrypts what a dump of the database must not show. */
export function seal(secret: Secret): string {
  return encrypt(PURPOSE, JSON.stringify(secret));
}

/** Null for what was sealed under another SESSION_SECRET, or tampered with. */
export function unseal(text: string): Secret | null {
  const content = decrypt(PURPOSE, text);
  return content && JSON.parse(content.toString("utf8"));
}
