import "server-only";
import { env } from "@/lib/env";
import { localTransport } from "./local-transport";
import { MailError } from "./mail-error";
import { type Mail, validateMail } from "./message";
import { waitForSendSlot } from "./pace";
import { createResendTransport } from "./resend-transport";
import { createSmtpTransport } from "./smtp-transport";
import type { Transport } from "./transport";

const transport: Transport = env.RESEND_API_KEY
  ? createResendTransport(env.RESEND_API_KEY)
  : env.SMTP_URL
    ? createSmtpTransport(env.SMTP_URL)
    : localTransport;

/** The most mails per call of `sendBatch`. */
export const MAX_BATCH_SIZE = transport.maxBatchSize;

/** Whether a call can be repeated with the same key when the outcome of the first is unknown. */
export const SUPPORTS_IDEMPOTENCY_KEYS = transport.supportsIdempotencyKeys;

/** Takes at most 30 seconds, including the wait for a send slot. @throws MailError */
export async function sendMail(mail: Mail, idempotencyKey: string) {
  const [checked = mail] = await prepare([mail]);
  return { providerId: await transport.send(checked, idempotencyKey) };
}

/**
 * Sends up to MAX_BATCH_SIZE mails in one call, all or none. "already accepted": the key was used before with other contents.
 * @throws MailError
 */
export async function sendBatch(mails: readonly Mail[], idempotencyKey: string) {
  if (mails.length > MAX_BATCH_SIZE) throw new RangeError(`at most ${MAX_BATCH_SIZE} mails a call`);
  return transport.sendBatch(await prepare(mails), idempotencyKey);
}

async function prepare(mails: readonly Mail[]): Promise<Mail[]> {
  const checked = mails.map((mail) => {
    try {
      return validateMail(mail);
    } catch (cause) {
      throw new MailError("refused", "L'adresse ou un en-tête n'est pas valable.", { cause });
    }
  });
  if (transport.isThrottled) await waitForSendSlot();
  return checked;
}
