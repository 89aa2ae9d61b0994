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
  /** Until when, as the database writes it: no two senders of a row have the same. */
  lease: string;
  /** Its last sender ended without a word. */
  wasInterrupted: boolean;
}

/** Takes the mail that is due first, for a minute of database time; null when none is. */
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

/** Mails that were tried for 23 hours: whether one of the calls was taken nobody knows. Answers how many. */
export function giveUpExpiredMails(): Promise<number> {
  return db.$executeRaw`
    UPDATE "OutboxEmail" SET "state" = 'UNKNOWN', "lockedUntil" = NULL
    WHERE ("state" = 'QUEUED' OR ("state" = 'SENDING' AND "lockedUntil" < clock_timestamp()))
      AND "firstAttemptAt" <= clock_timestamp() - ${MAX_RETRY_HOURS} * interval '1 hour'`;
}

interface End {
  state: OutboxState;
  error?: string;
  providerId?: string | null;
  /** Of database time, until the next try. */
  waitSeconds?: number;
}

/**
 * Writes what became of a mail and gives the lease back. Whoever lost the lease in the meantime changes nothing: the row
 * is another sender's, or the webhook knew better. What a sent mail kept sealed is gone with it.
 */
export async function recordOutcome({ id, lease }: ClaimedMail, end: End): Promise<void> {
  const { state, error = null, providerId = null, waitSeconds = 0 } = end;
  const written = await db.$executeRaw`
    UPDATE "OutboxEmail" SET "state" = ${state}::"OutboxState", "lastError" = ${error}, "lockedUntil" = NULL,
      "providerId" = coalesce(${providerId}, "providerId"),
      "nextAttemptAt" = clock_timestamp() + ${waitSeconds}::float8 * interval '1 second',
      "sentAt" = CASE WHEN ${state} = 'SENT' THEN clock_timestamp() END,
      "sealed" = CASE WHEN ${state} = 'SENT' THEN NULL ELSE "sealed" END
    WHERE "id" = ${id} AND "state" = 'SENDING' AND "lockedUntil" = ${lease}::timestamptz`;
  if (written === 0) log.warn({ id }, "a mail's lease was lost before its end was written");
}
