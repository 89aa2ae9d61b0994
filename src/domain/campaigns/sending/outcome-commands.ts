import "server-only";
import { db, type Transaction } from "@/lib/db";
import { createId } from "@/lib/id";
import { SUPPORTS_IDEMPOTENCY_KEYS } from "@/lib/mail/mail";
import type { MailError } from "@/lib/mail/mail-error";
import { ATTEMPTS_BEFORE_PAUSE, getRetryDelaySeconds } from "../rules";
import type { DueMessage, LeasedBatch } from "./batch-commands";
import { autoPauseCampaign, pauseIfOverThreshold } from "./pause-commands";

/** Everybody of this call got it; `providerIds` in the order of the call. Answers how many. */
export function recordSent(
  batch: LeasedBatch,
  messages: readonly DueMessage[],
  providerIds: readonly string[],
): Promise<number> {
  return closeBatch(batch, "DONE", async (tx) => {
    await tx.$executeRaw`
      UPDATE "CampaignMessage" m SET "state" = 'SENT', "sentAt" = now(), "providerId" = t."providerId", "updatedAt" = now()
      FROM unnest(${messages.map(({ messageId }) => messageId)}::text[], ${[...providerIds]}::text[]) AS t("id", "providerId")
      WHERE m."id" = t."id" AND m."state" = 'QUEUED'`;
    const ids = messages.map(({ messageId }) => messageId);
    // The provider may have told of one meanwhile that it could not be sent.
    const where = { id: { in: ids }, state: { not: "FAILED" as const } };
    return incrementSent(tx, batch, await tx.campaignMessage.count({ where }));
  });
}

/**
 * An earlier call of this key had been taken, with everybody whom it held: who unsubscribed since had the mail before.
 * With two calls of unknown end, it stays unknown of those whom only the first held.
 */
export function recordAlreadyAccepted(batch: LeasedBatch): Promise<number> {
  return closeBatch(batch, "DONE", async (tx) => {
    const sent = await tx.$executeRaw`
      UPDATE "CampaignMessage" SET "state" = 'SENT', "sentAt" = now(), "updatedAt" = now()
      WHERE "batchId" = ${batch.id} AND "state" IN ('QUEUED', 'SKIPPED') AND "attempt" >= ${batch.attempts - 1} AND "attempt" > 0`;
    await tx.$executeRaw`
      UPDATE "CampaignMessage" SET "state" = 'UNKNOWN', "updatedAt" = now()
      WHERE "batchId" = ${batch.id} AND "state" = 'SKIPPED' AND "attempt" > 0`;
    return incrementSent(tx, batch, sent);
  });
}

/** Nobody can tell any more whether they got it: no call is made again. */
export function recordUnknown(batch: LeasedBatch, why: string): Promise<number> {
  return closeBatch(batch, "UNKNOWN", async (tx) => {
    await tx.campaignMessage.updateMany({
      where: {
        batchId: batch.id,
        OR: [{ state: "QUEUED" }, { state: "SKIPPED", attempt: { gt: 0 } }],
      },
      data: { state: "UNKNOWN" },
    });
    await tx.campaignBatch.updateMany({ where: { id: batch.id }, data: { lastError: why } });
    return 0;
  });
}

/** Nobody of the batch is left to be mailed. */
export function closeEmptyBatch(batch: LeasedBatch): Promise<number> {
  return closeBatch(batch, "DONE", async () => 0);
}

/** The same call is made again later. After many in a row the campaign waits for a person. */
export async function scheduleRetry(batch: LeasedBatch, error: MailError): Promise<void> {
  const seconds = error.retryAfterSeconds ?? getRetryDelaySeconds(batch.attempts, Math.random());
  const inDoubt = batch.wasInDoubt || (SUPPORTS_IDEMPOTENCY_KEYS && error.wasAccepted === "maybe");
  await db.$transaction(async (tx) => {
    await lockCampaignRow(tx, batch);
    const updatedRows = await tx.$executeRaw`
      UPDATE "CampaignBatch" SET "lockedUntil" = NULL, "lastError" = ${error.message}, "inDoubt" = ${inDoubt},
        "firstAttemptAt" = CASE WHEN ${inDoubt} THEN "firstAttemptAt" END,
        "nextAttemptAt" = clock_timestamp() + make_interval(secs => ${seconds}::int)
      WHERE "id" = ${batch.id} AND "state" = 'OPEN' AND "attempts" = ${batch.attempts}`;
    if (updatedRows === 0) return;
    if (!inDoubt) await resetAttempts(tx, batch);
    if (batch.attempts % ATTEMPTS_BEFORE_PAUSE !== 0) return;
    await autoPauseCampaign(
      tx,
      batch.campaignId,
      `Le service d'envoi ne répond pas (${error.message}) Reprenez quand il est rétabli.`,
    );
  });
}

/** One bad address has the whole call refused: each goes alone then, and only the bad ones fail. */
export async function recordRefusal(
  batch: LeasedBatch,
  messages: readonly DueMessage[],
  error: MailError,
): Promise<void> {
  if (batch.wasInDoubt) return pauseForDoubt(batch, error);
  await closeBatch(batch, "DONE", async (tx) => {
    if (messages.length > 1) await splitBatch(tx, batch, messages);
    else await recordFailure(tx, batch, messages, error);
    return 0;
  });
}

/** Refused now, but an earlier call may have been taken: to split the batch could send twice. */
async function pauseForDoubt(batch: LeasedBatch, error: MailError): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockCampaignRow(tx, batch);
    await tx.$executeRaw`
      UPDATE "CampaignBatch" SET "lockedUntil" = NULL, "lastError" = ${error.message}
      WHERE "id" = ${batch.id} AND "state" = 'OPEN' AND "attempts" = ${batch.attempts}`;
    await autoPauseCampaign(tx, batch.campaignId, `Le service d'envoi refuse (${error.message})`);
  });
}

async function splitBatch(tx: Transaction, batch: LeasedBatch, messages: readonly DueMessage[]) {
  const batches = messages.map(({ messageId, subscriberId }) => ({
    messageId,
    id: createId(),
    campaignId: batch.campaignId,
    idempotencyKey: `camp-${batch.campaignId}-${subscriberId}-alone`,
  }));
  await tx.campaignBatch.createMany({ data: batches.map(({ messageId: _, ...row }) => row) });
  await tx.$executeRaw`
    UPDATE "CampaignMessage" m SET "batchId" = t."batchId", "attempt" = 0, "updatedAt" = now()
    FROM unnest(${batches.map(({ messageId }) => messageId)}::text[], ${batches.map(({ id }) => id)}::text[]) AS t("id", "batchId")
    WHERE m."id" = t."id"`;
}

async function recordFailure(
  tx: Transaction,
  batch: LeasedBatch,
  messages: readonly DueMessage[],
  error: MailError,
) {
  const ids = messages.map(({ messageId }) => messageId);
  const { count } = await tx.campaignMessage.updateMany({
    where: { id: { in: ids }, state: "QUEUED" },
    data: { state: "FAILED" },
  });
  const told = { where: { id: batch.id }, data: { lastError: error.message } };
  await tx.campaignBatch.update({ ...told, select: { id: true } });
  const errors = { errors: { increment: count } };
  await tx.campaign.update({
    where: { id: batch.campaignId },
    data: errors,
    select: { id: true },
  });
  if (!batch.isAgain) await pauseIfOverThreshold(tx, batch.campaignId);
}

async function incrementSent(tx: Transaction, batch: LeasedBatch, sent: number): Promise<number> {
  const data = { sent: { increment: sent } };
  await tx.campaign.update({ where: { id: batch.campaignId }, data, select: { id: true } });
  return sent;
}

/** It was not taken, so nobody of it can have got anything. */
async function resetAttempts(tx: Transaction, { id }: LeasedBatch): Promise<void> {
  await tx.campaignMessage.updateMany({ where: { batchId: id }, data: { attempt: 0 } });
}

/** First, as whoever resumes a campaign does: two who take the rows in turn would wait for each other. */
async function lockCampaignRow(tx: Transaction, { campaignId }: LeasedBatch): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Campaign" WHERE "id" = ${campaignId} FOR UPDATE`;
}

/** Whose lease ran out meanwhile changes nothing: another worker asks with the same key. */
function closeBatch(
  batch: LeasedBatch,
  state: "DONE" | "UNKNOWN",
  act: (tx: Transaction) => Promise<number>,
): Promise<number> {
  return db.$transaction(async (tx) => {
    await lockCampaignRow(tx, batch);
    const { count } = await tx.campaignBatch.updateMany({
      where: { id: batch.id, state: "OPEN", attempts: batch.attempts },
      data: { state, lockedUntil: null, inDoubt: false, lastError: null },
    });
    return count === 0 ? 0 : act(tx);
  });
}
