import "server-only";
import { enqueueMail } from "@/domain/outbox/tx-commands";
import { getSettings } from "@/domain/settings/queries";
import { db, type Transaction } from "@/lib/db";
import { appUrl, env } from "@/lib/env";
import { formatDateTime } from "@/lib/format/format";
import { type CampaignFigures, findPauseReason, MAX_DELAY_HOURS } from "../rules";

/** Pauses a campaign whose refusals, complaints or bounces exceed the limits of `rules.ts`. */
export async function pauseIfOverThreshold(tx: Transaction, campaignId: string): Promise<void> {
  const [figures] = await tx.$queryRaw<CampaignFigures[]>`
    SELECT c."sent", c."errors",
      (SELECT count(*)::int FROM "CampaignMessage" m WHERE m."campaignId" = c."id" AND m."state" = 'COMPLAINED') AS "complaints",
      (SELECT count(*)::int FROM "CampaignMessage" m WHERE m."campaignId" = c."id" AND m."state" = 'BOUNCED') AS "bounces"
    FROM "Campaign" c WHERE c."id" = ${campaignId} AND c."status" = 'RUNNING'`;
  const reason = figures ? findPauseReason(figures) : null;
  if (reason) await autoPauseCampaign(tx, campaignId, reason);
}

/** Pauses a campaign without a person's request and notifies the shop by mail. Does nothing where its status is not `from`. */
export async function autoPauseCampaign(
  tx: Transaction,
  campaignId: string,
  reason: string,
  from: "RUNNING" | "SCHEDULED" = "RUNNING",
): Promise<void> {
  const [stopped] = await tx.campaign.updateManyAndReturn({
    where: { id: campaignId, status: from },
    data: { status: "PAUSED", pausedReason: reason, version: { increment: 1 } },
    select: { subject: true, sent: true, toSend: true, version: true },
  });
  if (!stopped) return;
  const { version, ...props } = stopped;
  const { notificationEmail } = await getSettings(tx);
  await enqueueMail(tx, {
    template: "campaign-paused",
    props: { ...props, reason, url: `${appUrl}/admin/newsletter/campaigns/${campaignId}` },
    to: notificationEmail ?? env.ADMIN_EMAIL,
    locale: "FR",
    idempotencyKey: `campaign-paused:${campaignId}:${version}`,
    entity: { type: "Campaign", id: campaignId },
  });
}

/** Pauses running campaigns without activity for `MAX_DELAY_HOURS`, for example after an outage. Staff decide whether to resume them. */
export async function pauseStalledCampaigns(): Promise<void> {
  const stalled = await db.$queryRaw<{ id: string; lastActivityAt: Date }[]>`
    SELECT * FROM (
      SELECT c."id", greatest(c."updatedAt", max(b."createdAt"), max(b."lockedUntil"), max(b."nextAttemptAt")) AS "lastActivityAt"
      FROM "Campaign" c LEFT JOIN "CampaignBatch" b ON b."campaignId" = c."id"
      WHERE c."status" = 'RUNNING' GROUP BY c."id"
    ) AS running WHERE "lastActivityAt" < clock_timestamp() - make_interval(hours => ${MAX_DELAY_HOURS}::int)`;
  for (const { id, lastActivityAt } of stalled) {
    const reason = `L'envoi s'est interrompu le ${formatDateTime(lastActivityAt)} et n'a pas repris. Envoyer le reste encore ? Reprenez la campagne, ou arrêtez-la.`;
    await db.$transaction((tx) => autoPauseCampaign(tx, id, reason));
  }
}
