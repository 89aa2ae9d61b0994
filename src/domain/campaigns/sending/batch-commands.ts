import "server-only";
import { ELIGIBLE } from "@/domain/newsletter/subscription/suppression";
import { db, type Transaction } from "@/lib/db";
import { createId } from "@/lib/id";
import { MAX_BATCH_SIZE, SUPPORTS_IDEMPOTENCY_KEYS } from "@/lib/mail/mail";
import { MAX_DOUBT_HOURS } from "../rules";

/**
 * Takes the next people past the checkpoint into a batch and moves the checkpoint, all in one transaction: nobody is taken twice
 * and nobody is left out, wherever a process dies. False where nobody is left.
 */
export function createBatch(campaignId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [campaign] = await tx.$queryRaw<{ lastSubscriberId: string | null }[]>`
      SELECT "lastSubscriberId" FROM "Campaign" WHERE "id" = ${campaignId} AND "status" = 'RUNNING' FOR UPDATE`;
    if (!campaign || (await hasDelayedBatch(tx, campaignId))) return false;
    const messages = await tx.campaignMessage.findMany({
      where: {
        ...{ campaignId, state: "QUEUED", batchId: null },
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
 * Once everybody else had their turn: one of those who were refused before a person resumed the campaign. Alone, so that nobody
 * else is refused with them, and under a key of its own: the former may have been accepted.
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

/** A batch that was not taken is tried again first: what ails the provider would meet the next one too. */
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
  /** Names this lease: whoever finds another number has lost it. */
  attempts: number;
  /** Before this call: an earlier one may have been taken. */
  wasInDoubt: boolean;
  isTooOld: boolean;
  /** Of somebody who was refused before: that they are again says nothing of the others. */
  isAgain: boolean;
}

/** Takes the oldest batch that nobody works on, for a minute of the database's time. */
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
      b."firstAttemptAt" < clock_timestamp() - make_interval(hours => ${MAX_DOUBT_HOURS}::int) AS "isTooOld",
      b."idempotencyKey" LIKE ${`%${RETRY_SUFFIX}`} AS "isAgain"`;
  return batch ?? null;
}

export interface DueMessage {
  messageId: string;
  subscriberId: string;
  email: string;
  locale: "FR" | "AR";
}

/**
 * Who of a batch is still to be mailed, in the order of every call; who may not be mailed any more is passed over.
 * From here on the batch is in doubt until the call's end is noted. Nobody for whoever lost the lease.
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

/** Whether a call that nobody knows the end of may be made again. */
export function canSend({ wasInDoubt, isTooOld }: LeasedBatch): boolean {
  return !wasInDoubt || (SUPPORTS_IDEMPOTENCY_KEYS && !isTooOld);
}
