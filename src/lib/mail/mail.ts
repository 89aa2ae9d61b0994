import "server-only";
import { env } from "@/lib/env";
import { localTransport } from "./local-transport";
import { MailError } from "./mail-error";
import { type Mail, validateMail } from "./message";
import { waitForSendSlot } from "./pace";
import { createResendTransport } from "./resend-transport";
import { createSmtpTransport } from "./smtp-transport";
import type { Transport } from "./transport";

/** Resend, a mail server of one's own, or files on the disk: by what is configured. */
const transport: Transport = env.RESEND_API_KEY
  ? createResendTransport(env.RESEND_API_KEY)
  : env.SMTP_URL
    ? createSmtpTransport(env.SMTP_URL)
    : localTransport;

/** How many mails `sendBatch` takes at once. */
export const MAX_BATCH_SIZE = transport.maxBatchSize;

/** Whether the same call with the same key is safe when nobody knows what became of the first. */
export const SUPPORTS_IDEMPOTENCY_KEYS = transport.supportsIdempotencyKeys;

/**
 * Hands one mail over. Takes at most 30 seconds, its turn among two calls a second included.
 * @throws MailError
 */
export async function sendMail(mail: Mail, idempotencyKey: string) {
  const [checked = mail] = await ready([mail]);
  return { providerId: await transport.send(checked, idempotencyKey) };
}

/**
 * Hands up to MAX_BATCH_SIZE mails over in one call, all or none. "already accepted": the key was taken before, with other contents.
 * @throws MailError
 */
export async function sendBatch(mails: readonly Mail[], idempotencyKey: string) {
  if (mails.length > MAX_BATCH_SIZE) throw new RangeError(`at most ${MAX_BATCH_SIZE} mails a call`);
  return transport.sendBatch(await ready(mails), idempotencyKey);
}

async function ready(mails: readonly Mail[]): Promise<Mail[]> {
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
