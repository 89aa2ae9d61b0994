import "server-only";
import { db, type Transaction } from "@/lib/db";
import { createId } from "@/lib/id";
import type { OperationKinds } from "./kind";

const LEASE_SECONDS = 60;
/** Failed runs in a row after which the operation is FAILED. */
const MAX_ATTEMPTS = 5;
const RETRY_SECONDS = 5;

export interface ClaimedOperation {
  id: string;
  kind: keyof OperationKinds;
  state: "VALIDATING" | "APPLYING" | "UNDOING";
  spec: unknown;
  userId: string | null;
  leaseId: string;
}

/** Claims the oldest operation that is due and that no other process works on. Null when there is none. */
export async function claimOperation(): Promise<ClaimedOperation | null> {
  const [operation] = await db.$queryRaw<ClaimedOperation[]>`
    WITH due AS (
      SELECT "id" FROM "ProductOperation"
      WHERE ("state" IN ('VALIDATING', 'APPLYING', 'UNDOING') OR ("state" = 'SCHEDULED' AND "scheduledAt" <= now()))
        AND ("leaseUntil" IS NULL OR "leaseUntil" < clock_timestamp())
      ORDER BY "createdAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    UPDATE "ProductOperation" o SET "startedAt" = coalesce(o."startedAt", now()), "leaseId" = ${createId()},
      "state" = CASE WHEN o."state" = 'SCHEDULED' THEN 'APPLYING' ELSE o."state" END,
      "leaseUntil" = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'
    FROM due WHERE o."id" = due."id"
    RETURNING o."id", o."kind"::text, o."state"::text, o."spec", o."userId", o."leaseId"`;
  return operation ?? null;
}

export class LeaseLostError extends Error {}

/** Renews the lease, and holds the operation until the transaction ends. @throws LeaseLostError where another process has claimed it */
export async function renewLease(
  tx: Transaction,
  { id, state, leaseId }: ClaimedOperation,
): Promise<void> {
  const count = await tx.$executeRaw`
    UPDATE "ProductOperation" SET "leaseUntil" = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'
    WHERE "id" = ${id} AND "leaseId" = ${leaseId} AND "state" = ${state}::"OperationState"`;
  if (count === 0) throw new LeaseLostError("another process works on this operation");
}

export async function releaseLease({ id, leaseId }: ClaimedOperation): Promise<void> {
  await db.productOperation.updateMany({
    where: { id, leaseId },
    data: { leaseId: null, leaseUntil: null },
  });
}

/** Releases the lease for a later attempt. After several failures in a row the operation ends. */
export async function recordFailedRun({ id, leaseId }: ClaimedOperation): Promise<void> {
  await db.$executeRaw`
    UPDATE "ProductOperation" SET "leaseId" = NULL, "attempts" = "attempts" + 1,
      "leaseUntil" = clock_timestamp() + ("attempts" + 1) * ${RETRY_SECONDS} * interval '1 second'
    WHERE "id" = ${id} AND "leaseId" = ${leaseId}`;
  await db.$executeRaw`
    UPDATE "ProductOperation" SET "state" = 'FAILED', "finishedAt" = now(), "leaseUntil" = NULL,
      "error" = 'Le travail a échoué plusieurs fois de suite. Ce qui est fait peut être annulé.',
      "undoUntil" = coalesce("undoUntil", now() + interval '30 days')
    WHERE "id" = ${id} AND "leaseId" IS NULL AND "attempts" >= ${MAX_ATTEMPTS} AND "state" IN ('VALIDATING', 'APPLYING', 'UNDOING')`;
}

export async function failOperation(
  { id, leaseId }: ClaimedOperation,
  error: string,
): Promise<void> {
  await db.$executeRaw`
    UPDATE "ProductOperation" SET "state" = 'FAILED', "error" = ${error}, "finishedAt" = now(), "leaseId" = NULL,
      "leaseUntil" = NULL, "undoUntil" = coalesce("undoUntil", now() + interval '30 days')
    WHERE "id" = ${id} AND "leaseId" = ${leaseId}`;
}
