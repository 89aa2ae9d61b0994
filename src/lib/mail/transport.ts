import "server-only";
import { createHash } from "node:crypto";
import { appUrl, env } from "@/lib/env";
import type { Mail } from "./message";

export interface Transport {
  name: "resend" | "smtp" | "local";
  /** Its calls are counted: at most two a second over all processes. */
  isThrottled: boolean;
  /** The same key never makes a second message, whatever became of the first call. */
  supportsIdempotencyKeys: boolean;
  maxBatchSize: number;
  /** The vendor's id, or null when the key was taken before and the id is not told again. @throws MailError */
  send(mail: Mail, key: string): Promise<string | null>;
  /** All or none, where the transport remembers keys. @throws MailError */
  sendBatch(mails: readonly Mail[], key: string): Promise<string[] | "already accepted">;
}

const NAME = "Equipement Ouarzazate";

export function getSender(): { name: string; address: string } {
  const { hostname } = new URL(appUrl);
  const own = hostname.includes(".") ? `magasin@${hostname}` : env.ADMIN_EMAIL;
  return { name: NAME, address: env.MAIL_FROM ?? own };
}

/** What nodemailer composes a message of: one recipient, no list, no name that could hold another. */
export function toNodemailerMessage(mail: Mail, key: string) {
  const { hostname } = new URL(appUrl);
  const ownId = `<${createHash("sha256").update(key).digest("hex").slice(0, 32)}@${hostname}>`;
  return {
    from: getSender(),
    to: { name: "", address: mail.to },
    ...(mail.replyTo && { replyTo: { name: "", address: mail.replyTo } }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // The same for every attempt: a mailbox that got two can tell that they are one.
    messageId: mail.messageId ?? ownId,
    headers: mail.headers ?? {},
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
