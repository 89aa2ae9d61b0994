import "server-only";
import type { DeliveryEvent } from "@/domain/outbox/delivery-event";
import { db, type Transaction } from "@/lib/db";
import { pauseIfOverThreshold } from "./pause-commands";

/**
 * Updates the campaign message in the event's tag, and pauses the campaign above its limits. Locks the campaign before the message,
 * as the worker does.
 */
export async function recordCampaignDelivery(tx: Transaction, event: DeliveryEvent): Promise<void> {
  const { message: id } = event.tags;
  if (!id || event.kind === "soft_bounced") return;
  if (event.kind === "delivered") {
    await tx.campaignMessage.updateMany({ where: { id }, data: { deliveredAt: new Date() } });
    return;
  }
  const [campaign] = await tx.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Campaign" c WHERE c."id" = (SELECT m."campaignId" FROM "CampaignMessage" m WHERE m."id" = ${id}) FOR UPDATE`;
  if (!campaign) return;
  if (event.kind === "failed") await recordProviderFailure(tx, id, campaign.id, event.providerId);
  else
    await tx.campaignMessage.updateMany({
      where: { id },
      data: { state: MESSAGE_STATES[event.kind] },
    });
  await pauseIfOverThreshold(tx, campaign.id);
}

const MESSAGE_STATES = { bounced: "BOUNCED", complained: "COMPLAINED" } as const;

/** The provider accepted the message but could not send it. A message that was sent again since has another provider id. */
async function recordProviderFailure(
  tx: Transaction,
  id: string,
  campaignId: string,
  providerId: string,
) {
  const [before] = await tx.$queryRaw<{ state: string }[]>`
    SELECT "state"::text AS "state" FROM "CampaignMessage"
    WHERE "id" = ${id} AND "state" IN ('QUEUED', 'SENT', 'UNKNOWN') AND coalesce("providerId", ${providerId}) = ${providerId}
    FOR UPDATE`;
  if (!before) return;
  await tx.campaignMessage.update({
    where: { id },
    data: { state: "FAILED" },
    select: { id: true },
  });
  const sent = before.state === "SENT" ? { sent: { decrement: 1 } } : {};
  await tx.campaign.update({
    where: { id: campaignId },
    data: { errors: { increment: 1 }, ...sent },
    select: { id: true },
  });
}

/**
 * Counts an unsubscription for the last campaign that was sent to the subscriber. Call it after the transaction that unsubscribes:
 * the update may wait for a click that is being recorded.
 */
export async function recordUnsubscription(subscriberId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "CampaignMessage" SET "unsubscribedAt" = now() WHERE "id" = (
      SELECT "id" FROM "CampaignMessage"
      WHERE "subscriberId" = ${subscriberId} AND "sentAt" > now() - interval '30 days' AND "unsubscribedAt" IS NULL
      ORDER BY "sentAt" DESC, "id" LIMIT 1)`;
}
