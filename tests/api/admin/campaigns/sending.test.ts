import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as cancel } from "@/app/api/admin/newsletter/campaign/[id]/cancel/route";
import { POST as pause } from "@/app/api/admin/newsletter/campaign/[id]/pause/route";
import { POST as resume } from "@/app/api/admin/newsletter/campaign/[id]/resume/route";
import { POST as schedule } from "@/app/api/admin/newsletter/campaign/[id]/schedule/route";
import { POST as send } from "@/app/api/admin/newsletter/campaign/[id]/send/route";
import { GET as run } from "@/app/api/cron/campaigns/route";
import { db } from "@/lib/db";
import { call } from "../../../support/call";
import { buildCampaign, buildSubscribers, TEXT_BLOCK } from "../../../support/campaigns";
import { readSentMails } from "../../../support/sign-in";
import { buildStaff } from "../../../support/staff";

vi.mock("@/app/api/wake-campaigns", () => ({ wakeCampaigns: () => undefined }));
afterAll(() => vi.doUnmock("@/app/api/wake-campaigns"));

let owner: Awaited<ReturnType<typeof buildStaff>>;
let source: string;
let number = 0;
beforeEach(async () => {
  owner = await buildStaff("SUPER_ADMIN");
  source = `source-${number++}`;
});

const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();
const post = (route: typeof pause, id: string, body?: unknown, as = owner) =>
  call(route, { method: "POST", as, params: { id }, ...(body !== undefined && { body }) });
const build = (fields: Parameters<typeof buildCampaign>[0] = {}) =>
  buildCampaign({ audience: { sources: [source] }, ...fields });
const find = (id: string) => db.campaign.findUniqueOrThrow({ where: { id } });
const tick = async () => {
  const secret = { authorization: `Bearer ${process.env.CRON_SECRET}` };
  const { status, body } = await call(run, { headers: secret });
  expect(status).toBe(200);
  return body?.data;
};
const listMailsTo = (email: string) =>
  readSentMails().filter((mail) => mail.includes(`To: ${email}`));

describe("Sending a campaign", () => {
  it("starts when the typed count equals the number of recipients, and reaches each recipient once", async () => {
    const people = await buildSubscribers(3, { source });
    const { id } = await build();
    const { status, body } = await post(send, id, { count: 3, version: 1 });
    expect(status).toBe(200);
    expect(body?.data).toMatchObject({ status: "RUNNING", toSend: 3, version: 2 });
    await tick();
    expect(await find(id)).toMatchObject({ status: "FINISHED", sent: 3 });
    for (const { email } of people) expect(listMailsTo(email)).toHaveLength(1);
  });

  it("is rejected when the number of recipients changed, answers the new number and leaves the draft", async () => {
    await buildSubscribers(2, { source });
    const { id } = await build();
    const { status, body } = await post(send, id, { count: 3, version: 1 });
    expect(status).toBe(409);
    expect(body?.error.details.count).toBe(2);
    expect(await find(id)).toMatchObject({ status: "DRAFT", snapshot: null, toSend: 0 });
    expect(await db.campaignLink.count({ where: { campaignId: id } })).toBe(0);
  });

  it("rejects an empty audience, an incomplete draft, a stale version and a missing version", async () => {
    const { id } = await build();
    expect((await post(send, id, { count: 0, version: 1 })).status).toBe(409);
    await buildSubscribers(1, { source });
    const incomplete = await build({ blocks: [] });
    expect((await post(send, incomplete.id, { count: 1, version: 1 })).status).toBe(400);
    expect((await post(send, id, { count: 1, version: 7 })).status).toBe(409);
    expect((await post(send, id, { count: 1 })).status).toBe(428);
    expect((await post(send, id, { count: "1", version: 1 })).status).toBe(400);
    expect((await post(send, id, { version: 1 })).status).toBe(400);
    await tick();
    expect(await db.campaignMessage.count({ where: { campaignId: id } })).toBe(0);
  });

  it("starts once for ten parallel requests", async () => {
    await buildSubscribers(2, { source });
    const { id } = await build();
    const clicks = await Promise.all(
      Array.from({ length: 10 }, () => post(send, id, { count: 2, version: 1 })),
    );
    expect(clicks.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(clicks.filter(({ status }) => status === 409)).toHaveLength(9);
  });

  it.each(["VIEWER", "ADMIN"] as const)("sends no mail for a %s", async (role) => {
    const [person] = await buildSubscribers(1, { source });
    const staff = await buildStaff(role);
    const { id } = await build();
    const body = { count: 1, version: 1 };
    expect((await post(send, id, body, staff)).status).toBe(403);
    expect((await post(schedule, id, { ...body, sendAt: TOMORROW }, staff)).status).toBe(403);
    for (const status of ["RUNNING", "PAUSED", "SCHEDULED"] as const) {
      const other = await build({ status });
      for (const route of [pause, resume, cancel]) {
        expect((await post(route, other.id, undefined, staff)).status).toBe(403);
      }
      await db.campaign.delete({ where: { id: other.id } });
    }
    await tick();
    expect(listMailsTo(person?.email ?? "")).toEqual([]);
    expect((await find(id)).status).toBe("DRAFT");
  });

  it("resolves tracked links from the database, and includes a hidden link that detects bots", async () => {
    await buildSubscribers(1, { source });
    const { id } = await build({
      blocks: [TEXT_BLOCK, { kind: "button", id: "b", fr: "Voir", ar: "", href: "/catalogue" }],
    });
    await post(send, id, { count: 1, version: 1 });
    const links = await db.campaignLink.findMany({
      where: { campaignId: id },
      orderBy: { position: "asc" },
    });
    expect(links.map(({ url, isTrap }) => [url, isTrap])).toEqual([
      ["https://exemple.ma/offre", false],
      ["http://localhost:3000/catalogue", false],
      ["http://localhost:3000", true],
    ]);
  });
});

describe("Scheduling a campaign", () => {
  it("starts the campaign at its time for the audience of that time", async () => {
    await buildSubscribers(2, { source });
    const { id } = await build();
    const planned = await post(schedule, id, { count: 2, version: 1, sendAt: TOMORROW });
    expect(planned.body?.data).toMatchObject({ status: "SCHEDULED", sendAt: TOMORROW });
    await tick();
    expect((await find(id)).status).toBe("SCHEDULED");
    await buildSubscribers(1, { source });
    await db.campaign.update({ where: { id }, data: { sendAt: new Date(Date.now() - 1_000) } });
    expect(await tick()).toMatchObject({ started: 1, sent: 3 });
    expect(await find(id)).toMatchObject({ status: "FINISHED", toSend: 3, sent: 3 });
  });

  it("rejects a time in the past and a changed number of recipients", async () => {
    await buildSubscribers(1, { source });
    const { id } = await build();
    const at = (sendAt: string, count = 1) =>
      post(schedule, id, { count, version: 1, sendAt }).then(({ status }) => status);
    expect(await at("2020-01-01T00:00:00.000Z")).toBe(400);
    expect(await at("demain")).toBe(400);
    expect(await at("0000-01-01T00:00:00.000Z")).toBe(400);
    expect(await at("9999-01-01T00:00:00.000Z")).toBe(400);
    expect(await at(TOMORROW, 2)).toBe(409);
    expect((await find(id)).status).toBe("DRAFT");
  });

  it("pauses with a reason when the campaign cannot start, and starts after the cause is fixed and staff resume it", async () => {
    await buildSubscribers(1, { source });
    const { id } = await build();
    await post(schedule, id, { count: 1, version: 1, sendAt: TOMORROW });
    await db.campaign.update({ where: { id }, data: { sendAt: new Date(Date.now() - 1_000) } });
    await db.campaignLink.create({ data: { campaignId: id, position: 0, url: "x" } });
    expect(await tick()).toMatchObject({ started: 0, sent: 0 });
    const stopped = await find(id);
    expect(stopped).toMatchObject({ status: "PAUSED", startedAt: null });
    expect(stopped.pausedReason).toContain("n'a pas pu commencer");
    expect(await tick()).toMatchObject({ started: 0, sent: 0 });
    await db.campaignLink.deleteMany({ where: { campaignId: id } });
    expect((await post(resume, id)).body?.data).toMatchObject({
      status: "SCHEDULED",
      pausedReason: null,
    });
    expect(await tick()).toMatchObject({ started: 1, sent: 1 });
  });

  it.each([
    ["5 hours late", 5, "FINISHED"],
    ["10 days late", 240, "PAUSED"],
  ])("when %s, the campaign becomes %s", async (_, hours, status) => {
    const [person] = await buildSubscribers(1, { source });
    const sendAt = new Date(Date.now() - Number(hours) * 3_600_000);
    const { id } = await build({ status: "SCHEDULED", sendAt });
    await Promise.all([tick(), tick()]);
    await tick();
    expect((await find(id)).status).toBe(status);
    const isSent = status === "FINISHED";
    expect(listMailsTo(person?.email ?? "")).toHaveLength(isSent ? 1 : 0);
    const asked = await db.outboxEmail.count({
      where: { template: "campaign-paused", entityId: id },
    });
    expect(asked).toBe(isSent ? 0 : 1);
  });

  it("reports a missed schedule, and sends the campaign after staff resume it", async () => {
    const [person] = await buildSubscribers(1, { source });
    const { id } = await build({
      status: "SCHEDULED",
      sendAt: new Date("2026-01-05T10:00:00Z"),
    });
    await tick();
    expect((await find(id)).pausedReason).toMatch(/^Prévue le 5 janv\. 2026.*10:00.*encore/);
    expect((await post(resume, id)).body?.data).toMatchObject({ status: "SCHEDULED" });
    expect(await tick()).toMatchObject({ started: 1, sent: 1 });
    expect(listMailsTo(person?.email ?? "")).toHaveLength(1);
  });

  it("pauses a running campaign that was idle for hours, and sends the rest after it is resumed", async () => {
    await buildSubscribers(2, { source });
    const { id } = await build();
    await post(send, id, { count: 2, version: 1 });
    const moved = new Date(Date.now() - 7 * 3_600_000);
    await db.campaign.update({ where: { id }, data: { updatedAt: moved } });
    expect(await tick()).toMatchObject({ sent: 0 });
    const stopped = await find(id);
    expect([stopped.status, stopped.pausedReason]).toEqual([
      "PAUSED",
      expect.stringContaining("interrompu"),
    ]);
    await post(resume, id);
    expect(await tick()).toMatchObject({ sent: 2, finished: 1 });
  });

  it("returns a campaign that could not start to draft when it is cancelled", async () => {
    const { id } = await build({ status: "PAUSED", sendAt: new Date(), pausedReason: "x" });
    expect((await post(cancel, id)).body?.data).toMatchObject({
      status: "DRAFT",
      sendAt: null,
      pausedReason: null,
    });
  });

  it("returns a scheduled campaign to draft", async () => {
    const { id } = await build({ status: "SCHEDULED", sendAt: new Date(TOMORROW) });
    const { body } = await post(cancel, id);
    expect(body?.data).toMatchObject({ status: "DRAFT", sendAt: null });
    const auditEntry = await db.auditLog.findFirst({ where: { entityId: id } });
    expect(auditEntry?.action).toBe("unschedule_campaign");
  });
});

describe("Pausing, resuming and cancelling a campaign", () => {
  it("sends nothing while the campaign is paused, and continues after it is resumed", async () => {
    await buildSubscribers(2, { source });
    const { id } = await build();
    await post(send, id, { count: 2, version: 1 });
    expect((await post(pause, id)).body?.data.status).toBe("PAUSED");
    await tick();
    expect((await find(id)).sent).toBe(0);
    expect((await post(resume, id)).body?.data.status).toBe("RUNNING");
    await tick();
    expect(await find(id)).toMatchObject({ status: "FINISHED", sent: 2 });
  });

  it("ends a cancelled campaign and skips the recipients that were already claimed", async () => {
    const [person] = await buildSubscribers(2, { source });
    const { id } = await build();
    await post(send, id, { count: 2, version: 1 });
    const batch = await db.campaignBatch.create({
      data: { campaignId: id, idempotencyKey: `camp-${id}-x` },
    });
    await db.campaignMessage.updateMany({
      where: { campaignId: id, subscriberId: person?.id ?? "" },
      data: { batchId: batch.id },
    });
    const { body } = await post(cancel, id);
    expect(body?.data).toMatchObject({ status: "CANCELLED", finishedAt: expect.any(String) });
    await tick();
    const left = await db.campaignMessage.findMany({ where: { campaignId: id } });
    expect(left.map(({ state }) => state)).toEqual(["SKIPPED", "SKIPPED"]);
    expect(listMailsTo(person?.email ?? "")).toEqual([]);
    expect((await post(resume, id)).status).toBe(409);
  });

  it("retries refused recipients when staff resume the campaign", async () => {
    const [person] = await buildSubscribers(1, { source });
    const { id } = await build();
    await post(send, id, { count: 1, version: 1 });
    const batch = await db.campaignBatch.create({
      data: { campaignId: id, idempotencyKey: `camp-${id}-x`, state: "DONE" },
    });
    await db.campaignMessage.updateMany({
      where: { campaignId: id },
      data: { batchId: batch.id, state: "FAILED", attempt: 1 },
    });
    await db.campaign.update({
      where: { id },
      data: { status: "PAUSED", errors: 10, lastSubscriberId: person?.id ?? "" },
    });
    await post(resume, id);
    await tick();
    expect(await find(id)).toMatchObject({ status: "FINISHED", errors: 0, sent: 1 });
  });

  it.each([
    ["pause", pause, ["DRAFT", "SCHEDULED", "PAUSED", "FINISHED", "CANCELLED"]],
    ["resume", resume, ["DRAFT", "SCHEDULED", "RUNNING", "FINISHED", "CANCELLED"]],
    ["cancel", cancel, ["DRAFT", "FINISHED", "CANCELLED"]],
    ["send", send, ["SCHEDULED", "RUNNING", "PAUSED", "FINISHED", "CANCELLED"]],
  ] as const)("refuses to %s in any other state", async (name, route, states) => {
    await buildSubscribers(1, { source });
    for (const status of states) {
      const { id } = await build({ status });
      const body = name === "send" ? { count: 1, version: 1 } : undefined;
      const response = await call(route as typeof pause, {
        method: "POST",
        as: owner,
        params: { id },
        ...(body && { body }),
      });
      expect([status, response.status]).toEqual([status, 409]);
      await db.campaign.delete({ where: { id } });
    }
  });
});
