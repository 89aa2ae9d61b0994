/** Resend remembers a key for 24 hours: after 23 another call could make a second message. */
export const MAX_RETRY_HOURS = 23;
export const LEASE_SECONDS = 60;
export const RETENTION_DAYS = 90;
export const EVENT_RETENTION_DAYS = 7;

const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 3_600;

/** Seconds until attempt `attempts + 1`: doubled each time up to an hour, the second half of it by chance; never before what the vendor asked for. */
export function getRetryDelaySeconds(
  attempts: number,
  retryAfterSeconds = 0,
  chance: number = Math.random(),
): number {
  const doubled = FIRST_WAIT_SECONDS * 2 ** Math.min(attempts - 1, 20);
  const whole = Math.min(doubled, LONGEST_WAIT_SECONDS);
  return Math.max(whole / 2 + (whole / 2) * chance, retryAfterSeconds);
}

const RENEWAL = /~(\w{8})$/;

/** Another key for a mail that the service took under its old one and then failed to send. */
export function renewIdempotencyKey(key: string, suffix: string): string {
  return `${key.replace(RENEWAL, "")}~${suffix.slice(-8)}`;
}

/** What the service's events name the mail by: not what was told of its last sending before it was queued anew. */
export function buildOutboxTag({
  id,
  idempotencyKey,
}: {
  id: string;
  idempotencyKey: string;
}): string {
  return [id, RENEWAL.exec(idempotencyKey)?.[1]].filter(Boolean).join("_");
}
