import { randomBytes, randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { DELETE as deleteSegment } from "@/app/api/admin/analytics/definitions/[id]/route";
import { POST as createSegment } from "@/app/api/admin/analytics/definitions/route";
import { POST as send } from "@/app/api/admin/newsletter/campaign/[id]/send/route";
import { GET as countAudience } from "@/app/api/admin/newsletter/campaign/audience/route";
import { POST as choose } from "@/app/api/public/consent/route";
import { POST as confirm } from "@/app/api/public/newsletter/confirm/route";
import { POST as unsubscribe } from "@/app/api/public/newsletter/unsubscribe/route";
import { GET as follow } from "@/app/n/c/[token]/route";
import { buildClickUrl } from "@/domain/campaigns/tracking/links";
import { deleteExpiredSubscribers } from "@/domain/newsletter/retention-commands";
import { exportSubscriptionByToken } from "@/domain/newsletter/subscription/published";
import { signSubscriberToken } from "@/domain/newsletter/subscription/unsubscribe-link";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { PHONE_BROWSER } from "../support/analytics";
import { call } from "../support/call";
import { buildCampaign, buildSubscribers } from "../support/campaigns";
import { newEmail, requestConfirmationToken } from "../support/newsletter";
import { forwardedFor, newIpAddress } from "../support/sign-in";
import { buildStaff } from "../support/staff";

vi.mock("@/app/api/wake-campaigns", () => ({ wakeCampaigns: () => undefined }));
afterAll(() => vi.doUnmock("@/app/api/wake-campaigns"));

const PHONES = { device: ["phone"], source: ["segment-audiences.test"] };
const VISIT = { eventType: "page_view", device: "phone", source: "segment-audiences.test" };

let owner: Awaited<ReturnType<typeof buildStaff>>;
let segment: string;
beforeAll(async () => {
  owner = await buildStaff("SUPER_ADMIN");
  segment = await buildSegment();
});

async function buildSegment(filter: object = PHONES): Promise<string> {
  const body = { kind: "SEGMENT", name: randomUUID(), definition: { filter } };
  const { body: answer } = await call(createSegment, { method: "POST", as: owner, body });
  return answer?.data.id;
}

const newPersonId = () => randomBytes(16).toString("base64url");
const accept = (personId: string, wording = "visits-2") => ({
  cookie: `consent=${wording}.accepted.20261130; visitor=${personId}.20261130`,
});
const addVisit = (personId: string, fields: Partial<Prisma.AnalyticsEventCreateInput> = {}) =>
  db.analyticsEvent.create({
    data: { ...VISIT, personId, sessionId: randomUUID(), visitorHash: randomUUID(), ...fields },
  });

async function buildSentMail() {
  const [subscriber] = await buildSubscribers(1);
  const subscriberId = subscriber?.id ?? "";
  const { id: campaignId } = await buildCampaign({ status: "FINISHED" });
  const data = { campaignId, position: 0, url: "http://localhost:3000/catalogue" };
  await db.campaignLink.create({ data });
  const message = await db.campaignMessage.create({
    data: { campaignId, subscriberId, state: "SENT", sentAt: new Date(Date.now() - 3_600_000) },
  });
  return { subscriberId, message };
}

/** Follows a link of a campaign, and waits until the click is stored. */
async function click(messageId: string, headers: object) {
  const token = buildClickUrl(messageId, 0).split("/").at(-1) ?? "";
  const request = new NextRequest("http://shop.test/n/c", {
    headers: { "user-agent": PHONE_BROWSER, ...forwardedFor(newIpAddress()), ...headers },
  });
  await follow(request, { params: Promise.resolve({ token }) });
  const isStored = () => db.campaignEvent.count({ where: { messageId } });
  await vi.waitUntil(async () => (await isStored()) > 0, 5_000);
}

async function buildReader(personId = newPersonId()) {
  const { subscriberId, message } = await buildSentMail();
  await click(message.id, accept(personId));
  await vi.waitUntil(async () => (await listLinks(subscriberId)).length > 0, 5_000);
  return { subscriberId, personId };
}

const listLinks = (subscriberId: string) =>
  db.subscriberVisitor.findMany({ where: { subscriberId } });

const post = (route: typeof confirm, body: unknown, headers: object = {}) =>
  call(route, { method: "POST", body, headers: { ...forwardedFor(newIpAddress()), ...headers } });

async function count(id: string): Promise<number> {
  const { body } = await call(countAudience, { as: owner, query: `segment=${id}` });
  return body?.data.count;
}

describe("A campaign to a segment", () => {
  it("counts and reaches the subscribers who agreed and whose visits match, at the moment of sending", async () => {
    const onPhone = await buildReader();
    const onDesktop = await buildReader();
    const long = await buildReader();
    await buildSubscribers(1);
    await addVisit(onPhone.personId);
    await addVisit(onPhone.personId);
    await addVisit(onDesktop.personId, { device: "desktop" });
    await addVisit(long.personId, { createdAt: new Date(Date.now() - 95 * 86_400_000) });
    await addVisit(newPersonId());
    expect(await count(segment)).toBe(1);

    const { id } = await buildCampaign({ audience: { segment } });
    const request = { method: "POST", as: owner, params: { id } } as const;
    const wrong = await call(send, { ...request, body: { count: 2, version: 1 } });
    expect([wrong.status, wrong.body?.error.details.count]).toEqual([409, 1]);
    const { status } = await call(send, { ...request, body: { count: 1, version: 1 } });
    expect(status).toBe(200);
    await addVisit(onDesktop.personId);
    const messages = await db.campaignMessage.findMany({ where: { campaignId: id } });
    expect(messages.map(({ subscriberId }) => subscriberId)).toEqual([onPhone.subscriberId]);
  });

  it("also filters by what a visit contains, and by its other fields", async () => {
    const { id: categoryId } = await db.category.create({
      data: { name: randomUUID(), slug: randomUUID() },
    });
    const interested = await buildSegment({ category: [categoryId] });
    const { personId } = await buildReader();
    await addVisit(personId, { eventType: "product_view", categoryId });
    expect(await count(interested)).toBe(1);
    const { body } = await call(countAudience, {
      as: owner,
      query: `segment=${interested}&locale=AR`,
    });
    expect(body?.data.count).toBe(0);
  });

  it("reaches no one once the segment is deleted, instead of everyone", async () => {
    const { personId } = await buildReader();
    await addVisit(personId);
    expect(await count("deleted-segment")).toBe(0);
    const { status } = await call(countAudience, { as: owner, query: "segment=a%00b" });
    expect(status).toBe(400);
  });

  it("protects its segment from deletion until it is sent", async () => {
    const id = await buildSegment({ device: ["tablet"] });
    const draft = await buildCampaign({ audience: { segment: id } });
    const remove = () => call(deleteSegment, { method: "DELETE", as: owner, params: { id } });
    const { status, body } = await remove();
    expect(status).toBe(409);
    expect(body?.error.message).toContain(draft.subject);
    await db.campaign.delete({ where: { id: draft.id } });
    expect((await remove()).status).toBe(200);
  });
});

describe("The link between a subscriber and their visits", () => {
  it("is made when the subscription is confirmed in a browser that agreed", async () => {
    const email = newEmail();
    const token = await requestConfirmationToken(email);
    const personId = newPersonId();
    expect((await post(confirm, { token }, accept(personId))).status).toBe(200);
    const { id } = await db.newsletterSubscriber.findUniqueOrThrow({ where: { email } });
    expect(await listLinks(id)).toMatchObject([{ personId }]);
    const { visitors } = await exportSubscriptionByToken(signSubscriberToken(id));
    expect(visitors).toEqual([{ linkedAt: expect.any(Date) }]);
  });

  it.each([
    ["without a choice", () => ({})],
    [
      "after a refusal",
      (id: string) => ({ cookie: `consent=visits-2.refused; visitor=${id}.20261130` }),
    ],
    ["after consent to the text without the newsletter", (id: string) => accept(id, "visits-1")],
    ["with Global Privacy Control", (id: string) => ({ ...accept(id), "sec-gpc": "1" })],
    ["with an invented cookie", () => ({ cookie: "consent=visits-2.accepted; visitor='--.1" })],
  ])("is not made %s", async (_, getHeaders) => {
    const { subscriberId, message } = await buildSentMail();
    await click(message.id, getHeaders(newPersonId()));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await listLinks(subscriberId)).toEqual([]);
  });

  it("moves to the newest subscriber of the browser, and is made for ten browsers at most", async () => {
    const personId = newPersonId();
    const first = await buildReader(personId);
    const second = await buildReader(personId);
    expect(await listLinks(first.subscriberId)).toEqual([]);
    const { subscriberId } = second;
    const more = Array.from({ length: 9 }, () => ({ personId: newPersonId(), subscriberId }));
    await db.subscriberVisitor.createMany({ data: more });
    const message = await db.campaignMessage.findFirstOrThrow({ where: { subscriberId } });
    await db.campaignEvent.deleteMany({ where: { messageId: message.id } });
    await click(message.id, accept(newPersonId()));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await listLinks(subscriberId)).toHaveLength(10);
  });

  it.each([
    ["the cookie of the person", (id: string) => ({ headers: accept(id), body: {} })],
    ["the id in the request", (personId: string) => ({ headers: {}, body: { personId } })],
  ])("is deleted by a refusal with %s", async (_, build) => {
    const { subscriberId, personId } = await buildReader();
    const { headers, body } = build(personId);
    const refusal = { choice: "refused", wording: "visits-2", ...body };
    const { status, body: answer } = await post(choose, refusal, headers);
    expect([status, answer?.data]).toEqual([200, { choice: "refused", wording: "visits-2" }]);
    expect(await listLinks(subscriberId)).toEqual([]);
  });

  it("is deleted when the subscription ends", async () => {
    const { subscriberId } = await buildReader();
    await post(unsubscribe, { token: signSubscriberToken(subscriberId) });
    expect(await listLinks(subscriberId)).toEqual([]);
  });

  it("is deleted once no visit is stored any more, and after thirteen months", async () => {
    const [seen, unseen, old] = [await buildReader(), await buildReader(), await buildReader()];
    await addVisit(seen.personId);
    await addVisit(old.personId);
    const age = (personId: string, days: number) =>
      db.subscriberVisitor.update({
        where: { personId },
        data: { linkedAt: new Date(Date.now() - days * 86_400_000) },
      });
    await age(seen.personId, 100);
    await age(unseen.personId, 2);
    await age(old.personId, 400);
    expect((await deleteExpiredSubscribers()).visitorLinks).toBe(2);
    expect(await listLinks(seen.subscriberId)).toHaveLength(1);
    expect(await listLinks(unseen.subscriberId)).toEqual([]);
    expect(await listLinks(old.subscriberId)).toEqual([]);
  });
});
