import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { DELETE, GET as getOne, PATCH } from "@/app/api/admin/leads/[id]/route";
import { GET } from "@/app/api/admin/leads/route";
import { db } from "@/lib/db";
import { buildProduct } from "../../../support/build";
import { call } from "../../../support/call";
import { buildLead, buildMessageLead } from "../../../support/leads";
import { buildStaff } from "../../../support/staff";

const admin = await buildStaff("ADMIN");
const owner = await buildStaff("SUPER_ADMIN");
const viewer = await buildStaff("VIEWER");

const list = (query: string, as = admin) => call(GET, { as, query });
const listReferences = async (query: string) =>
  z
    .array(z.looseObject({ reference: z.string() }))
    .parse((await list(query)).body?.data)
    .map(({ reference }) => reference);
const patch = (id: string, body: object, as = admin) =>
  call(PATCH, { method: "PATCH", params: { id }, body, as });
const findLead = (id: string) => db.lead.findUniqueOrThrow({ where: { id } });
const listEvents = async (id: string) => {
  const events = await db.analyticsEvent.findMany({
    where: { metadata: { path: ["leadId"], equals: id } },
    orderBy: { createdAt: "asc" },
  });
  return events.map(({ eventType }) => eventType);
};
const findEntries = (id: string) =>
  db.auditLog.findMany({ where: { entityId: id }, orderBy: { seq: "asc" } });

describe("GET /api/admin/leads", () => {
  it("lists new leads, newest first, with a count for each status", async () => {
    const product = await buildProduct({ name: "Évier inox" });
    const mine = `product=${product.id}`;
    const [old, young] = [
      await buildLead({ productId: product.id, createdAt: new Date(Date.now() - 60_000) }),
      await buildLead({ productId: product.id, selection: "Taille : 60", source: "google" }),
    ];
    await buildLead({ productId: product.id, status: "SOLD", amount: "99.5" });
    const { body } = await list(mine);
    expect(body?.data.map(({ id }: { id: string }) => id)).toEqual([young.id, old.id]);
    expect(body?.data[0]).toMatchObject({
      kind: "WHATSAPP",
      status: "NEW",
      version: 1,
      amount: null,
      product: { id: product.id, name: "Évier inox" },
      selection: "Taille : 60",
      source: "google",
      message: null,
    });
    expect(body).toMatchObject({
      counts: { NEW: 2, REPLIED: 0, QUOTED: 0, SOLD: 1, LOST: 0 },
      pagination: { total: 2 },
    });
    const sold = await list(`${mine}&status=SOLD`);
    expect(sold.body?.data).toMatchObject([{ amount: "99.50" }]);
    expect((await list(`${mine}&status=all`)).body?.pagination.total).toBe(3);
    const second = await list(`${mine}&status=all&pageSize=2&page=2`);
    expect(second.body?.data).toHaveLength(1);
  });

  it("filters by kind, period and age", async () => {
    const product = await buildProduct();
    const productId = product.id;
    const day = new Date(Date.now() - 25 * 3_600_000);
    const late = await buildLead({ productId, createdAt: day });
    const fresh = await buildLead({ productId });
    const { lead } = await buildMessageLead();
    await db.lead.update({ where: { id: lead.id }, data: { productId } });
    const find = async (query: string) =>
      new Set(await listReferences(`product=${productId}${query}`));
    expect(await find("&kind=MESSAGE")).toEqual(new Set([lead.reference]));
    expect(await find("&kind=WHATSAPP&late=1")).toEqual(new Set([late.reference]));
    expect(await find("&kind=WHATSAPP&period=1")).toEqual(new Set([fresh.reference]));
  });

  it("finds a reference in any notation and in a pasted message, whatever its status", async () => {
    const { reference } = await buildLead({ status: "LOST" });
    const code = reference.slice(2);
    for (const typed of [
      reference,
      `w${code.toLowerCase()}`,
      `W ${code}`,
      code.replaceAll("0", "O").replaceAll("1", "I"),
      `Bonjour, je voudrais un renseignement\nDemande ${reference}`,
    ]) {
      // Four letters without a digit are a word.
      if (typed.length === code.length && !/\d/.test(typed)) continue;
      expect(await listReferences(`q=${encodeURIComponent(typed)}`), typed).toContain(reference);
    }
  });

  it("finds a lead by the words of its product and of its customer, and a message by its reference", async () => {
    const name = `Robinetterie${randomUUID().replace(/[^a-z]/g, "")}`;
    const product = await buildProduct({ name });
    const byProduct = await buildLead({ productId: product.id });
    const { lead, message } = await buildMessageLead({ name: `Zineb ${name}x` });
    expect(await listReferences(`q=${name}`)).toContain(byProduct.reference);
    expect(await listReferences(`q=${encodeURIComponent(`Zineb ${name}x`)}`)).toEqual([
      lead.reference,
    ]);
    expect(await listReferences(`q=eo ${message.reference}`)).toEqual([lead.reference]);
  });

  it("leaves out spam", async () => {
    const { lead } = await buildMessageLead({ isSpam: true });
    expect(await listReferences(`q=${lead.reference}`)).toEqual([]);
    expect((await call(getOne, { params: { id: lead.id }, as: admin })).status).toBe(404);
    expect((await patch(lead.id, { version: 1, status: "SOLD" })).status).toBe(404);
  });

  it("exports the list as CSV, and records the export without the search text", async () => {
    const product = await buildProduct({ name: "=Lavabo" });
    await buildLead({
      productId: product.id,
      status: "SOLD",
      amount: "1250.5",
      note: "Livré ; payé",
      source: "google",
    });
    const response = await GET(
      new (await import("next/server")).NextRequest(
        `http://shop.test/api?product=${product.id}&status=all&format=csv`,
        { headers: { host: "shop.test", "sec-fetch-site": "same-origin", cookie: admin.cookie } },
      ),
      { params: Promise.resolve({}) },
    );
    const csv = await response.text();
    expect(response.headers.get("content-type")).toContain("text/csv");
    expect(csv).toContain("Référence;Type;Reçue le;Statut");
    expect(csv).toContain("WhatsApp");
    expect(csv).toContain("Vendue");
    expect(csv).toContain("1250,50");
    expect(csv).toContain("'=Lavabo");
    expect(csv).toContain('"Livré ; payé"');
    const entry = await db.auditLog.findFirst({
      where: { action: "export_leads" },
      orderBy: { seq: "desc" },
    });
    expect(entry).toMatchObject({ userId: admin.id });
  });

  it.each([
    "status=none",
    "kind=none",
    "period=2",
    "late=0",
    "page=0",
    "pageSize=101",
    "product=%00",
    "q=%00",
    `q=${"a".repeat(2_001)}`,
    "unknown=1",
    "format=xml",
  ])("refuses %s", async (query) => {
    expect((await list(query)).status).toBe(400);
  });

  it.each([
    "'",
    "& | ! ( ) : * < >",
    "%",
    "\\",
    "W-",
    "💧",
    "\u202E",
    "a".repeat(2_000),
    "EO-999999999",
  ])("searches %j without failing", async (q) => {
    expect((await list(`q=${encodeURIComponent(q)}`)).status).toBe(200);
  });
});

describe("PATCH /api/admin/leads/{id}", () => {
  it("marks a lead as sold with an amount in a Moroccan notation, and writes the events of the funnel", async () => {
    const { id } = await buildLead({ source: "google", device: "phone" });
    const { body } = await patch(id, { version: 1, status: "SOLD", amount: "1 250,5 DH" });
    expect(body?.data).toMatchObject({ status: "SOLD", amount: "1250.50", version: 2 });
    expect(await listEvents(id)).toEqual(["lead_replied", "lead_sold"]);
    const lead = await findLead(id);
    const [event] = await db.analyticsEvent.findMany({ where: { id: `lead-${id}-sold` } });
    expect(event).toMatchObject({
      visitorHash: lead.visitorHash,
      sessionId: lead.sessionId,
      source: "google",
      device: "phone",
      metadata: { leadId: id, amount: "1250.50" },
    });
    expect(await findEntries(id)).toMatchObject([
      {
        action: "mark_lead_sold",
        entityLabel: lead.reference,
        changes: {
          status: { before: "NEW", after: "SOLD" },
          amount: { before: null, after: "1250.50" },
        },
      },
    ]);
  });

  it("keeps one event for each step, and changes the amount of a sale", async () => {
    const { id } = await buildLead();
    for (const [version, change] of [
      { status: "REPLIED" },
      { status: "QUOTED" },
      { status: "SOLD" },
      { amount: "10" },
      { note: "Rappeler" },
    ].entries()) {
      expect((await patch(id, { version: version + 1, ...change })).status).toBe(200);
    }
    expect((await listEvents(id)).toSorted()).toEqual(["lead_quoted", "lead_replied", "lead_sold"]);
    const event = await db.analyticsEvent.findUnique({ where: { id: `lead-${id}-sold` } });
    expect(event?.metadata).toMatchObject({ amount: "10.00" });
  });

  it("takes a wrong tap back with its events and its amount", async () => {
    const { id } = await buildLead();
    await patch(id, { version: 1, status: "SOLD", amount: "10" });
    const { body } = await patch(id, { version: 2, status: "NEW" });
    expect(body?.data).toMatchObject({ status: "NEW", amount: null, version: 3 });
    expect(await listEvents(id)).toEqual([]);
    await patch(id, { version: 3, status: "LOST" });
    expect(await listEvents(id)).toEqual(["lead_lost"]);
  });

  it("stores the note, but no word of it in the audit log", async () => {
    const { id } = await buildLead();
    await patch(id, { version: 1, note: "  Madame Zineb rappelle \n demain " });
    expect(await findLead(id)).toMatchObject({ note: "Madame Zineb rappelle\n demain" });
    await patch(id, { version: 2, note: "" });
    expect(await findLead(id)).toMatchObject({ note: null });
    const entries = await findEntries(id);
    expect(entries).toHaveLength(2);
    expect(JSON.stringify(entries.map(({ changes }) => changes))).not.toContain("Zineb");
  });

  it("writes nothing for a change that changes nothing", async () => {
    const { id } = await buildLead({ note: "x" });
    const { body } = await patch(id, { version: 1, status: "NEW", note: "x" });
    expect(body?.data.version).toBe(1);
    expect(await findEntries(id)).toEqual([]);
  });

  it("answers a stale version with the present lead and its editor", async () => {
    const { id } = await buildLead();
    await patch(id, { version: 1, status: "REPLIED" }, owner);
    const { status, body } = await patch(id, { version: 1, status: "LOST" });
    expect(status).toBe(409);
    expect(body?.error.details).toMatchObject({
      current: { id, status: "REPLIED", version: 2 },
      changedBy: owner.username,
    });
    expect((await patch(id, { status: "LOST" })).status).toBe(428);
  });

  it("lets one of two simultaneous taps win", async () => {
    const { id } = await buildLead();
    const answers = await Promise.all([
      patch(id, { version: 1, status: "SOLD" }),
      patch(id, { version: 1, status: "LOST" }, owner),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it.each<[string, object]>([
    ["an amount without a sale", { amount: "10" }],
    ["an ambiguous amount", { status: "SOLD", amount: "1.500" }],
    ["a negative amount", { status: "SOLD", amount: "-1" }],
    ["an amount too large", { status: "SOLD", amount: "123456789012" }],
    ["a number as amount", { status: "SOLD", amount: 10 }],
    ["an unknown status", { status: "WON" }],
    ["a note with NUL", { note: "\0" }],
    ["a note with a lone surrogate", { note: "\ud800" }],
    ["a note too long", { note: "a".repeat(2_001) }],
    ["an unknown field", { status: "SOLD", reference: "W-1" }],
    ["nothing", {}],
    ["a version too large", { version: 2 ** 40, status: "SOLD" }],
  ])("refuses %s", async (_, body) => {
    const { id } = await buildLead();
    expect((await patch(id, { version: 1, ...body })).status).toBe(400);
    expect(await findLead(id)).toMatchObject({ status: "NEW", version: 1 });
  });

  it("is refused to viewers, and answers 404 for an unknown lead", async () => {
    const { id } = await buildLead();
    expect((await patch(id, { version: 1, status: "SOLD" }, viewer)).status).toBe(403);
    expect((await list("", viewer)).status).toBe(403);
    expect((await patch("none", { version: 1, status: "SOLD" })).status).toBe(404);
  });
});

describe("DELETE /api/admin/leads/{id}", () => {
  const remove = (id: string, as = owner) => call(DELETE, { method: "DELETE", params: { id }, as });

  it("deletes a click with its note and its steps; the audit log keeps the fact only", async () => {
    const { id, reference } = await buildLead({ note: "Zineb" });
    await patch(id, { version: 1, status: "SOLD" });
    expect((await remove(id, admin)).status).toBe(403);
    expect((await remove(id)).status).toBe(200);
    expect(await db.lead.count({ where: { id } })).toBe(0);
    expect(await listEvents(id)).toEqual([]);
    const last = (await findEntries(id)).at(-1);
    expect(last).toMatchObject({ action: "delete_lead", entityLabel: reference });
    expect(JSON.stringify(last)).not.toContain("Zineb");
  });

  it("refuses the lead of a message", async () => {
    const { lead } = await buildMessageLead();
    expect((await remove(lead.id)).status).toBe(409);
  });
});
