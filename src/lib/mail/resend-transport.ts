import "server-only";
import { type CreateEmailOptions, Resend } from "resend";
import { env } from "@/lib/env";
import { hasAsciiLocalPart } from "@/lib/input/email";
import { truncate } from "@/lib/input/text";
import { MailError } from "./mail-error";
import type { Mail } from "./message";
import { getSender, type Transport } from "./transport";

const CALL_MS = 10_000;

/** The vendor remembers a key for 24 hours and answers the same call with the same id. */
export function createResendTransport(apiKey: string): Transport {
  const resend = clientOf(apiKey);
  const options = (idempotencyKey: string) => ({
    idempotencyKey,
    signal: AbortSignal.timeout(CALL_MS),
  });
  return {
    name: "resend",
    isThrottled: true,
    supportsIdempotencyKeys: true,
    maxBatchSize: 100,
    send: async (mail, key) => {
      assertReachable(mail);
      const answer = await resend.emails.send(payloadOf(mail), options(key));
      if (isKeyConflict(answer)) return null;
      return idOf(dataOf(answer));
    },
    sendBatch: async (mails, key) => {
      mails.forEach(assertReachable);
      const answer = await resend.batch.send(mails.map(payloadOf), options(key));
      if (isKeyConflict(answer)) return "already accepted";
      const { data } = dataOf(answer);
      if (!Array.isArray(data) || data.length !== mails.length) throw malformed();
      return data.map(idOf);
    },
  };
}

/** The service hands its mails to Amazon SES, which knows no SMTPUTF8. A batch that holds such an address is split by its sender. */
function assertReachable({ to }: Mail): void {
  if (hasAsciiLocalPart(to)) return;
  throw new MailError("refused", "Resend n'écrit pas aux adresses accentuées avant le @.");
}

interface SignedRequest {
  body: string;
  id: string | null;
  timestamp: string | null;
  signature: string | null;
}

/** What the vendor's webhook says, or null where it was not signed with our secret in the last five minutes. */
export function verifyWebhook({ body, id, timestamp, signature }: SignedRequest): unknown {
  const webhookSecret = env.RESEND_WEBHOOK_SECRET;
  if (!webhookSecret || !id || !timestamp || !signature) return null;
  try {
    const { webhooks } = clientOf(env.RESEND_API_KEY ?? "re_none");
    return webhooks.verify({ payload: body, headers: { id, timestamp, signature }, webhookSecret });
  } catch {
    return null;
  }
}

function clientOf(apiKey: string): Resend {
  return new Resend(apiKey, env.RESEND_BASE_URL ? { baseUrl: env.RESEND_BASE_URL } : {});
}

function payloadOf(mail: Mail): CreateEmailOptions {
  const { name, address } = getSender();
  const headers = { ...mail.headers, ...(mail.messageId && { "Message-ID": mail.messageId }) };
  return {
    from: `${name} <${address}>`,
    to: [mail.to],
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    // One that the service refuses would cost the shop the whole mail.
    ...(mail.replyTo && hasAsciiLocalPart(mail.replyTo) && { replyTo: mail.replyTo }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(mail.tags && {
      tags: Object.entries(mail.tags).map(([tag, value]) => ({ name: tag, value })),
    }),
  };
}

interface Answer<T> {
  data: T | null;
  error: { name: string; statusCode: number | null; message: string } | null;
  headers: Record<string, string> | null;
}

/** The key was used before with other contents, of an earlier build maybe: that call was taken, and only once. */
function isKeyConflict({ error }: Answer<unknown>): boolean {
  return error?.name === "invalid_idempotent_request";
}

function dataOf<T>({ data, error, headers }: Answer<T>): T {
  if (error) throw failureOf(error, headers);
  if (!data) throw malformed();
  return data;
}

function idOf(data: { id?: unknown }): string {
  if (typeof data.id !== "string" || data.id === "") throw malformed();
  return data.id;
}

/** It may have been taken: the same key finds out. */
function malformed(): MailError {
  return new MailError("retry", "Resend a répondu autre chose que prévu.");
}

/**
 * Answers that another try can change, besides those of 500 and more. A key or a domain that is not accepted (401, 403) says
 * nothing about the mail: once it is mended, what waits goes out by itself.
 */
const PASSING = new Set([401, 403, 408, 409, 425, 429]);

function failureOf(error: NonNullable<Answer<never>["error"]>, headers: Answer<never>["headers"]) {
  const { statusCode: status, name } = error;
  if (status === null || status === undefined) {
    return new MailError("retry", "Resend n'a pas répondu.");
  }
  const told = `Resend ${status} ${truncate(String(name), 60)}`;
  if (status >= 500 || status < 400 || PASSING.has(status)) {
    return new MailError("retry", told, {
      retryAfterSeconds: secondsIn(headers?.["retry-after"]),
      wasAccepted: status === 429 ? "no" : "maybe",
    });
  }
  return new MailError("refused", `${told} : ${truncate(String(error.message), 200)}`);
}

const LONGEST_WAIT_SECONDS = 3_600;

/** Seconds, or a date. */
function secondsIn(value: string | undefined): number | undefined {
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value)
    ? Number(value)
    : Math.ceil((Date.parse(value) - Date.now()) / 1000);
  return Number.isFinite(seconds) && seconds > 0
    ? Math.min(seconds, LONGEST_WAIT_SECONDS)
    : undefined;
}
