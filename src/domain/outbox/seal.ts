import "server-only";
import { decrypt, encrypt } from "@/lib/encryption";

export type Secret = Record<string, string>;

const PURPOSE = "outbox-secret";

/** Encrypts links with tokens, so that a dump of the database does not reveal them. */
export function seal(secret: Secret): string {
  return encrypt(PURPOSE, JSON.stringify(secret));
}

/** Null for a text that was tampered with or sealed under another SESSION_SECRET. */
export function unseal(text: string): Secret | null {
  const content = decrypt(PURPOSE, text);
  return content && JSON.parse(content.toString("utf8"));
}
