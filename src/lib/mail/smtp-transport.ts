import "server-only";
import { createTransport } from "nodemailer";
import type { Options } from "nodemailer/lib/smtp-transport";
import { MailError } from "./mail-error";
import type { Mail } from "./message";
import { type Transport, toNodemailerMessage } from "./transport";

const STEP_MS = 10_000;
const CALL_MS = 20_000;

/** A mail server remembers no keys: once a whole message was handed over without an answer, nobody knows. */
export function createSmtpTransport(url: string): Transport {
  const send = (mail: Mail, key: string) => sendOne(url, mail, key);
  return {
    name: "smtp",
    isThrottled: true,
    supportsIdempotencyKeys: false,
    maxBatchSize: 1,
    send,
    sendBatch: async ([mail, ...more], key) => {
      if (!mail || more.length > 0) throw new Error("SMTP takes one message a call");
      return [await send(mail, key)];
    },
  };
}

async function sendOne(url: string, mail: Mail, key: string): Promise<string> {
  const handover = { isDone: false };
  const transport = createTransport({ url, ...LIMITS, logger: watching(handover) } as Options);
  try {
    const signal = AbortSignal.timeout(CALL_MS);
    const message = toNodemailerMessage(mail, key);
    // Resend's own mail server knows this header; others carry it along.
    const headers = { ...message.headers, "Resend-Idempotency-Key": key };
    const { messageId } = await transport.sendMail({ ...message, headers, signal } as object);
    return messageId;
  } catch (error) {
    throw failureOf(error, handover.isDone);
  } finally {
    transport.close();
  }
}

const LIMITS = {
  connectionTimeout: STEP_MS,
  greetingTimeout: STEP_MS,
  dnsTimeout: STEP_MS,
  socketTimeout: CALL_MS,
};

/** Its log entry "message" is written when the last byte of the contents is out: before it no server can have taken the mail. */
function watching(handover: { isDone: boolean }) {
  const note = (entry: { tnx?: string } | undefined) => {
    if (entry?.tnx === "message") handover.isDone = true;
  };
  const levels = ["trace", "debug", "info", "warn", "error", "fatal", "level"];
  return Object.fromEntries(levels.map((level) => [level, note]));
}

/** Answers from MAIL FROM on. A greeting or a password that is not accepted says nothing about the mail: it waits until that is mended. */
const ABOUT_THE_MAIL = new Set<unknown>(["EENVELOPE", "EMESSAGE"]);

function failureOf(error: unknown, wasHandedOver: boolean): MailError {
  const { responseCode, code } = (error ?? {}) as { responseCode?: unknown; code?: unknown };
  if (typeof responseCode === "number" && responseCode >= 400) {
    const told = `Le serveur de messagerie a répondu ${responseCode}.`;
    const isRefused = responseCode >= 500 && ABOUT_THE_MAIL.has(code);
    return new MailError(isRefused ? "refused" : "retry", told, { cause: error });
  }
  const told = typeof code === "string" ? ` (${code})` : "";
  return wasHandedOver
    ? new MailError("unknown", `La connexion s'est coupée après l'envoi${told}.`, { cause: error })
    : new MailError("retry", `Le serveur de messagerie ne répond pas${told}.`, { cause: error });
}
