import "server-only";
import { enqueueMail } from "@/domain/outbox/enqueue";
import { findSettings } from "@/domain/settings/queries";
import type { Transaction } from "@/lib/audit";
import { appUrl, env } from "@/lib/env";
import { type Figures, reasonToPause } from "./rules";

/** Pauses a campaign whose refusals, complaints or bounces say that going on would do harm. */
export async function pauseWhereNeeded(tx: Transaction, campaignId: string): Promise<void> {
  const [figures] = await tx.$queryRaw<Figures[]>`
    SELECT c."sent", c."errors",
      (SELECT count(*)::int FROM "CampaignMessage" m WHERE m."campaignId" = c."id" AND m."state" = 'COMPLAINED') AS "complaints",
      (SELECT count(*)::int FROM "CampaignMessage" m WHERE m."campaignId" = c."id" AND m."state" = 'BOUNCED') AS "bounces"
    FROM "Campaign" c WHERE c."id" = ${campaignId} AND c."status" = 'RUNNING'`;
  const reason = figures ? reasonToPause(figures) : null;
  if (reason) await stopCampaign(tx, campaignId, reason);
}

/** Stops a campaign by itself, and tells the shop by mail; once for each time it runs or was to start. */
export async function stopCampaign(
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
  const { values } = await findSettings("SUPER_ADMIN", tx);
  await enqueueMail(tx, {
    template: "campaign-paused",
    props: { ...props, reason, url: `${appUrl}/admin/newsletter/campaigns/${campaignId}` },
    to: values.notificationEmail ?? env.ADMIN_EMAIL,
    locale: "FR",
    idempotencyKey: `campaign-paused:${campaignId}:${version}`,
    entity: { type: "Campaign", id: campaignId },
  });
}
