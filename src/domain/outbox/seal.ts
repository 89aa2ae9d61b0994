import "server-only";
import { sealed, unsealed } from "@/lib/sealed";

export type Secret = Record<string, string>;

const PURPOSE = "outbox-secret";

/** Encrypts what a dump of the database must not show. */
export function seal(secret: Secret): string {
  return sealed(PURPOSE, JSON.stringify(secret));
}

/** Null for what was sealed under another SESSION_SECRET, or tampered with. */
export function unseal(text: string): Secret | null {
  const content = unsealed(PURPOSE, text);
  return content && JSON.parse(content.toString("utf8"));
}
