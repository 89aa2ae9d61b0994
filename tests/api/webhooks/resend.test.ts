import { createHmac } from "node:crypto";
import { NextRequest } from "next/server";
import { afterAll, describe, expect, it, vi } from "vitest";
import { POST as retry } from "@/app/api/admin/outbox/[id]/retry/route";
import { POST } from "@/app/api/webhooks/resend/route";
import { hashEmail } from "@/domain/newsletter/subscription/suppression";
import { db } from "@/lib/db";
import { call } from "../../support/call";
import { buildMail, getMailRow } from "../../support/mails";
import { WEBHOOK_SECRET } from "../../support/resend-server";
import { buildStaff } from "../../support/staff";

// Must run before the environment is read.
const api = await vi.hoisted(async () => {
  const { startResendServer } = await import("../../support/resend-server");
  return startResendServer();
});

afterAll(() => api.stop());

let count = 0;
const nextId = () => `msg_${++count}`;

interface Delivery {
  id?: string;
  secondsAgo?: number;
  secret?: string;
  headers?: Record<string, string>;
  /** A body that replaces the signed one. */
  altered?: string;
}

async function deliver(event: unknown, options: Delivery = {}) {
  const { id = nextId(), secondsAgo = 0, secret = WEBHOOK_SECRET, headers, altered } = options;
  const body = JSON.stringify(event);
  const timestamp = Math.floor(Date.now() / 1000) - secondsAgo;
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  const request = new NextRequest("http://shop.test/api/webhooks/resend", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "svix-id": id,
      "svix-timestamp": String(timestamp),
      "svix-signature": `v1,${signature}`,
      ...headers,
    },
    body: altered ?? body,
  });
  const response = await POST(request, { params: Promise.resolve({}) });
  return { status: response.status, data: (await response.json()).data };
}

function event(type: string, providerId: string, data: object = {}) {
  return {
    type: `email.${type}`,
    created_at: new Date(Date.now() - 1_000).toISOString(),
    data: { email_id: providerId, to: ["a@shop.test"], subject: "x", ...data },
  };
}

async function buildSentMail() {
  const providerId = `sent-${++count}`;
  const sentAt = new Date(Date.now() - 5_000);
  return { ...(await buildMail({ state: "SENT", sentAt, providerId })), providerId };
}

describe("POST /api/webhooks/resend", () => {
  it("records the delivery status of a mail", async () => {
    const { id, providerId } = await buildSentMail();
    expect(await deliver(event("delivered", providerId))).toEqual({
      status: 200,
      data: { taken: true },
    });
    expect((await getMailRow(id)).deliveredAt).not.toBeNull();
    await deliver(event("complained", providerId));
    expect((await getMailRow(id)).complainedAt).not.toBeNull();
  });

  it("records the reason of a bounce", async () => {
    const { id, providerId } = await buildSentMail();
    const bounce = { type: "Permanent", subType: "General", message: "No such mailbox" };
    await deliver(event("bounced", providerId, { bounce }));
    const row = await getMailRow(id);
    expect(row).toMatchObject({ state: "SENT", lastError: "No such mailbox", deliveredAt: null });
    expect(row.bouncedAt).not.toBeNull();
  });

  it("processes a repeated event once", async () => {
    const { id, providerId } = await buildSentMail();
    const delivered = event("delivered", providerId);
    expect((await deliver(delivered, { id: "msg_same" })).data).toEqual({ taken: true });
    await db.outboxEmail.update({ where: { id }, data: { deliveredAt: null } });
    expect(await deliver(delivered, { id: "msg_same" })).toEqual({
      status: 200,
      data: { taken: false },
    });
    expect((await getMailRow(id)).deliveredAt).toBeNull();
    const together = Array.from({ length: 5 }, () => deliver(delivered, { id: "msg_together" }));
    const taken = (await Promise.all(together)).filter(({ data }) => data.taken);
    expect(taken).toHaveLength(1);
  });

  it("yields the same state for any order of events", async () => {
    const { id, providerId } = await buildSentMail();
    await deliver(event("delivered", providerId));
    const { sentAt, deliveredAt } = await getMailRow(id);
    await deliver(event("sent", providerId));
    expect(await getMailRow(id)).toMatchObject({ state: "SENT", sentAt, deliveredAt });
  });

  it.each(["QUEUED", "SENDING", "UNKNOWN"] as const)(
    "marks a mail as sent when its response was lost (%s), and stops further attempts",
    async (state) => {
      const { id } = await buildMail({ state, attempts: 1, lockedUntil: new Date() });
      const providerId = `found-${++count}`;
      await deliver(event("delivered", providerId, { tags: { outbox: id } }));
      expect(await getMailRow(id)).toMatchObject({
        state: "SENT",
        providerId,
        sealed: null,
        lockedUntil: null,
      });
    },
  );

  it("shows staff the mails that Resend could not send", async () => {
    const { id, providerId } = await buildSentMail();
    await deliver(event("failed", providerId, { failed: { reason: "reached_daily_quota" } }));
    expect(await getMailRow(id)).toMatchObject({
      state: "FAILED",
      lastError: "reached_daily_quota",
    });
  });

  it("a mail that Resend could not send is sent again under a new key, and later events of the first attempt are ignored", async () => {
    const admin = await buildStaff("ADMIN");
    const { id, providerId, idempotencyKey } = await buildSentMail();
    await deliver(event("failed", providerId));
    const answer = await call(retry, { method: "POST", as: admin, params: { id }, body: {} });
    expect(answer.status).toBe(200);
    await deliver(event("delivered", providerId, { tags: { outbox: id } }));
    await expect.poll(async () => (await getMailRow(id)).state).toBe("SENT");
    const sent = await getMailRow(id);
    expect(api.taken.map((mail) => mail.key)).toContain(sent.idempotencyKey);
    expect(sent.idempotencyKey).not.toBe(idempotencyKey);
    expect([sent.providerId === providerId, sent.deliveredAt]).toEqual([false, null]);
    const [tag] = api.taken.find(({ key }) => key === sent.idempotencyKey)?.mail.tags ?? [];
    await db.outboxEmail.update({ where: { id }, data: { providerId: null, state: "QUEUED" } });
    await deliver(event("delivered", "the-second", { tags: { outbox: tag?.value } }));
    expect(await getMailRow(id)).toMatchObject({ state: "SENT", providerId: "the-second" });
  });

  it("answers 200 to unknown mails and unused events", async () => {
    expect((await deliver(event("delivered", "nobody-s"))).status).toBe(200);
    for (const odd of [event("opened", "x"), { type: "contact.created", data: {} }, [], "x", 1]) {
      expect(await deliver(odd)).toEqual({ status: 200, data: { taken: false } });
    }
  });

  it.each([
    ["without a signature", { headers: { "svix-signature": "" } }],
    [
      "signed with another secret",
      { secret: `whsec_${Buffer.from("another").toString("base64")}` },
    ],
    ["with a changed body", { altered: '{"type":"email.complained"}' }],
    ["signed six minutes ago", { secondsAgo: 360 }],
    ["signed six minutes in the future", { secondsAgo: -360 }],
    ["without an id", { headers: { "svix-id": "" } }],
    ["that is not JSON", { altered: "{" }],
  ])("rejects an event %s", async (_, options: Delivery) => {
    const { id, providerId } = await buildSentMail();
    const before = await db.webhookEvent.count();
    const { status } = await deliver(event("complained", providerId), options);
    expect(status).toBe(401);
    expect((await getMailRow(id)).complainedAt).toBeNull();
    expect(await db.webhookEvent.count()).toBe(before);
  });

  it("rejects browsers and oversized bodies", async () => {
    const { providerId } = await buildSentMail();
    const fromBrowsers: Record<string, string>[] = [
      { "sec-fetch-site": "same-origin" },
      { origin: "http://shop.test" },
    ];
    for (const headers of fromBrowsers) {
      expect((await deliver(event("delivered", providerId), { headers })).status).toBe(403);
    }
    expect((await deliver({ type: "x".repeat(300_000) })).status).toBe(413);
  });
});

describe("A bouncing address", () => {
  const buildConfirmedSubscriber = (email: string) =>
    db.newsletterSubscriber.create({
      data: { email, emailHmac: hashEmail(email), status: "CONFIRMED", isSubscribed: true },
    });

  it.each([
    ["bounced", { bounce: { type: "Permanent", subType: "", message: "" } }, "BOUNCED"],
    ["complained", {}, "COMPLAINED"],
  ])("gets no more newsletters (%s)", async (type, data, status) => {
    const { id, email } = await buildConfirmedSubscriber(`${type}@shop.test`);
    await deliver(event(type, `n-${type}`, { ...data, to: [email] }));
    const subscriber = await db.newsletterSubscriber.findUniqueOrThrow({ where: { id } });
    expect(subscriber.status).toBe(status);
    expect(await db.suppression.count()).toBeGreaterThan(0);
  });

  it("stays subscribed after a single full mailbox", async () => {
    const { id, email } = await buildConfirmedSubscriber("full@shop.test");
    const bounce = { type: "Transient", subType: "MailboxFull", message: "Full" };
    await deliver(event("bounced", "n-full", { bounce, to: [email] }));
    const subscriber = await db.newsletterSubscriber.findUniqueOrThrow({ where: { id } });
    expect(subscriber.status).toBe("CONFIRMED");
  });
});
