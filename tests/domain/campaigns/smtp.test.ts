import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { runCampaigns } from "@/domain/campaigns/sending/worker-commands";
import { db } from "@/lib/db";
import { buildRunningCampaign, buildSubscribers } from "../../support/campaigns";

const server = await vi.hoisted(async () => {
  const { startMailServer } = await import("../../support/mail-server");
  return startMailServer();
});

afterAll(() => server.stop());

let source: string;
let count = 0;
beforeEach(() => {
  source = `source-${count++}`;
  server.behaviour = "ok";
  server.received.length = 0;
});

const countStates = async (campaignId: string) => {
  const rows = await db.campaignMessage.findMany({ where: { campaignId } });
  return rows.map(({ state }) => state).toSorted();
};

describe("A campaign through a custom mail server", () => {
  it("sends each recipient a separate message, with one-click headers", async () => {
    const people = await buildSubscribers(3, { source });
    const { id } = await buildRunningCampaign(source);
    await runCampaigns();
    expect(server.received.map(({ to }) => to).toSorted()).toEqual(
      people.map(({ email }) => [email]).toSorted(),
    );
    for (const { mail } of server.received) {
      const list = mail.headerLines.find(({ key }) => key === "list-unsubscribe-post");
      expect(list?.line).toContain("List-Unsubscribe=One-Click");
    }
    expect(await db.campaign.findUnique({ where: { id } })).toMatchObject({
      status: "FINISHED",
      sent: 3,
    });
  });

  it("never resends a message that a killed process was handing over, since it may have arrived", async () => {
    const [person] = await buildSubscribers(1, { source });
    const { id } = await buildRunningCampaign(source);
    const batch = await db.campaignBatch.create({
      data: {
        campaignId: id,
        idempotencyKey: `camp-${id}-${person?.id}`,
        attempts: 1,
        firstAttemptAt: new Date(),
        lockedUntil: new Date(0),
        inDoubt: true,
      },
    });
    const subscriberId = person?.id ?? "";
    await db.campaignMessage.updateMany({
      where: { campaignId: id },
      data: { batchId: batch.id, attempt: 1 },
    });
    await db.campaign.update({ where: { id }, data: { lastSubscriberId: subscriberId } });
    await runCampaigns();
    expect(server.received).toEqual([]);
    expect(await countStates(id)).toEqual(["UNKNOWN"]);
  });

  it("marks a message as unknown when the connection is lost after its last byte", async () => {
    await buildSubscribers(1, { source });
    const { id } = await buildRunningCampaign(source);
    server.behaviour = "disconnect-after-message";
    await runCampaigns();
    server.behaviour = "ok";
    await runCampaigns();
    expect(server.received).toHaveLength(1);
    expect(await countStates(id)).toEqual(["UNKNOWN"]);
  });

  it("counts an address that the server rejects, and continues with the others", async () => {
    await buildSubscribers(2, { source });
    const { id } = await buildRunningCampaign(source);
    server.behaviour = "refuse";
    await runCampaigns();
    expect(await countStates(id)).toEqual(["FAILED", "FAILED"]);
    expect(await db.campaign.findUnique({ where: { id } })).toMatchObject({ errors: 2, sent: 0 });
  });
});
