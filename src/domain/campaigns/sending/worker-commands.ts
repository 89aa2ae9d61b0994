import "server-only";
import { buildRecipientMail, Snapshot } from "@/domain/campaigns/content/recipient-mail";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { sendBatch } from "@/lib/mail/mail";
import { MailError } from "@/lib/mail/mail-error";
import type { CampaignRun } from "../schema";
import {
  canSend,
  claimMessages,
  createBatch,
  type DueMessage,
  type LeasedBatch,
  leaseBatch,
} from "./batch-commands";
import {
  closeEmptyBatch,
  recordAlreadyAccepted,
  recordRefusal,
  recordSent,
  recordUnknown,
  scheduleRetry,
} from "./outcome-commands";
import { pauseStalledCampaigns } from "./pause-commands";
import { startDueCampaigns } from "./start-commands";

/** The last call may take another half minute. */
const MAX_RUN_SECONDS = 40;

/**
 * Starts the campaigns that are due and sends their batches until no work is left or the time is up. Any number of workers can run
 * at the same time: each batch is leased, and the checkpoint moves under a lock.
 */
export async function runCampaigns(seconds = MAX_RUN_SECONDS): Promise<CampaignRun> {
  const until = Date.now() + seconds * 1_000;
  await pauseStalledCampaigns();
  const run: CampaignRun = { started: await startDueCampaigns(), batches: 0, sent: 0, finished: 0 };
  const running = await db.campaign.findMany({
    where: { status: "RUNNING" },
    select: { id: true },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
  });
  for (const { id } of running) {
    while (Date.now() < until) {
      const sentCount = await processNextBatch(id);
      if (sentCount === null) break;
      run.batches++;
      run.sent += sentCount;
    }
    if (await finishIfDone(id)) run.finished++;
  }
  await closeCancelledBatches();
  return run;
}

/** Sends one batch and returns the number of sent messages; null where no batch is due. */
async function processNextBatch(campaignId: string): Promise<number | null> {
  const batch = await leaseBatch(campaignId);
  if (batch) return processBatch(batch);
  if (!(await createBatch(campaignId))) return null;
  const created = await leaseBatch(campaignId);
  return created ? processBatch(created) : 0;
}

async function processBatch(batch: LeasedBatch): Promise<number> {
  if (!canSend(batch)) {
    return recordUnknown(batch, "Personne ne sait si ces messages sont partis.");
  }
  const [messages, snapshot] = [await claimMessages(batch), await getSnapshot(batch.campaignId)];
  if (messages.length === 0)
    return batch.wasInDoubt
      ? recordUnknown(batch, ALL_UNSUBSCRIBED_REASON)
      : closeEmptyBatch(batch);
  try {
    const mails = messages.map((message) => buildRecipientMail(message, snapshot));
    const answer = await sendBatch(mails, batch.idempotencyKey);
    if (answer === "already accepted") return await recordAlreadyAccepted(batch);
    return await recordSent(batch, messages, answer);
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    await recordMailError(batch, messages, error);
    return 0;
  }
}

async function recordMailError(batch: LeasedBatch, messages: DueMessage[], error: MailError) {
  log.warn({ batch: batch.id, kind: error.kind }, "a batch of a campaign was not taken");
  if (error.kind === "retry") await scheduleRetry(batch, error);
  else if (error.kind === "refused") await recordRefusal(batch, messages, error);
  else await recordUnknown(batch, error.message);
}

/** Without a message, the provider cannot be asked again with the same key. */
const ALL_UNSUBSCRIBED_REASON =
  "Tous se sont désinscrits depuis un envoi dont l'issue est inconnue.";

async function getSnapshot(id: string): Promise<Snapshot> {
  const row = await db.campaign.findUniqueOrThrow({ where: { id }, select: { snapshot: true } });
  return Snapshot.parse(row.snapshot);
}

/** Finishes a campaign without messages after the checkpoint and without open batches; a batch that it creates keeps it running. */
async function finishIfDone(id: string): Promise<boolean> {
  if (await createBatch(id)) return false;
  const done = await db.$executeRaw`
    UPDATE "Campaign" c SET "status" = 'FINISHED', "finishedAt" = now(), "updatedAt" = now(), "version" = c."version" + 1
    WHERE c."id" = ${id} AND c."status" = 'RUNNING'
      AND NOT EXISTS (SELECT 1 FROM "CampaignBatch" b WHERE b."campaignId" = c."id" AND b."state" = 'OPEN')`;
  return done > 0;
}

/** Closes the open batches of cancelled campaigns: messages of a call with unknown outcome become UNKNOWN, others SKIPPED. */
async function closeCancelledBatches(): Promise<void> {
  await db.$executeRaw`
    WITH left_over AS (
      UPDATE "CampaignBatch" b SET "state" = (CASE WHEN b."inDoubt" THEN 'UNKNOWN' ELSE 'DONE' END)::"CampaignBatchState", "lockedUntil" = NULL
      FROM "Campaign" c WHERE c."id" = b."campaignId" AND c."status" = 'CANCELLED' AND b."state" = 'OPEN'
        AND (b."lockedUntil" IS NULL OR b."lockedUntil" < clock_timestamp())
      RETURNING b."id", b."state"
    )
    UPDATE "CampaignMessage" m SET "state" = (CASE WHEN l."state" = 'UNKNOWN' THEN 'UNKNOWN' ELSE 'SKIPPED' END)::"CampaignMessageState", "updatedAt" = now()
    FROM left_over l WHERE m."batchId" = l."id" AND m."state" = 'QUEUED'`;
}
