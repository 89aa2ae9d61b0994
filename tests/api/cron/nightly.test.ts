import { beforeEach, describe, expect, it } from "vitest";
import { GET as publish } from "@/app/api/cron/publish/route";
import { GET as retention } from "@/app/api/cron/retention/route";
import { GET as sessions } from "@/app/api/cron/sessions/route";
import { db } from "@/lib/db";
import { buildProduct } from "../../support/build";
import { call } from "../../support/call";
import { buildLead, buildMessageLead } from "../../support/leads";
import { revalidatedTags } from "../../support/next-cache-stub";
import { buildStaff, buildUser } from "../../support/staff";

const headers = { authorization: `Bearer ${process.env.CRON_SECRET}` };
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const DAY = 24 * 60;

beforeEach(() => {
  revalidatedTags.length = 0;
});

describe("GET /api/cron/publish", () => {
  it("invalidates cached pages for products that their dates published or hid since the last run, once", async () => {
    await call(publish, { headers });
    await db.setting.update({
      where: { key: "lastPublishRun" },
      data: { value: ago(10).toISOString() },
    });
    revalidatedTags.length = 0;
    await buildProduct({ publishAt: ago(5) });
    await buildProduct({ publishAt: ago(60), unpublishAt: ago(3) });
    await buildProduct({ publishAt: ago(60), unpublishAt: ago(-60) });
    await buildProduct({ publishAt: ago(5), status: "DRAFT" });
    const { body } = await call(publish, { headers });
    expect(body?.data).toMatchObject({ shown: 1, hidden: 1 });
    expect(revalidatedTags).toEqual(["catalogue"]);
    revalidatedTags.length = 0;
    expect((await call(publish, { headers })).body?.data).toMatchObject({ shown: 0, hidden: 0 });
    expect(revalidatedTags).toEqual([]);
  });

  it("deletes products that have been in the trash for 60 days", async () => {
    const old = await buildProduct({ deletedAt: ago(61 * DAY) });
    const young = await buildProduct({ deletedAt: ago(59 * DAY) });
    expect((await call(publish, { headers })).body?.data.purged).toBe(1);
    const left = await db.product.findMany({ where: { id: { in: [old.id, young.id] } } });
    expect(left.map(({ id }) => id)).toEqual([young.id]);
  });

  it("deletes yesterday's idempotency keys and presence rows older than an hour", async () => {
    const { id: userId } = await buildUser();
    const keys = [ago(DAY + 1), ago(60)].map((createdAt, i) => ({
      userId,
      key: `key-${i}-of-test`,
      request: "",
      createdAt,
    }));
    await db.idempotencyKey.createMany({ data: keys });
    const presences = [ago(61), ago(1)].map((seenAt, i) => ({
      entityType: "Product",
      entityId: `${i}`,
      userId,
      seenAt,
    }));
    await db.editPresence.createMany({ data: presences });
    expect((await call(publish, { headers })).body?.data).toMatchObject({ keys: 1, presences: 1 });
    expect(await db.idempotencyKey.count({ where: { userId } })).toBe(1);
    expect(await db.editPresence.count({ where: { userId } })).toBe(1);
  });

  it("requires the cron secret", async () => {
    const { cookie } = await buildStaff("SUPER_ADMIN");
    expect((await call(publish, { headers: { cookie } })).status).toBe(401);
  });
});

describe("GET /api/cron/sessions", () => {
  it("deletes expired sessions and mailed links, and no others", async () => {
    const { id: userId } = await buildStaff();
    await db.session.create({ data: { id: "ended", userId, expiresAt: ago(1) } });
    for (const expiresAt of [ago(1), ago(-1)]) {
      const tokenHash = expiresAt.toISOString();
      await db.passwordReset.create({ data: { userId, tokenHash, expiresAt } });
      await db.emailToken.create({
        data: { userId, tokenHash, expiresAt, purpose: "INVITATION" },
      });
    }
    const { body } = await call(sessions, { headers });
    expect(body?.data).toEqual({ sessions: 1, passwordResets: 1, emailTokens: 1 });
    expect(await db.session.count({ where: { userId } })).toBe(1);
    expect(await db.passwordReset.count({ where: { userId } })).toBe(1);
    expect(await db.emailToken.count({ where: { userId } })).toBe(1);
  });
});

describe("GET /api/cron/retention", () => {
  const YEAR = 365.25 * DAY;
  const createMessage = (createdAt: Date, fields: object = {}) =>
    db.contactMessage.create({
      data: { name: "Ali", email: "ali@client.test", message: "Bonjour", createdAt, ...fields },
    });

  it("archives messages after two years and deletes them after three, with replies and notes", async () => {
    const young = await createMessage(ago(1.9 * YEAR));
    const old = await createMessage(ago(2.1 * YEAR), { status: "REPLIED", isSpam: true });
    const reply = { subject: "Re : Bonjour", body: "Bonjour", rfcMessageId: "<reply-1@shop.test>" };
    const replies = { create: reply };
    const messageNotes = { create: { body: "À rappeler" } };
    const oldest = await createMessage(ago(3.1 * YEAR), { replies, messageNotes });
    const { body } = await call(retention, { headers });
    expect(body?.data.messages).toEqual({ archived: 1, deleted: 1 });
    const left = await db.contactMessage.findMany({
      where: { id: { in: [young.id, old.id, oldest.id] } },
      orderBy: { createdAt: "desc" },
      select: { id: true, status: true },
    });
    expect(left).toEqual([
      { id: young.id, status: "NEW" },
      { id: old.id, status: "ARCHIVED" },
    ]);
    expect(await db.messageReply.count()).toBe(0);
    expect(await db.messageNote.count()).toBe(0);
    const again = await call(retention, { headers });
    expect(again.body?.data.messages).toEqual({ archived: 0, deleted: 0 });
  });

  it("deletes clicks on WhatsApp after three years, and what says who clicked with the events of the visitor", async () => {
    const recent = await buildLead({ createdAt: ago(90 * DAY), personId: "p" });
    const young = await buildLead({ createdAt: ago(2.9 * YEAR), status: "SOLD", note: "Livré" });
    const old = await buildLead({ createdAt: ago(3.1 * YEAR), status: "SOLD" });
    const { message, lead } = await buildMessageLead({ createdAt: ago(3.1 * YEAR) });
    const { body } = await call(retention, { headers });
    expect(body?.data.leads).toEqual({ deleted: 1 });
    expect(await db.contactMessage.count({ where: { id: message.id } })).toBe(0);
    const left = await db.lead.findMany({
      where: { id: { in: [recent.id, young.id, old.id, lead.id] } },
      orderBy: { createdAt: "desc" },
    });
    expect(left).toMatchObject([
      { id: recent.id, visitorHash: recent.visitorHash, personId: "p" },
      { id: young.id, visitorHash: null, sessionId: null, status: "SOLD", note: "Livré" },
    ]);
  });

  it("closes the new lead of a message that it archives", async () => {
    const { lead } = await buildMessageLead({ createdAt: ago(2.1 * YEAR) });
    await call(retention, { headers });
    expect(await db.lead.findUnique({ where: { id: lead.id } })).toMatchObject({ status: "LOST" });
  });

  it("deletes events of visitors after ninety-one days", async () => {
    for (const days of [90.9, 91.1]) {
      const createdAt = ago(days * DAY);
      await db.analyticsEvent.create({ data: { eventType: `test ${days}`, createdAt } });
    }
    const { body } = await call(retention, { headers });
    expect(body?.data.events).toEqual({ deleted: 1 });
    expect(await db.analyticsEvent.findMany({ select: { eventType: true } })).toEqual([
      { eventType: "test 90.9" },
    ]);
  });

  it("deletes the salts of visitor hashes after two days", async () => {
    const days = [0, 1, 2, 3].map((age) => ago(age * DAY));
    await db.analyticsSalt.createMany({
      data: days.map((day) => ({ day, salt: "x" })),
      skipDuplicates: true,
    });
    const { body } = await call(retention, { headers });
    expect(body?.data.visitorSalts).toEqual({ deleted: 2 });
    expect(await db.analyticsSalt.count()).toBe(2);
  });

  it("leaves an ongoing conversation in place, and clears the waiting state of archived messages", async () => {
    const reply = { subject: "Re", body: "Oui", rfcMessageId: "<reply-2@shop.test>" };
    const replies = { create: { ...reply, createdAt: ago(YEAR) } };
    const running = await createMessage(ago(2.1 * YEAR), { status: "REPLIED", replies });
    const waiting = await createMessage(ago(2.1 * YEAR), {
      status: "READ",
      waitingSince: ago(2 * YEAR),
    });
    await call(retention, { headers });
    const left = await db.contactMessage.findMany({
      where: { id: { in: [running.id, waiting.id] } },
      orderBy: { status: "asc" },
      select: { id: true, folder: true, waitingSince: true },
    });
    expect(left).toEqual([
      { id: running.id, folder: "replied", waitingSince: null },
      { id: waiting.id, folder: "archived", waitingSince: null },
    ]);
  });

  it("requires the cron secret", async () => {
    const { cookie } = await buildStaff("SUPER_ADMIN");
    expect((await call(retention, { headers: { cookie } })).status).toBe(401);
  });
});
