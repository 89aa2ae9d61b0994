import "server-only";
import { ELIGIBLE } from "@/domain/newsletter/subscription/suppression";
import { db, type Transaction } from "@/lib/db";
import { createId } from "@/lib/id";
import { MAX_BATCH_SIZE, SUPPORTS_IDEMPOTENCY_KEYS } from "@/lib/mail/mail";
import { MAX_DOUBT_HOURS } from "../rules";

/**
 * Creates a batch of the next messages after the checkpoint and moves the checkpoint in the same transaction, so that a crash
 * neither repeats nor skips a message. False where no message is left, or a delayed batch comes first.
 */
export function createBatch(campaignId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [campaign] = await tx.$queryRaw<{ lastSubscriberId: string | null }[]>`
      SELECT "lastSubscriberId" FROM "Campaign" WHERE "id" = ${campaignId} AND "status" = 'RUNNING' FOR UPDATE`;
    if (!campaign || (await hasDelayedBatch(tx, campaignId))) return false;
    const messages = await tx.campaignMessage.findMany({
      where: {
        campaignId,
        state: "QUEUED",
        batchId: null,
        subscriberId: { gt: campaign.lastSubscriberId ?? "" },
      },
      select: { id: true, subscriberId: true },
      orderBy: { subscriberId: "asc" },
      take: MAX_BATCH_SIZE,
    });
    const [first, last] = [messages[0], messages.at(-1)];
    if (!first || !last) return createRetryBatch(tx, campaignId);
    const batch = { id: createId(), campaignId };
    const idempotencyKey = `camp-${campaignId}-${first.subscriberId}`;
    await tx.campaignBatch.create({ data: { ...batch, idempotencyKey }, select: { id: true } });
    await tx.campaignMessage.updateMany({
      where: { id: { in: messages.map(({ id }) => id) } },
      data: { batchId: batch.id },
    });
    const data = { lastSubscriberId: last.subscriberId };
    await tx.campaign.update({ where: { id: campaignId }, data, select: { id: true } });
    return true;
  });
}

/**
 * After all other messages: creates a batch of one message that was refused before staff resumed the campaign. It is alone, so that
 * no other message is refused with it, and has a new key, because the provider may have accepted the former one.
 */
async function createRetryBatch(tx: Transaction, campaignId: string): Promise<boolean> {
  const message = await tx.campaignMessage.findFirst({
    where: { campaignId, state: "QUEUED", batchId: null },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  if (!message) return false;
  const batchId = createId();
  await tx.campaignBatch.create({
    data: {
      id: batchId,
      campaignId,
      idempotencyKey: `camp-${campaignId}-${batchId}${RETRY_SUFFIX}`,
    },
    select: { id: true },
  });
  await tx.campaignMessage.update({
    where: { id: message.id },
    data: { batchId },
    select: { id: true },
  });
  return true;
}

const RETRY_SUFFIX = "-again";

/** A delayed batch is retried before a new one is created: the failure of the provider would affect the new batch too. */
async function hasDelayedBatch(tx: Transaction, campaignId: string): Promise<boolean> {
  const [{ count } = { count: 0 }] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "CampaignBatch"
    WHERE "campaignId" = ${campaignId} AND "state" = 'OPEN' AND "nextAttemptAt" > clock_timestamp()`;
  return count > 0;
}

export interface LeasedBatch {
  id: string;
  campaignId: string;
  idempotencyKey: string;
  /** Identifies this lease: a worker that finds another number in the row has lost its lease. */
  attempts: number;
  /** True where the provider may have accepted an earlier call. */
  wasInDoubt: boolean;
  isExpired: boolean;
  /** True for a batch of `createRetryBatch`: another refusal says nothing about the other messages. */
  isRetry: boolean;
}

/** Leases the oldest batch without a lease, for one minute of database time. */
export async function leaseBatch(campaignId: string): Promise<LeasedBatch | null> {
  const [batch] = await db.$queryRaw<LeasedBatch[]>`
    WITH due AS (
      SELECT b."id", b."inDoubt" FROM "CampaignBatch" b JOIN "Campaign" c ON c."id" = b."campaignId"
      WHERE b."campaignId" = ${campaignId} AND b."state" = 'OPEN' AND c."status" = 'RUNNING'
        AND b."nextAttemptAt" <= clock_timestamp()
        AND (b."lockedUntil" IS NULL OR b."lockedUntil" < clock_timestamp())
      ORDER BY b."createdAt", b."id" LIMIT 1 FOR UPDATE OF b SKIP LOCKED
    )
    UPDATE "CampaignBatch" b SET "lockedUntil" = clock_timestamp() + interval '60 seconds', "attempts" = b."attempts" + 1,
      "firstAttemptAt" = coalesce(b."firstAttemptAt", clock_timestamp())
    FROM due WHERE b."id" = due."id"
    RETURNING b."id", b."campaignId", b."idempotencyKey", b."attempts", due."inDoubt" AS "wasInDoubt",
      b."firstAttemptAt" < clock_timestamp() - make_interval(hours => ${MAX_DOUBT_HOURS}::int) AS "isExpired",
      b."idempotencyKey" LIKE ${`%${RETRY_SUFFIX}`} AS "isRetry"`;
  return batch ?? null;
}

export interface DueMessage {
  messageId: string;
  subscriberId: string;
  email: string;
  locale: "FR" | "AR";
}

/**
 * Returns the messages of a batch that are still to be sent, in a stable order, and skips subscribers who are no longer eligible.
 * Marks the batch as in doubt until the outcome of the call is recorded. Returns no messages where the lease was lost.
 */
export function claimMessages({ id, attempts }: LeasedBatch): Promise<DueMessage[]> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.campaignBatch.updateMany({
      where: { id, state: "OPEN", attempts },
      data: { inDoubt: true },
    });
    if (count === 0) return [];
    await tx.$executeRaw`
      UPDATE "CampaignMessage" m SET "state" = 'SKIPPED', "updatedAt" = now()
      WHERE m."batchId" = ${id} AND m."state" = 'QUEUED'
        AND NOT EXISTS (SELECT 1 FROM "NewsletterSubscriber" s WHERE s."id" = m."subscriberId" AND ${ELIGIBLE})`;
    return tx.$queryRaw<DueMessage[]>`
      WITH taken AS (
        UPDATE "CampaignMessage" SET "attempt" = ${attempts}, "updatedAt" = now()
        WHERE "batchId" = ${id} AND "state" = 'QUEUED' RETURNING "id", "subscriberId"
      )
      SELECT t."id" AS "messageId", s."id" AS "subscriberId", s."email", s."locale"::text AS "locale"
      FROM taken t JOIN "NewsletterSubscriber" s ON s."id" = t."subscriberId" ORDER BY t."id"`;
  });
}

/** Whether a call is safe: no earlier call is in doubt, or the transport still remembers its idempotency key. */
export function canSend({ wasInDoubt, isExpired }: LeasedBatch): boolean {
  return !wasInDoubt || (SUPPORTS_IDEMPOTENCY_KEYS && !isExpired);
}
