import "server-only";
import { db, type Transaction } from "@/lib/db";
import { createId } from "@/lib/id";
import { SUPPORTS_IDEMPOTENCY_KEYS } from "@/lib/mail/mail";
import type { MailError } from "@/lib/mail/mail-error";
import { ATTEMPTS_BEFORE_PAUSE, getRetryDelaySeconds } from "../rules";
import type { DueMessage, LeasedBatch } from "./batch-commands";
import { autoPauseCampaign, pauseIfOverThreshold } from "./pause-commands";

/** Marks all messages of a call as sent. `providerIds`: in the order of `messages`. Returns the number of sent messages. */
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
    // A webhook may have reported a failure meanwhile.
    const where = { id: { in: ids }, state: { not: "FAILED" as const } };
    return incrementSent(tx, batch, await tx.campaignMessage.count({ where }));
  });
}

/**
 * The provider had accepted an earlier call with this key, so its messages are sent, also to subscribers who have unsubscribed since.
 * After two calls with unknown outcome, messages that were only in the first one become UNKNOWN.
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

/** Closes a batch whose outcome cannot be determined any more; it is not sent again. */
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

/** Closes a batch without eligible recipients. */
export function closeEmptyBatch(batch: LeasedBatch): Promise<number> {
  return closeBatch(batch, "DONE", async () => 0);
}

/** Schedules the same call again. After every `ATTEMPTS_BEFORE_PAUSE` attempts, pauses the campaign. */
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

/** The provider refuses a whole call for one invalid address: splits the batch, so that only invalid addresses fail. */
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

/** An earlier call may have been accepted, so splitting the batch could send messages twice. */
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
  await tx.campaignBatch.update({
    where: { id: batch.id },
    data: { lastError: error.message },
    select: { id: true },
  });
  await tx.campaign.update({
    where: { id: batch.campaignId },
    data: { errors: { increment: count } },
    select: { id: true },
  });
  if (!batch.isRetry) await pauseIfOverThreshold(tx, batch.campaignId);
}

async function incrementSent(tx: Transaction, batch: LeasedBatch, sent: number): Promise<number> {
  const data = { sent: { increment: sent } };
  await tx.campaign.update({ where: { id: batch.campaignId }, data, select: { id: true } });
  return sent;
}

/** The provider did not accept the call, so none of its messages was sent. */
async function resetAttempts(tx: Transaction, { id }: LeasedBatch): Promise<void> {
  await tx.campaignMessage.updateMany({ where: { batchId: id }, data: { attempt: 0 } });
}

/** Locks the campaign before its messages, like the command that resumes it, to avoid a deadlock. */
async function lockCampaignRow(tx: Transaction, { campaignId }: LeasedBatch): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Campaign" WHERE "id" = ${campaignId} FOR UPDATE`;
}

/** Does nothing after the lease is lost: another worker then sends the batch with the same key. */
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
