import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as resume } from "@/app/api/admin/newsletter/campaign/[id]/resume/route";
import { DELIVERY_HANDLERS } from "@/app/api/webhooks/resend/delivery-handlers";
import { getCampaign } from "@/domain/campaigns/queries";
import type { Block } from "@/domain/campaigns/schema";
import { runCampaigns } from "@/domain/campaigns/sending/worker-commands";
import { suppress } from "@/domain/newsletter/subscription/suppression-commands";
import { recordProviderEvent } from "@/domain/outbox/webhook-commands";
import { db } from "@/lib/db";
import { call } from "../../support/call";
import {
  BILINGUAL_TEXT_BLOCK,
  buildRunningCampaign as build,
  buildSubscribers,
  TEXT_BLOCK,
} from "../../support/campaigns";
import { recordDelivery } from "../../support/deliveries";
import { buildStaff } from "../../support/staff";

const api = await vi.hoisted(async () => {
  const { startResendServer } = await import("../../support/resend-server");
  return startResendServer();
});

vi.mock("@/app/api/wake-campaigns", () => ({ wakeCampaigns: () => undefined }));
afterAll(() => vi.doUnmock("@/app/api/wake-campaigns"));

afterAll(() => api.stop());

let source: string;
let count = 0;
beforeEach(() => {
  count++;
  source = `source-${count}`;
  api.planned.length = 0;
  api.taken.length = 0;
  api.calls.length = 0;
});

const buildRunning = (blocks?: Block[], fields?: Parameters<typeof build>[2]) =>
  build(source, blocks, fields);

const find = (id: string) => db.campaign.findUniqueOrThrow({ where: { id } });
const countStates = async (campaignId: string) => {
  const rows = await db.campaignMessage.groupBy({
    by: ["state"],
    where: { campaignId },
    _count: true,
  });
  return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]));
};
const recipients = () => api.taken.map(({ mail }) => mail.to[0]);
/** Expires the lock and the retry delay of open batches, as if time had passed. */
const expireBatches = (campaignId: string, fields: object = {}) =>
  db.campaignBatch.updateMany({
    where: { campaignId, state: "OPEN" },
    data: { lockedUntil: new Date(0), nextAttemptAt: new Date(0), ...fields },
  });
const unsubscribe = (id: string) =>
  db.newsletterSubscriber.update({ where: { id }, data: { status: "UNSUBSCRIBED" } });

describe("A running campaign", () => {
  it("reaches each recipient once, in calls of at most a hundred, and then finishes", async () => {
    const people = await buildSubscribers(130, { source });
    await buildSubscribers(2, { source: "elsewhere" });
    await buildSubscribers(2, { source, status: "PENDING", confirmedAt: null });
    const { id } = await buildRunning();
    const run = await runCampaigns();
    expect(run).toMatchObject({ batches: 2, sent: 130, finished: 1 });
    expect(recipients().toSorted()).toEqual(people.map(({ email }) => email).toSorted());
    expect(api.calls.map(({ body }) => JSON.parse(body).length)).toEqual([100, 30]);
    expect(api.calls.every(({ key }) => key?.startsWith(`camp-${id}-`))).toBe(true);
    expect(await find(id)).toMatchObject({ status: "FINISHED", sent: 130, toSend: 130 });
    const sent = await db.campaignMessage.findMany({ where: { campaignId: id } });
    expect(sent.every(({ providerId, sentAt }) => providerId && sentAt)).toBe(true);
    expect(await runCampaigns()).toMatchObject({ batches: 0, sent: 0 });
  });

  it("gives each recipient their own links, one-click headers and language", async () => {
    const [french, arabic] = [
      ...(await buildSubscribers(1, { source, locale: "FR" })),
      ...(await buildSubscribers(1, { source, locale: "AR" })),
    ];
    const { id } = await buildRunning([BILINGUAL_TEXT_BLOCK], { subjectAr: "زليج" });
    await runCampaigns();
    const findMail = (email = "") => api.taken.find(({ mail }) => mail.to[0] === email)?.mail;
    const [fr, ar] = [findMail(french?.email), findMail(arabic?.email)];
    expect(fr?.subject).toBe((await find(id)).subject);
    expect(ar?.subject).toBe("زليج");
    expect(ar?.html).toContain('dir="rtl"');
    for (const mail of [fr, ar]) {
      expect(mail?.headers?.["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
      expect(mail?.html).toContain("/newsletter/desinscription?token=");
      expect(mail?.text).toContain("/n/c/");
      expect(`${mail?.html} ${mail?.text}`).not.toContain("copy.invalid");
      expect(`${mail?.html} ${mail?.text}`).not.toContain("exemple.ma/offre");
      expect(mail?.tags).toEqual([{ name: "message", value: expect.any(String) }]);
    }
    expect(fr?.headers?.["List-Unsubscribe"]).not.toBe(ar?.headers?.["List-Unsubscribe"]);
  });

  it("sends French to an Arabic subscriber while the Arabic content is incomplete", async () => {
    await buildSubscribers(1, { source, locale: "AR" });
    await buildRunning([TEXT_BLOCK], { subjectAr: "زليج" });
    await runCampaigns();
    expect(api.taken[0]?.mail.html).toContain('lang="fr"');
  });

  it("reaches the audience of its start, whatever changes afterwards", async () => {
    const [stays, turns] = await buildSubscribers(2, { source, locale: "FR" });
    const [comes] = await buildSubscribers(1, { source, locale: "AR" });
    const audience = { sources: [source], locale: "FR" };
    const { id } = await buildRunning([TEXT_BLOCK], { audience });
    const setLocale = (person: { id: string } | undefined, locale: "FR" | "AR") =>
      db.newsletterSubscriber.update({ where: { id: person?.id ?? "" }, data: { locale } });
    await setLocale(turns, "AR");
    await setLocale(comes, "FR");
    await runCampaigns();
    expect(recipients().toSorted()).toEqual([stays?.email, turns?.email].toSorted());
    expect(await find(id)).toMatchObject({ status: "FINISHED", sent: 2, toSend: 2 });
  });

  it("leaves out later, unsubscribed and suppressed subscribers", async () => {
    const [, gone, hidden] = await buildSubscribers(3, { source });
    const { id } = await buildRunning();
    await buildSubscribers(1, { source, id: "a-first-id" });
    await unsubscribe(gone?.id ?? "");
    await suppress(db, hidden?.email ?? "", "COMPLAINED");
    await runCampaigns();
    expect(api.taken).toHaveLength(1);
    expect(await find(id)).toMatchObject({ status: "FINISHED", sent: 1 });
  });

  it("skips a recipient who unsubscribes between the creation of a batch and its call", async () => {
    const [gone] = await buildSubscribers(3, { source });
    const { id } = await buildRunning();
    api.next("500");
    await runCampaigns();
    await unsubscribe(gone?.id ?? "");
    await expireBatches(id);
    await runCampaigns();
    expect(recipients()).not.toContain(gone?.email);
    expect(await countStates(id)).toEqual({ SENT: 2, SKIPPED: 1 });
  });

  it("is sent once by two parallel workers", async () => {
    await buildSubscribers(120, { source });
    const { id } = await buildRunning();
    await Promise.all([runCampaigns(), runCampaigns(), runCampaigns()]);
    expect(new Set(recipients()).size).toBe(120);
    expect(api.taken).toHaveLength(120);
    await runCampaigns();
    expect((await find(id)).sent).toBe(120);
  });

  it("stops after the current batch when paused, and continues from there", async () => {
    await buildSubscribers(150, { source });
    const { id } = await buildRunning();
    api.next("slow");
    const run = runCampaigns();
    await vi.waitUntil(() => api.held.length === 1, 10_000);
    await db.campaign.update({ where: { id }, data: { status: "PAUSED" } });
    api.release();
    await run;
    expect(api.calls).toHaveLength(1);
    expect(await find(id)).toMatchObject({ status: "PAUSED", sent: 100 });
    await db.campaign.update({ where: { id }, data: { status: "RUNNING" } });
    await runCampaigns();
    expect(new Set(recipients()).size).toBe(150);
    expect(api.taken).toHaveLength(150);
  });
});

describe("A call with an unknown outcome", () => {
  it("is repeated with the same key, content and message ids, so that each recipient gets one message", async () => {
    await buildSubscribers(3, { source });
    const { id } = await buildRunning();
    api.next("500-taken");
    await runCampaigns();
    await expireBatches(id);
    await runCampaigns();
    expect(api.calls.map(({ key }) => key)).toEqual([api.calls[0]?.key, api.calls[0]?.key]);
    expect(api.calls[0]?.body).toBe(api.calls[1]?.body);
    expect(api.taken).toHaveLength(3);
    const sent = await db.campaignMessage.findMany({ where: { campaignId: id } });
    expect(sent.map(({ providerId }) => providerId).toSorted()).toEqual(
      api.taken.map((mail) => mail.id).toSorted(),
    );
  });

  it("counts as accepted when the provider knows its key with other content, also for recipients who left since", async () => {
    const [gone] = await buildSubscribers(3, { source });
    const { id } = await buildRunning();
    api.next("reset");
    await runCampaigns();
    await unsubscribe(gone?.id ?? "");
    await expireBatches(id);
    await runCampaigns();
    expect(api.taken).toHaveLength(3);
    expect(await countStates(id)).toEqual({ SENT: 3 });
    expect(await find(id)).toMatchObject({ status: "FINISHED", sent: 3 });
  });

  it("is never repeated after 23 hours", async () => {
    await buildSubscribers(2, { source });
    const { id } = await buildRunning();
    api.next("500");
    await runCampaigns();
    await expireBatches(id, { firstAttemptAt: new Date(Date.now() - 24 * 3_600_000) });
    await runCampaigns();
    expect(api.calls).toHaveLength(1);
    expect(await countStates(id)).toEqual({ UNKNOWN: 2 });
    expect(await find(id)).toMatchObject({ status: "FINISHED", sent: 0 });
  });

  it("delays the next batch, so that a failing provider does not receive all of them", async () => {
    await buildSubscribers(120, { source });
    const { id } = await buildRunning();
    api.next("500");
    await runCampaigns();
    expect(api.calls).toHaveLength(1);
    expect((await find(id)).status).toBe("RUNNING");
    await expireBatches(id);
    await runCampaigns();
    expect(api.taken).toHaveLength(120);
  });
});

describe("A call that was certainly not accepted", () => {
  it("leaves no doubt: after a later rejection each message is sent alone", async () => {
    await buildSubscribers(2, { source });
    const { id } = await buildRunning();
    api.next("429");
    await runCampaigns();
    const batch = await db.campaignBatch.findFirstOrThrow({ where: { campaignId: id } });
    expect(batch).toMatchObject({ state: "OPEN", inDoubt: false, firstAttemptAt: null });
    await expireBatches(id);
    api.next("refuse", "refuse");
    await runCampaigns();
    expect(await countStates(id)).toEqual({ SENT: 1, FAILED: 1 });
    expect((await find(id)).status).toBe("FINISHED");
  });

  it("does not clear an earlier doubt", async () => {
    await buildSubscribers(2, { source });
    const { id } = await buildRunning();
    api.next("500-taken");
    await runCampaigns();
    const first = await db.campaignBatch.findFirstOrThrow({ where: { campaignId: id } });
    await expireBatches(id);
    api.next("429");
    await runCampaigns();
    const batch = await db.campaignBatch.findFirstOrThrow({ where: { campaignId: id } });
    expect(batch).toMatchObject({ inDoubt: true, firstAttemptAt: first.firstAttemptAt });
    await expireBatches(id);
    await runCampaigns();
    expect(api.taken).toHaveLength(2);
    expect(await countStates(id)).toEqual({ SENT: 2 });
  });
});

describe("The outcome of a call", () => {
  it("is recorded after the lock on the campaign is free, without holding its batch meanwhile", async () => {
    await buildSubscribers(2, { source });
    const { id } = await buildRunning();
    api.next("slow");
    const run = runCampaigns();
    await vi.waitUntil(() => api.held.length === 1, 10_000);
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Campaign" WHERE "id" = ${id} FOR UPDATE`;
      api.release();
      await vi.waitUntil(async () => {
        const [waiting] = await db.$queryRaw<{ count: number }[]>`
          SELECT count(*)::int AS "count" FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        return (waiting?.count ?? 0) > 0;
      }, 4_000);
      await tx.$queryRaw`SELECT 1 FROM "CampaignBatch" WHERE "campaignId" = ${id} FOR UPDATE NOWAIT`;
    });
    await run;
    expect(await find(id)).toMatchObject({ status: "FINISHED", sent: 2 });
  });
});

describe("A rejection", () => {
  it("of a whole call leads to single calls, so that only the bad address fails", async () => {
    await buildSubscribers(3, { source });
    const { id } = await buildRunning();
    api.next("refuse", "ok", "refuse", "ok");
    await runCampaigns();
    expect(api.taken).toHaveLength(2);
    expect(await countStates(id)).toEqual({ SENT: 2, FAILED: 1 });
    expect(await find(id)).toMatchObject({ status: "FINISHED", sent: 2, errors: 1 });
  });

  it("of ten addresses pauses the campaign and notifies the shop by mail", {
    timeout: 40_000,
  }, async () => {
    await buildSubscribers(14, { source });
    const { id } = await buildRunning();
    api.next(...Array.from({ length: 11 }, () => "refuse" as const));
    await runCampaigns();
    const stopped = await find(id);
    expect(stopped).toMatchObject({ status: "PAUSED", errors: 10, sent: 0 });
    expect(stopped.pausedReason).toContain("10 messages");
    const notices = await db.outboxEmail.findMany({
      where: { template: "campaign-paused", entityId: id },
    });
    expect(notices).toHaveLength(1);
    expect(notices[0]?.to).toBe("equipementouarzazate@gmail.com");
    expect(api.calls).toHaveLength(11);
  });
});

describe("Resuming a campaign", () => {
  const resumeCampaign = async (id: string) => {
    const as = await buildStaff("SUPER_ADMIN");
    const { status } = await call(resume, { method: "POST", as, params: { id } });
    expect(status).toBe(200);
  };

  it("reaches pending recipients before rejected ones, which then block nothing", {
    timeout: 60_000,
  }, async () => {
    await buildSubscribers(11, { source });
    const { id } = await buildRunning();
    api.next(...Array.from({ length: 11 }, () => "refuse" as const));
    await runCampaigns();
    expect(await find(id)).toMatchObject({ status: "PAUSED", errors: 10, sent: 0 });
    await resumeCampaign(id);
    api.next("ok", ...Array.from({ length: 10 }, () => "refuse" as const));
    await runCampaigns();
    expect(api.calls[11]?.behaviour).toBe("ok");
    expect(api.taken).toHaveLength(1);
    expect(await countStates(id)).toEqual({ SENT: 1, FAILED: 10 });
    expect(await find(id)).toMatchObject({ status: "FINISHED", sent: 1 });
  });

  it("resends mails that the provider could not send under a new key, and counts them once", async () => {
    await buildSubscribers(2, { source });
    const { id } = await buildRunning();
    await runCampaigns();
    await db.campaign.update({ where: { id }, data: { status: "PAUSED" } });
    const failed = api.taken[0];
    const event = {
      type: "email.failed",
      data: {
        email_id: failed?.id,
        to: failed?.mail.to,
        tags: { message: failed?.mail.tags?.[0]?.value },
      },
    };
    expect(await recordProviderEvent(`event-${id}`, event, DELIVERY_HANDLERS)).toBe(true);
    expect(await find(id)).toMatchObject({ errors: 1, sent: 1 });
    expect(await countStates(id)).toEqual({ SENT: 1, FAILED: 1 });
    expect(await db.newsletterSubscriber.count({ where: { source, status: "CONFIRMED" } })).toBe(2);
    await resumeCampaign(id);
    await runCampaigns();
    expect(api.calls).toHaveLength(2);
    expect(api.calls[1]?.key).not.toBe(api.calls[0]?.key);
    expect(recipients()[2]).toBe(failed?.mail.to[0]);
    expect(await find(id)).toMatchObject({ status: "FINISHED", sent: 2 });
    await recordProviderEvent(`late-${id}`, event, DELIVERY_HANDLERS);
    expect(await countStates(id)).toEqual({ SENT: 2 });
  });
});

describe("Later delivery events", () => {
  async function buildSentCampaign(people: number) {
    const subscribers = await buildSubscribers(people, { source });
    const { id } = await buildRunning();
    await runCampaigns();
    await db.campaign.update({ where: { id }, data: { status: "RUNNING" } });
    const messages = await db.campaignMessage.findMany({ where: { campaignId: id } });
    const emailOf = new Map(subscribers.map((person) => [person.id, person.email]));
    const sendDeliveryEvent = (
      at: number,
      kind: "delivered" | "bounced" | "complained" | "failed",
    ) => {
      const message = messages[at];
      return recordDelivery({
        kind,
        email: emailOf.get(message?.subscriberId ?? "") ?? "",
        providerId: message?.providerId ?? "",
        tags: { message: message?.id ?? "" },
      });
    };
    return { id, tell: sendDeliveryEvent };
  }

  it("appear in the report, and bounces and complaints stop further mails", async () => {
    const { id, tell } = await buildSentCampaign(3);
    await tell(0, "delivered");
    await tell(1, "bounced");
    const { report } = await getCampaign(id);
    expect(report).toMatchObject({ delivered: 1, bounced: 1, complained: 0 });
    expect((await find(id)).status).toBe("RUNNING");
    expect(await db.newsletterSubscriber.count({ where: { source, status: "BOUNCED" } })).toBe(1);
  });

  it("pause a campaign with two complaints, if more than one in a thousand", async () => {
    const { id, tell } = await buildSentCampaign(4);
    await tell(0, "complained");
    expect((await find(id)).status).toBe("RUNNING");
    await tell(1, "complained");
    expect(await find(id)).toMatchObject({
      status: "PAUSED",
      pausedReason: expect.stringContaining("2 personnes"),
    });
  });

  it("pause a campaign with ten bounces, if more than one in twenty", async () => {
    const { id, tell } = await buildSentCampaign(12);
    for (let at = 0; at < 9; at++) await tell(at, "bounced");
    expect((await find(id)).status).toBe("RUNNING");
    await tell(9, "bounced");
    expect(await find(id)).toMatchObject({
      status: "PAUSED",
      pausedReason: expect.stringContaining("10 adresses"),
    });
  });

  it("pause a campaign with ten messages that could not be sent", async () => {
    const { id, tell } = await buildSentCampaign(11);
    for (let at = 0; at < 10; at++) await tell(at, "failed");
    expect(await find(id)).toMatchObject({ status: "PAUSED", errors: 10, sent: 1 });
  });
});
