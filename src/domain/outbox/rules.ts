/** Resend stores an idempotency key for 24 hours; a later retry could send a second message. */
export const MAX_RETRY_HOURS = 23;
export const LEASE_SECONDS = 60;
export const RETENTION_DAYS = 90;
export const EVENT_RETENTION_DAYS = 7;

const INITIAL_DELAY_SECONDS = 5;
const MAX_DELAY_SECONDS = 3_600;

/**
 * Exponential backoff with jitter: the delay after `attempts` attempts doubles up to an hour, of which the second half is random, and
 * is at least `retryAfterSeconds`. `random` lies between 0 and 1.
 */
export function getRetryDelaySeconds(
  attempts: number,
  retryAfterSeconds = 0,
  random: number = Math.random(),
): number {
  const doubled = INITIAL_DELAY_SECONDS * 2 ** Math.min(attempts - 1, 20);
  const delay = Math.min(doubled, MAX_DELAY_SECONDS);
  return Math.max(delay / 2 + (delay / 2) * random, retryAfterSeconds);
}

const KEY_SUFFIX = /~(\w{8})$/;

/** Returns a new key for a mail that the provider accepted under the old key and then failed to send. */
export function renewIdempotencyKey(key: string, suffix: string): string {
  return `${key.replace(KEY_SUFFIX, "")}~${suffix.slice(-8)}`;
}

/** The tag by which webhook events refer to a mail. It changes with the key, so that events of an earlier sending do not match. */
export function buildOutboxTag({
  id,
  idempotencyKey,
}: {
  id: string;
  idempotencyKey: string;
}): string {
  return [id, KEY_SUFFIX.exec(idempotencyKey)?.[1]].filter(Boolean).join("_");
}
