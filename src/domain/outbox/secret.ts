import "server-only";
import { decrypt, encrypt } from "@/lib/encryption";

/** Template props that contain a token, such as a confirmation link. */
export type Secret = Record<string, string>;

const PURPOSE = "outbox-secret";

/** Encrypts links with tokens, so that a dump of the database does not reveal them. */
export function encryptSecret(secret: Secret): string {
  return encrypt(PURPOSE, JSON.stringify(secret));
}

/** Null for a text that was tampered with or encrypted under another SESSION_SECRET. */
export function decryptSecret(text: string): Secret | null {
  const content = decrypt(PURPOSE, text);
  return content && JSON.parse(content.toString("utf8"));
}
