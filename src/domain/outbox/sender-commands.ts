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
import { decryptSecret } from "./secret";

/** The next run sends the rest. */
const MAX_RUN_MS = 45_000;
const INTERRUPTED = "Le serveur s'est arrêté pendant l'envoi.";
const UNREADABLE = "Le lien de ce message ne peut plus être lu : SESSION_SECRET a changé.";
const NOT_COMPOSED = "Le message n'a pas pu être composé.";

const shared = globalThis as { shopOutbox?: { run?: Promise<OutboxRun>; isRequested: boolean } };
shared.shopOutbox ??= { isRequested: false };
const current = shared.shopOutbox;

/**
 * Sends due mails until none is left or 45 seconds have passed. A process has one run at a time: a call during a run returns its promise
 * and makes it check the queue once more. Runs of other processes are safe, since each row is claimed by one worker.
 */
export function sendDueMails(): Promise<OutboxRun> {
  current.isRequested = true;
  current.run ??= runUntilEmpty();
  return current.run;
}

async function runUntilEmpty(): Promise<OutboxRun> {
  const until = performance.now() + MAX_RUN_MS;
  const run: OutboxRun = { sent: 0, retried: 0, failed: 0, unknown: 0 };
  try {
    run.unknown += await giveUpExpiredMails();
    while (current.isRequested) {
      current.isRequested = false;
      for (let mail = await claimNextMail(); mail; mail = await claimNextMail()) {
        run[await deliver(mail)]++;
        if (performance.now() >= until) return run;
      }
    }
    return run;
  } finally {
    // Without an await after the last check of `isRequested`, so that no call joins a finished run.
    delete current.run;
  }
}

async function deliver(mail: ClaimedMail): Promise<keyof OutboxRun> {
  if (mail.wasInterrupted && !SUPPORTS_IDEMPOTENCY_KEYS) {
    await recordOutcome(mail, { state: "UNKNOWN", error: INTERRUPTED });
    return "unknown";
  }
  try {
    const { providerId } = await sendMail(await compose(mail), mail.idempotencyKey);
    await recordOutcome(mail, { state: "SENT", providerId });
    return "sent";
  } catch (error) {
    if (error instanceof MailError) return recordFailure(mail, error);
    throw error;
  }
}

async function recordFailure(mail: ClaimedMail, failure: MailError): Promise<keyof OutboxRun> {
  const { id, attempts } = mail;
  const { kind, message: error, retryAfterSeconds } = failure;
  // Not the provider's message, which may contain the recipient's address.
  log.warn({ id, attempts, kind, ...pickCodes(failure.cause) }, "a mail was not sent");
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

function pickCodes(cause: unknown): { code?: unknown; responseCode?: unknown } {
  const { code, responseCode } = (cause ?? {}) as { code?: unknown; responseCode?: unknown };
  return { code, responseCode };
}

/** @throws MailError (`refused`) when the secret or the template cannot be read */
async function compose(row: ClaimedMail): Promise<Mail> {
  const secret = row.sealed === null ? null : decryptSecret(row.sealed);
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
    replyTo: replyTo || undefined,
    messageId: messageId || undefined,
    headers: { ...row.headers, ...headers },
    tags: { outbox: buildOutboxTag(row) },
  };
}
