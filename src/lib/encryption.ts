import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { sessionSecret } from "./env";

/** AES-256-GCM with a key derived from SESSION_SECRET and `purpose`. */
export function encrypt(purpose: string, content: string | Buffer): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", deriveKey(purpose), iv);
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return [iv, cipher.getAuthTag(), body].map((part) => part.toString("base64url")).join(".");
}

/** Null for a text that was tampered with, or encrypted under another SESSION_SECRET or for another purpose. */
export function decrypt(purpose: string, text: string): Buffer | null {
  const [iv, tag, body] = text.split(".").map((part) => Buffer.from(part, "base64url"));
  if (iv?.length !== 12 || tag?.length !== 16 || !body) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", deriveKey(purpose), iv);
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    return null;
  }
}

function deriveKey(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", sessionSecret(), "", purpose, 32));
}
