import "server-only";
import { db, type Transaction } from "@/lib/db";
import { pauseWhereNeeded } from "./pause-commands";

interface Told {
  kind: "delivered" | "bounced" | "complained" | "soft_bounced" | "failed";
  providerId: string;
  tags: Record<string, string>;
}

/**
 * What the provider tells of a campaign's message, known by its tag. The rows are held in the order in which the worker holds them:
 * campaign, message, subscriber.
 */
export async function recordCampaignDelivery(tx: Transaction, told: Told): Promise<void> {
  const { message: id } = told.tags;
  if (!id || told.kind === "soft_bounced") return;
  if (told.kind === "delivered") {
    await tx.campaignMessage.updateMany({ where: { id }, data: { deliveredAt: new Date() } });
    return;
  }
  const [held] = await tx.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Campaign" c WHERE c."id" = (SELECT m."campaignId" FROM "CampaignMessage" m WHERE m."id" = ${id}) FOR UPDATE`;
  if (!held) return;
  if (told.kind === "failed") await noteFailed(tx, id, held.id, told.providerId);
  else await tx.campaignMessage.updateMany({ where: { id }, data: { state: STATES[told.kind] } });
  await pauseWhereNeeded(tx, held.id);
}

const STATES = { bounced: "BOUNCED", complained: "COMPLAINED" } as const;

/** The provider had taken it and could not send it. A message that went out again since knows another id. */
async function noteFailed(tx: Transaction, id: string, campaignId: string, providerId: string) {
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
 * Counts an unsubscription for the campaign that was mailed last. Outside of the transaction that ends it: one that records a click
 * is waited for, and nothing is held meanwhile that others need.
 */
export async function noteUnsubscribed(subscriberId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "CampaignMessage" SET "unsubscribedAt" = now() WHERE "id" = (
      SELECT "id" FROM "CampaignMessage"
      WHERE "subscriberId" = ${subscriberId} AND "sentAt" > now() - interval '30 days' AND "unsubscribedAt" IS NULL
      ORDER BY "sentAt" DESC, "id" LIMIT 1)`;
}
