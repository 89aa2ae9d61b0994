import "server-only";
import { createHash } from "node:crypto";
import { appUrl, env } from "@/lib/env";
import type { Mail } from "./message";

export interface Transport {
  name: "resend" | "smtp" | "local";
  /** Limited to two calls per second over all processes. */
  isThrottled: boolean;
  /** A repeated call with the same key never sends a second message. */
  supportsIdempotencyKeys: boolean;
  maxBatchSize: number;
  /** Returns the provider's id, or null when the key was used before and the provider does not repeat the id. @throws MailError */
  send(mail: Mail, key: string): Promise<string | null>;
  /** All or none, when the transport supports idempotency keys. @throws MailError */
  sendBatch(mails: readonly Mail[], key: string): Promise<string[] | "already accepted">;
}

const SENDER_NAME = "Equipement Ouarzazate";

export function getSender(): { name: string; address: string } {
  const { hostname } = new URL(appUrl);
  const fallback = hostname.includes(".") ? `magasin@${hostname}` : env.ADMIN_EMAIL;
  return { name: SENDER_NAME, address: env.MAIL_FROM ?? fallback };
}

/** One recipient as an object, so that nodemailer does not parse a list out of the address. */
export function toNodemailerMessage(mail: Mail, key: string) {
  const { hostname } = new URL(appUrl);
  const defaultId = `<${createHash("sha256").update(key).digest("hex").slice(0, 32)}@${hostname}>`;
  return {
    from: getSender(),
    to: { name: "", address: mail.to },
    replyTo: mail.replyTo ? { name: "", address: mail.replyTo } : undefined,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // The same for every attempt, so that mailboxes can recognize a duplicate.
    messageId: mail.messageId ?? defaultId,
    headers: mail.headers ?? {},
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
