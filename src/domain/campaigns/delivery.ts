import "server-only";
import type { Transaction } from "@/lib/audit";
import { pauseWhereNeeded } from "./auto-pause";

interface Told {
  kind: "delivered" | "bounced" | "complained" | "soft_bounced";
  tags: Record<string, string>;
}

/** What the provider tells of a campaign's message, known by its tag. Before the subscriber's row is held: the worker does so in this order. */
export async function recordCampaignDelivery(tx: Transaction, { kind, tags }: Told): Promise<void> {
  const { message: id } = tags;
  if (!id || kind === "soft_bounced") return;
  const rows = await tx.campaignMessage.updateManyAndReturn({
    where: { id },
    data: kind === "delivered" ? { deliveredAt: new Date() } : { state: STATES[kind] },
    select: { campaignId: true, state: true },
  });
  const [message] = rows;
  if (!message) return;
  if (kind === "complained") await pauseWhereNeeded(tx, message.campaignId);
}

const STATES = { bounced: "BOUNCED", complained: "COMPLAINED" } as const;

/** Counts an unsubscription for the campaign that was mailed last. A message that is being noted now is passed over: nobody waits for it. */
export async function noteUnsubscribed(tx: Transaction, subscriberId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "CampaignMessage" SET "unsubscribedAt" = now() WHERE "id" = (
      SELECT "id" FROM "CampaignMessage"
      WHERE "subscriberId" = ${subscriberId} AND "sentAt" > now() - interval '30 days' AND "unsubscribedAt" IS NULL
      ORDER BY "sentAt" DESC LIMIT 1 FOR UPDATE SKIP LOCKED)`;
}
