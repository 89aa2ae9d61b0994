import "server-only";
import { log } from "@/lib/log";
import { SUPPORTS_IDEMPOTENCY_KEYS, sendMail } from "@/lib/mail/mail";
import { MailError } from "@/lib/mail/mail-error";
import type { Mail } from "@/lib/mail/message";
import {
  type ClaimedMail,
  claimNextMail,
  giveUpExpiredMails,
  recordOutcome,
} from "./lease-commands";
import { renderMail } from "./rendering";
import { buildOutboxTag, getRetryDelaySeconds } from "./rules";
import type { OutboxRun } from "./schema";
import { unseal } from "./seal";

/** A run ends by itself after this; what is left is the next one's. */
const RUN_MS = 45_000;
const INTERRUPTED = "Le serveur s'est arrêté pendant l'envoi.";
const UNREADABLE = "Le lien de ce message ne peut plus être lu : SESSION_SECRET a changé.";
const NOT_COMPOSED = "Le message n'a pas pu être composé.";

const kept = globalThis as { shopOutbox?: { run?: Promise<OutboxRun>; isAsked: boolean } };
kept.shopOutbox ??= { isAsked: false };
const current = kept.shopOutbox;

/**
 * Sends what is due until nothing is, or for three quarters of a minute. A process has one run at a time: who asks during
 * one shares it, and it looks once more. Runs of other processes may go beside it: a row is one sender's at a time.
 */
export function sendDueMails(): Promise<OutboxRun> {
  current.isAsked = true;
  current.run ??= runUntilQuiet();
  return current.run;
}

async function runUntilQuiet(): Promise<OutboxRun> {
  const until = performance.now() + RUN_MS;
  const run: OutboxRun = { sent: 0, retried: 0, failed: 0, unknown: 0 };
  try {
    run.unknown += await giveUpExpiredMails();
    while (current.isAsked) {
      current.isAsked = false;
      for (let mail = await claimNextMail(); mail; mail = await claimNextMail()) {
        run[await deliver(mail)]++;
        if (performance.now() >= until) return run;
      }
    }
    return run;
  } finally {
    // In one step with the last look at `isAsked`: nobody joins a run that is over.
    delete current.run;
  }
}

async function deliver(mail: ClaimedMail): Promise<keyof OutboxRun> {
  if (mail.wasInterrupted && !SUPPORTS_IDEMPOTENCY_KEYS) {
    await recordOutcome(mail, { state: "UNKNOWN", error: INTERRUPTED });
    return "unknown";
  }
  try {
    const { providerId } = await sendMail(await composed(mail), mail.idempotencyKey);
    await recordOutcome(mail, { state: "SENT", providerId });
    return "sent";
  } catch (error) {
    if (error instanceof MailError) return putOff(mail, error);
    throw error;
  }
}

async function putOff(mail: ClaimedMail, failure: MailError): Promise<keyof OutboxRun> {
  const { id, attempts } = mail;
  const { kind, message: error, retryAfterSeconds } = failure;
  // Not the vendor's words: a mail service may name the recipient in them.
  log.warn({ id, attempts, kind, ...codesOf(failure.cause) }, "a mail was not sent");
  if (kind === "refused") {
    await recordOutcome(mail, { state: "FAILED", error });
    return "failed";
  }
  if (kind === "unknown") {
    await recordOutcome(mail, { state: "UNKNOWN", error });
    return "unknown";
  }
  const waitSeconds = getRetryDelaySeconds(attempts, retryAfterSeconds);
  await recordOutcome(mail, { state: "QUEUED", error, waitSeconds });
  return "retried";
}

function codesOf(cause: unknown): { code?: unknown; responseCode?: unknown } {
  const { code, responseCode } = (cause ?? {}) as { code?: unknown; responseCode?: unknown };
  return { code, responseCode };
}

/** @throws MailError (`refused`) for what no further try can make into a mail */
async function composed(row: ClaimedMail): Promise<Mail> {
  const secret = row.sealed === null ? null : unseal(row.sealed);
  if (row.sealed !== null && secret === null) throw new MailError("refused", UNREADABLE);
  const { html, text, headers } = await renderMail(row, secret).catch((cause: unknown) => {
    log.error({ err: cause, id: row.id, template: row.template }, "a mail cannot be composed");
    throw new MailError("refused", NOT_COMPOSED, { cause });
  });
  const { to, subject, replyTo, messageId } = row;
  return {
    to,
    subject,
    html,
    text,
    ...(replyTo && { replyTo }),
    ...(messageId && { messageId }),
    headers: { ...row.headers, ...headers },
    tags: { outbox: buildOutboxTag(row) },
  };
}
