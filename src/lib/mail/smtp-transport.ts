import "server-only";
import { createTransport } from "nodemailer";
import type { Options } from "nodemailer/lib/smtp-transport";
import { MailError } from "./mail-error";
import type { Mail } from "./message";
import { type Transport, toNodemailerMessage } from "./transport";

const STEP_TIMEOUT_MS = 10_000;
const CALL_TIMEOUT_MS = 20_000;

/** SMTP has no idempotency keys: when the response after the message's data is lost, the outcome is unknown. */
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
  const transport = createTransport({
    url,
    ...LIMITS,
    logger: createHandoverLogger(handover),
  } as Options);
  try {
    const signal = AbortSignal.timeout(CALL_TIMEOUT_MS);
    const message = toNodemailerMessage(mail, key);
    // Resend's SMTP server evaluates this header; others pass it on.
    const headers = { ...message.headers, "Resend-Idempotency-Key": key };
    const { messageId } = await transport.sendMail({ ...message, headers, signal } as object);
    return messageId;
  } catch (error) {
    throw toMailError(error, handover.isDone);
  } finally {
    transport.close();
  }
}

const LIMITS = {
  connectionTimeout: STEP_TIMEOUT_MS,
  greetingTimeout: STEP_TIMEOUT_MS,
  dnsTimeout: STEP_TIMEOUT_MS,
  socketTimeout: CALL_TIMEOUT_MS,
};

/** Nodemailer logs "message" after the last byte of the data. Before that entry no server can have accepted the mail. */
function createHandoverLogger(handover: { isDone: boolean }) {
  const onEntry = (entry: { tnx?: string } | undefined) => {
    if (entry?.tnx === "message") handover.isDone = true;
  };
  const levels = ["trace", "debug", "info", "warn", "error", "fatal", "level"];
  return Object.fromEntries(levels.map((level) => [level, onEntry]));
}

/** Errors after MAIL FROM concern the mail. A rejected greeting or password concerns the configuration, so the mail is retried. */
const MAIL_ERROR_CODES = new Set<unknown>(["EENVELOPE", "EMESSAGE"]);

function toMailError(error: unknown, wasHandedOver: boolean): MailError {
  const { responseCode, code } = (error ?? {}) as { responseCode?: unknown; code?: unknown };
  if (typeof responseCode === "number" && responseCode >= 400) {
    const message = `Le serveur de messagerie a répondu ${responseCode}.`;
    const isRefused = responseCode >= 500 && MAIL_ERROR_CODES.has(code);
    return new MailError(isRefused ? "refused" : "retry", message, { cause: error });
  }
  const detail = typeof code === "string" ? ` (${code})` : "";
  return wasHandedOver
    ? new MailError("unknown", `La connexion s'est coupée après l'envoi${detail}.`, {
        cause: error,
      })
    : new MailError("retry", `Le serveur de messagerie ne répond pas${detail}.`, { cause: error });
}
