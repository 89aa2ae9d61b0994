import "server-only";
import { type CreateEmailOptions, Resend } from "resend";
import { env } from "@/lib/env";
import { hasAsciiLocalPart } from "@/lib/input/email";
import { truncate } from "@/lib/input/text";
import { MailError } from "./mail-error";
import type { Mail } from "./message";
import { getSender, type Transport } from "./transport";

const TIMEOUT_MS = 10_000;

/** Resend stores a key for 24 hours and returns the same id for a repeated call. */
export function createResendTransport(apiKey: string): Transport {
  const resend = createClient(apiKey);
  const options = (idempotencyKey: string) => ({
    idempotencyKey,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return {
    name: "resend",
    isThrottled: true,
    supportsIdempotencyKeys: true,
    maxBatchSize: 100,
    send: async (mail, key) => {
      assertAsciiLocalPart(mail);
      const answer = await resend.emails.send(toPayload(mail), options(key));
      if (isKeyConflict(answer)) return null;
      return getId(unwrap(answer));
    },
    sendBatch: async (mails, key) => {
      mails.forEach(assertAsciiLocalPart);
      const answer = await resend.batch.send(mails.map(toPayload), options(key));
      if (isKeyConflict(answer)) return "already accepted";
      const { data } = unwrap(answer);
      if (!Array.isArray(data) || data.length !== mails.length) throw malformedResponse();
      return data.map(getId);
    },
  };
}

/** Resend sends through Amazon SES, which does not support SMTPUTF8. The caller splits a batch that contains such an address. */
function assertAsciiLocalPart({ to }: Mail): void {
  if (hasAsciiLocalPart(to)) return;
  throw new MailError("refused", "Resend n'écrit pas aux adresses accentuées avant le @.");
}

interface SignedRequest {
  body: string;
  id: string | null;
  timestamp: string | null;
  signature: string | null;
}

/** Returns the event, or null unless it was signed with our secret within the last five minutes. */
export function verifyWebhook({ body, id, timestamp, signature }: SignedRequest): unknown {
  const webhookSecret = env.RESEND_WEBHOOK_SECRET;
  if (!webhookSecret || !id || !timestamp || !signature) return null;
  try {
    const { webhooks } = createClient(env.RESEND_API_KEY ?? "re_none");
    return webhooks.verify({ payload: body, headers: { id, timestamp, signature }, webhookSecret });
  } catch {
    return null;
  }
}

function createClient(apiKey: string): Resend {
  return new Resend(apiKey, env.RESEND_BASE_URL ? { baseUrl: env.RESEND_BASE_URL } : {});
}

function toPayload(mail: Mail): CreateEmailOptions {
  const { name, address } = getSender();
  const headers = { ...mail.headers, ...(mail.messageId && { "Message-ID": mail.messageId }) };
  return {
    from: `${name} <${address}>`,
    to: [mail.to],
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    // Resend would reject the whole mail because of such a reply address.
    replyTo: mail.replyTo && hasAsciiLocalPart(mail.replyTo) ? mail.replyTo : undefined,
    headers: Object.keys(headers).length > 0 ? headers : undefined,
    tags: mail.tags && Object.entries(mail.tags).map(([tag, value]) => ({ name: tag, value })),
  };
}

interface Answer<T> {
  data: T | null;
  error: { name: string; statusCode: number | null; message: string } | null;
  headers: Record<string, string> | null;
}

/** The key was used with other contents, for example by an earlier build: Resend accepted that call, once. */
function isKeyConflict({ error }: Answer<unknown>): boolean {
  return error?.name === "invalid_idempotent_request";
}

function unwrap<T>({ data, error, headers }: Answer<T>): T {
  if (error) throw toMailError(error, headers);
  if (!data) throw malformedResponse();
  return data;
}

function getId(data: { id?: unknown }): string {
  if (typeof data.id !== "string" || data.id === "") throw malformedResponse();
  return data.id;
}

/** The mail may have been accepted; a retry with the same key is safe. */
function malformedResponse(): MailError {
  return new MailError("retry", "Resend a répondu autre chose que prévu.");
}

/**
 * Status codes below 500 for which a retry can succeed. 401 and 403 concern the API key or the domain: once these are corrected, the
 * queued mails are sent.
 */
const RETRYABLE = new Set([401, 403, 408, 409, 425, 429]);

function toMailError(
  error: NonNullable<Answer<never>["error"]>,
  headers: Answer<never>["headers"],
) {
  const { statusCode: status, name } = error;
  if (status === null || status === undefined) {
    return new MailError("retry", "Resend n'a pas répondu.");
  }
  const message = `Resend ${status} ${truncate(String(name), 60)}`;
  if (status >= 500 || status < 400 || RETRYABLE.has(status)) {
    return new MailError("retry", message, {
      retryAfterSeconds: parseRetryAfter(headers?.["retry-after"]),
      wasAccepted: status === 429 ? "no" : "maybe",
    });
  }
  return new MailError("refused", `${message} : ${truncate(String(error.message), 200)}`);
}

const MAX_RETRY_AFTER_SECONDS = 3_600;

/** The header holds seconds or a date. */
function parseRetryAfter(value: string | undefined): number | undefined {
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value)
    ? Number(value)
    : Math.ceil((Date.parse(value) - Date.now()) / 1000);
  return Number.isFinite(seconds) && seconds > 0
    ? Math.min(seconds, MAX_RETRY_AFTER_SECONDS)
    : undefined;
}
