import "server-only";
import type { OutboxState } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { LEASE_SECONDS, MAX_RETRY_HOURS } from "./rules";

export interface ClaimedMail {
  id: string;
  to: string;
  template: string;
  props: unknown;
  subject: string;
  locale: "FR" | "AR";
  replyTo: string | null;
  messageId: string | null;
  headers: Record<string, string> | null;
  sealed: string | null;
  idempotencyKey: string;
  attempts: number;
  /** `lockedUntil` in the database's text format, which identifies the worker that claimed the row. */
  lease: string;
  /** An earlier worker claimed the row and its lease expired. */
  wasInterrupted: boolean;
}

/** Claims the mail that is due first, with a lease of LEASE_SECONDS on database time. Null when none is due. */
export async function claimNextMail(): Promise<ClaimedMail | null> {
  const [mail] = await db.$queryRaw<ClaimedMail[]>`
    WITH due AS (
      SELECT "id", "state" = 'SENDING' AS "wasInterrupted" FROM "OutboxEmail"
      WHERE (("state" = 'QUEUED' AND "nextAttemptAt" <= clock_timestamp())
          OR ("state" = 'SENDING' AND "lockedUntil" < clock_timestamp()))
        AND ("firstAttemptAt" IS NULL OR "firstAttemptAt" > clock_timestamp() - ${MAX_RETRY_HOURS} * interval '1 hour')
      ORDER BY "nextAttemptAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    UPDATE "OutboxEmail" o SET "state" = 'SENDING', "attempts" = o."attempts" + 1,
      "firstAttemptAt" = coalesce(o."firstAttemptAt", clock_timestamp()),
      "lockedUntil" = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'
    FROM due WHERE o."id" = due."id"
    RETURNING o."id", o."to", o."template", o."props", o."subject", o."locale"::text, o."replyTo", o."messageId",
      o."headers", o."sealed", o."idempotencyKey", o."attempts", o."lockedUntil"::text AS "lease", due."wasInterrupted"`;
  return mail ?? null;
}

/** Marks mails UNKNOWN after MAX_RETRY_HOURS: one of the calls may have been accepted. Returns the number of rows. */
export function giveUpExpiredMails(): Promise<number> {
  return db.$executeRaw`
    UPDATE "OutboxEmail" SET "state" = 'UNKNOWN', "lockedUntil" = NULL
    WHERE ("state" = 'QUEUED' OR ("state" = 'SENDING' AND "lockedUntil" < clock_timestamp()))
      AND "firstAttemptAt" <= clock_timestamp() - ${MAX_RETRY_HOURS} * interval '1 hour'`;
}

interface Outcome {
  state: OutboxState;
  error?: string;
  providerId?: string | null;
  /** Seconds until the next attempt, on database time. */
  waitSeconds?: number;
}

/**
 * Records the outcome of an attempt and releases the lease. Changes nothing when the lease was lost: another worker has the row, or the
 * webhook has already recorded the outcome. Deletes the sealed secret of a sent mail.
 */
export async function recordOutcome({ id, lease }: ClaimedMail, outcome: Outcome): Promise<void> {
  const { state, error = null, providerId = null, waitSeconds = 0 } = outcome;
  const written = await db.$executeRaw`
    UPDATE "OutboxEmail" SET "state" = ${state}::"OutboxState", "lastError" = ${error}, "lockedUntil" = NULL,
      "providerId" = coalesce(${providerId}, "providerId"),
      "nextAttemptAt" = clock_timestamp() + ${waitSeconds}::float8 * interval '1 second',
      "sentAt" = CASE WHEN ${state} = 'SENT' THEN clock_timestamp() END,
      "sealed" = CASE WHEN ${state} = 'SENT' THEN NULL ELSE "sealed" END
    WHERE "id" = ${id} AND "state" = 'SENDING' AND "lockedUntil" = ${lease}::timestamptz`;
  if (written === 0) log.warn({ id }, "a mail's lease was lost before its end was written");
}
