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

/** A call may take half a minute more. */
const MAX_RUN_SECONDS = 40;

/**
 * Starts the campaigns that are due and hands over their batches, until nothing is left to do now or the time is up.
 * Any number may run at once, in any process: each batch is leased, and the checkpoint moves under a lock.
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

/** One batch: how many got it; null where none is to be handed over now. */
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

/** Then there is nothing left to ask the provider with. */
const ALL_UNSUBSCRIBED_REASON =
  "Tous se sont désinscrits depuis un envoi dont l'issue est inconnue.";

async function getSnapshot(id: string): Promise<Snapshot> {
  const row = await db.campaign.findUniqueOrThrow({ where: { id }, select: { snapshot: true } });
  return Snapshot.parse(row.snapshot);
}

/** Done when nobody is left past the checkpoint and no batch is open: a batch that was just cut keeps it running. */
async function finishIfDone(id: string): Promise<boolean> {
  if (await createBatch(id)) return false;
  const done = await db.$executeRaw`
    UPDATE "Campaign" c SET "status" = 'FINISHED', "finishedAt" = now(), "updatedAt" = now(), "version" = c."version" + 1
    WHERE c."id" = ${id} AND c."status" = 'RUNNING'
      AND NOT EXISTS (SELECT 1 FROM "CampaignBatch" b WHERE b."campaignId" = c."id" AND b."state" = 'OPEN')`;
  return done > 0;
}

/** What a cancelled campaign had taken up: never called is passed over, a call of unknown end stays unknown. */
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
