import { describe, expect, it } from "vitest";
import { PATCH as patchLeadRoute } from "@/app/api/admin/leads/[id]/route";
import { POST as replyRoute } from "@/app/api/admin/messages/[id]/replies/route";
import { DELETE, PATCH } from "@/app/api/admin/messages/[id]/route";
import { POST as bulkRoute } from "@/app/api/admin/messages/bulk/route";
import { db } from "@/lib/db";
import { buildProduct } from "../../../support/build";
import { call } from "../../../support/call";
import { buildContactFields, listMessagesFrom, postContact } from "../../../support/contact";
import { buildMessageLead, CHROME } from "../../../support/leads";
import { forwardedFor, newIpAddress } from "../../../support/sign-in";
import { buildStaff } from "../../../support/staff";

const owner = await buildStaff("SUPER_ADMIN");

const change = (id: string, body: object) =>
  call(PATCH, { method: "PATCH", params: { id }, body, as: owner });
const mark = (id: string, body: object) =>
  call(patchLeadRoute, { method: "PATCH", params: { id }, body, as: owner });
const findLead = (messageId: string) => db.lead.findUnique({ where: { messageId } });
const findStatus = async (messageId: string) => (await findLead(messageId))?.status;
const listEventIds = async (leadId: string) => {
  const events = await db.analyticsEvent.findMany({
    where: { metadata: { path: ["leadId"], equals: leadId } },
  });
  return events.map(({ eventType }) => eventType).toSorted();
};

async function receive(fields: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
  const form = buildContactFields(fields);
  const { status } = await postContact(form, {
    ...forwardedFor(newIpAddress()),
    "user-agent": CHROME,
    ...headers,
  });
  expect(status).toBe(201);
  const [message] = await listMessagesFrom(form.email);
  const lead = message && (await findLead(message.id));
  if (!message || !lead) throw new Error("no message or no lead");
  return { message, lead, form };
}

describe("A message of a customer", () => {
  it("is a lead with the visit, and counts as a contact", async () => {
    const product = await buildProduct();
    const { message, lead } = await receive({ productSlug: product.slug });
    expect(lead).toMatchObject({
      kind: "MESSAGE",
      status: "NEW",
      reference: `EO-${message.reference}`,
      productId: product.id,
      page: "product",
      device: "phone",
      isSpam: false,
      visitorHash: expect.any(String),
    });
    const event = await db.analyticsEvent.findUnique({ where: { id: `contact-${message.id}` } });
    expect(event).toMatchObject({
      eventType: "contact_submit",
      productId: product.id,
      categoryId: product.categoryId,
      visitorHash: lead.visitorHash,
      sessionId: lead.sessionId,
    });
  });

  it("is one lead and counts once when it is sent twice", async () => {
    const { form, message } = await receive();
    await postContact(form, { ...forwardedFor(newIpAddress()), "user-agent": CHROME });
    expect(await db.lead.count({ where: { messageId: message.id } })).toBe(1);
  });

  it("of a visitor who refuses to be counted is a lead without a visit", async () => {
    const { message, lead } = await receive({}, { "sec-gpc": "1" });
    expect(lead).toMatchObject({ visitorHash: null, source: null, device: null });
    expect(await db.analyticsEvent.count({ where: { id: `contact-${message.id}` } })).toBe(0);
  });

  it("that is spam is no lead and does not count, until staff say otherwise", async () => {
    const { message, lead } = await receive({ website: "https://spam.example" });
    expect(lead.isSpam).toBe(true);
    expect(await listEventIds(lead.id)).toEqual([]);
    await change(message.id, { version: 1, spam: false });
    expect((await findLead(message.id))?.isSpam).toBe(false);
    expect(await listEventIds(lead.id)).toEqual(["contact_submit"]);
  });

  it("that is marked as spam later is no lead any more, and comes back as it was", async () => {
    const { message, lead } = await receive();
    await mark(lead.id, { version: 1, status: "QUOTED", note: "Devis" });
    const { version } = await db.contactMessage.findUniqueOrThrow({ where: { id: message.id } });
    await change(message.id, { version, spam: true });
    expect(await listEventIds(lead.id)).toEqual([]);
    await change(message.id, { version: version + 1, spam: false });
    expect(await findLead(message.id)).toMatchObject({
      isSpam: false,
      status: "QUOTED",
      note: "Devis",
    });
    expect(await listEventIds(lead.id)).toEqual(["contact_submit", "lead_quoted", "lead_replied"]);
  });

  it("takes its lead along when it is deleted", async () => {
    const { message, lead } = await receive();
    await call(DELETE, { method: "DELETE", params: { id: message.id }, as: owner });
    expect(await db.lead.count({ where: { id: lead.id } })).toBe(0);
  });
});

describe("A change of a message", () => {
  it("answers, closes and reopens its lead", async () => {
    const { message, lead } = await buildMessageLead();
    const steps = [
      ["READ", "NEW"],
      ["REPLIED", "REPLIED"],
      ["READ", "NEW"],
      ["ARCHIVED", "LOST"],
      ["NEW", "NEW"],
    ] as const;
    for (const [index, [status, expected]] of steps.entries()) {
      await change(message.id, { version: index + 1, status });
      expect(await findStatus(message.id), status).toBe(expected);
    }
    const entries = await db.auditLog.findMany({
      where: { entityId: lead.id },
      orderBy: { seq: "asc" },
    });
    expect(entries.map(({ action }) => action)).toEqual([
      "mark_lead_replied",
      "reopen_lead",
      "mark_lead_lost",
      "reopen_lead",
    ]);
    expect(await listEventIds(lead.id)).toEqual([]);
  });

  it("leaves a sale alone", async () => {
    const { message, lead } = await buildMessageLead();
    await db.lead.update({ where: { id: lead.id }, data: { status: "SOLD", amount: "5" } });
    await change(message.id, { version: 1, status: "ARCHIVED" });
    await change(message.id, { version: 2, status: "READ" });
    expect(await findLead(message.id)).toMatchObject({ status: "SOLD", version: 1 });
  });

  it("marks the lead as answered by a reply, also one that archives the message", async () => {
    for (const archive of [false, true]) {
      const { message, lead } = await buildMessageLead();
      const body = { version: 1, body: "Bonjour, oui.", archive };
      const { status } = await call(replyRoute, {
        method: "POST",
        params: { id: message.id },
        body,
        as: owner,
      });
      expect(status).toBe(201);
      expect(await findStatus(message.id)).toBe("REPLIED");
      expect(await listEventIds(lead.id)).toEqual(["lead_replied"]);
    }
  });

  it("in bulk changes each lead, in a number of statements that does not depend on them", async () => {
    const all = [await buildMessageLead(), await buildMessageLead(), await buildMessageLead()];
    const ids = all.map(({ message }) => message.id);
    const body = { selection: { ids }, action: "replied" };
    await call(bulkRoute, { method: "POST", body, as: owner });
    expect(await Promise.all(ids.map(findStatus))).toEqual(["REPLIED", "REPLIED", "REPLIED"]);
    const spam = { selection: { ids }, action: "spam" };
    await call(bulkRoute, { method: "POST", body: spam, as: owner });
    expect(await db.lead.count({ where: { messageId: { in: ids }, isSpam: true } })).toBe(3);
  });
});

describe("A change of the lead of a message", () => {
  it("takes the message along, with an audit entry of its own", async () => {
    const { message, lead } = await buildMessageLead();
    await mark(lead.id, { version: 1, status: "SOLD", amount: "20" });
    const read = () => db.contactMessage.findUniqueOrThrow({ where: { id: message.id } });
    expect(await read()).toMatchObject({ status: "REPLIED", version: 2 });
    await mark(lead.id, { version: 2, status: "NEW" });
    expect(await read()).toMatchObject({ status: "READ", version: 3 });
    const entries = await db.auditLog.findMany({
      where: { entityId: message.id },
      orderBy: { seq: "asc" },
    });
    expect(entries.map(({ action }) => action)).toEqual(["mark_message_replied", "reopen_message"]);
  });

  it("and one of its message at the same time do not wait for each other", async () => {
    const { message, lead } = await buildMessageLead();
    const answers = await Promise.all([
      mark(lead.id, { version: 1, status: "REPLIED" }),
      change(message.id, { version: 1, status: "REPLIED" }),
    ]);
    for (const { status } of answers) expect([200, 409]).toContain(status);
    expect(await findStatus(message.id)).toBe("REPLIED");
  });
});
