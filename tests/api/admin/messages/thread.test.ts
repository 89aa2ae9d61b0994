import { beforeEach, describe, expect, it } from "vitest";
import { POST as NOTE } from "@/app/api/admin/messages/[id]/notes/route";
import { DELETE, GET, PATCH } from "@/app/api/admin/messages/[id]/route";
import { GET as listPublic } from "@/app/api/public/products/route";
import { listThreadEvents } from "@/domain/messaging/inbox/thread-queries";
import { db } from "@/lib/db";
import { buildProduct, buildVariationInput } from "../../../support/build";
import { call } from "../../../support/call";
import { buildMessage } from "../../../support/messages";
import { buildStaff } from "../../../support/staff";

type Staff = Awaited<ReturnType<typeof buildStaff>>;
let staff: Staff;
beforeEach(async () => {
  staff = await buildStaff();
});

const patch = (id: string, body: object, as: Staff = staff) =>
  call(PATCH, { method: "PATCH", as, params: { id }, body });
const note = (id: string, body: string) =>
  call(NOTE, { method: "POST", as: staff, params: { id }, body: { body } });
const read = (id: string) => call(GET, { as: staff, params: { id } });
const stored = (id: string) => db.contactMessage.findUniqueOrThrow({ where: { id } });

describe("GET /api/admin/messages/{id}", () => {
  it("returns the message, its product and the customer's other messages, and changes nothing", async () => {
    const product = await buildProduct({ name: "Zellige vert" });
    const email = "Fatima@exemple.ma";
    const { id } = await buildMessage({ email, productId: product.id, phone: "0661234567" });
    const later = await buildMessage({
      email: email.toLowerCase(),
      createdAt: new Date(Date.now() + 1_000),
    });
    await note(id, "Une habituée.");
    const { status, body } = await read(id);
    expect(status).toBe(200);
    expect(body?.data).toMatchObject({
      id,
      folder: "new",
      status: "NEW",
      product: { id: product.id, name: "Zellige vert", price: "100.00", slug: product.slug },
      notes: [{ body: "Une habituée.", author: staff.username }],
      replies: [],
      siblings: [{ id: later.id, folder: "new" }],
      latestAt: later.createdAt.toISOString(),
    });
    expect((await stored(id)).status).toBe("NEW");
  });

  it("shows the product of the question as its card in the shop does", async () => {
    const product = await buildProduct({
      availability: "IN_STOCK",
      saleUnit: "SQUARE_METRE",
      variations: {
        create: [
          buildVariationInput("Finition", "Mat", { priceModifier: "-20", stock: 0 }),
          buildVariationInput("Finition", "Brillant", { priceModifier: "30", stock: 0 }),
        ],
      },
    });
    const { id } = await buildMessage({ productId: product.id });
    const category = await db.category.findUniqueOrThrow({ where: { id: product.categoryId } });
    const shop = await call(listPublic, { query: `category=${category.slug}` });
    const [card] = shop.body?.data ?? [];
    const { name, price, priceFrom, availability, saleUnit, slug } = card;
    expect({ price, priceFrom, availability }).toEqual({
      price: "80.00",
      priceFrom: true,
      availability: "OUT_OF_STOCK",
    });
    expect((await read(id)).body?.data.product).toMatchObject({
      name,
      price,
      priceFrom,
      availability,
      saleUnit,
      slug,
    });
    await db.category.update({ where: { id: category.id }, data: { isActive: false } });
    expect((await read(id)).body?.data.product).toMatchObject({ price, slug: null });
  });

  it("answers 404 for an unknown id and 400 for a malformed one", async () => {
    expect((await read("nobody")).status).toBe(404);
    expect((await read("a b")).status).toBe(400);
  });
});

describe("PATCH /api/admin/messages/{id}", () => {
  it("moves a message through its folders", async () => {
    const { id } = await buildMessage();
    const steps: [object, string][] = [
      [{ status: "READ" }, "open"],
      [{ waiting: true }, "waiting"],
      [{ waiting: false }, "open"],
      [{ waiting: true }, "waiting"],
      [{ status: "REPLIED" }, "replied"],
      [{ status: "ARCHIVED" }, "archived"],
      [{ spam: true }, "spam"],
      [{ spam: false }, "archived"],
      [{ waiting: true }, "waiting"],
      [{ status: "NEW" }, "new"],
    ];
    for (const [i, [change, folder]] of steps.entries()) {
      const { status, body } = await patch(id, { version: i + 1, ...change });
      expect([status, body?.data.folder, body?.data.version]).toEqual([200, folder, i + 2]);
    }
    expect((await stored(id)).waitingSince).toBeNull();
  });

  it("assigns a message only to a user who can answer it", async () => {
    const { id } = await buildMessage();
    const sara = await buildStaff();
    const given = await patch(id, { version: 1, assignedToId: sara.id });
    expect(given.body?.data.assignedTo).toEqual({ id: sara.id, username: sara.username });
    const viewer = await buildStaff("VIEWER");
    const gone = await buildStaff();
    await db.user.update({ where: { id: gone.id }, data: { isActive: false } });
    for (const assignedToId of [viewer.id, gone.id, "nobody"]) {
      const { status, body } = await patch(id, { version: 2, assignedToId });
      expect([status, Object.keys(body?.error.details)]).toEqual([400, ["assignedToId"]]);
    }
    const back = await patch(id, { version: 2, assignedToId: null });
    expect(back.body?.data.assignedTo).toBeNull();
  });

  it("requires the version, and answers a stale one with its last editor", async () => {
    const { id } = await buildMessage();
    expect((await patch(id, { status: "READ" })).status).toBe(428);
    const sara = await buildStaff();
    await patch(id, { version: 1, status: "ARCHIVED" }, sara);
    const { status, body } = await patch(id, { version: 1, status: "READ" });
    expect(status).toBe(409);
    expect(body?.error.message).toContain(sara.username);
    expect(body?.error.details).toMatchObject({
      changedBy: sara.username,
      current: { status: "ARCHIVED", version: 2 },
    });
  });

  it("accepts one of twenty parallel changes", async () => {
    const { id } = await buildMessage();
    const all = await Promise.all(
      Array.from({ length: 20 }, () => patch(id, { version: 1, status: "ARCHIVED" })),
    );
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(all.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  it("rejects impossible transitions", async () => {
    const { id } = await buildMessage();
    const bodies = [
      { version: 1 },
      { version: 1, status: "LOST" },
      { version: 1, status: "ARCHIVED", waiting: true },
      { version: 1, name: "Autre" },
      { version: 0, status: "READ" },
      { version: 1, assignedToId: "\0" },
      [],
    ];
    for (const body of bodies) {
      expect([body, (await patch(id, body)).status]).toEqual([body, 400]);
    }
    expect((await patch("nobody", { version: 1, status: "READ" })).status).toBe(404);
    expect(
      (await patch(id, { version: 1, status: "READ" }, await buildStaff("VIEWER"))).status,
    ).toBe(403);
    expect((await stored(id)).version).toBe(1);
  });

  it("lists the history in order, with staff names and no customer data", async () => {
    const { id, email } = await buildMessage();
    await patch(id, { version: 1, status: "READ" });
    await patch(id, { version: 2, assignedToId: staff.id });
    await note(id, "À rappeler.");
    await patch(id, { version: 4, status: "ARCHIVED" });
    const events = await listThreadEvents(id);
    expect(events.map(({ action }) => action)).toEqual([
      "open_message",
      "assign_message",
      "archive_message",
    ]);
    expect(events[1]?.changes.assignedTo).toEqual({ before: null, after: staff.username });
    expect(JSON.stringify(events)).not.toContain(email);
    expect(JSON.stringify(events)).not.toContain("Fatima");
  });
});

describe("POST /api/admin/messages/{id}/notes", () => {
  it("stores a note, and a parallel reply must be confirmed after reading it", async () => {
    const { id } = await buildMessage();
    const { status, body } = await note(id, "<b>Ne pas répondre</b>, je l'ai eu au téléphone.");
    expect([status, body?.data.message.version]).toEqual([201, 2]);
    expect(body?.data.note.body).toBe("<b>Ne pas répondre</b>, je l'ai eu au téléphone.");
  });

  it("rejects an empty note, an overlong one, and one for an unknown message", async () => {
    const { id } = await buildMessage();
    expect((await note(id, "  ")).status).toBe(400);
    expect((await note(id, "a".repeat(5_001))).status).toBe(400);
    expect((await note(id, "NUL \0")).status).toBe(400);
    expect((await note("nobody", "Oui.")).status).toBe(404);
  });
});

describe("DELETE /api/admin/messages/{id}", () => {
  it("is restricted to the owner, deletes the message with its notes and mails, and records the deletion", async () => {
    const { id, email } = await buildMessage();
    await note(id, "Une note.");
    const remove = (as: Staff) => call(DELETE, { method: "DELETE", as, params: { id } });
    expect((await remove(staff)).status).toBe(403);
    await db.outboxEmail.create({
      data: {
        to: email,
        template: "reply",
        subject: "Re",
        idempotencyKey: `t:${id}`,
        props: {},
        entityType: "ContactMessage",
        entityId: id,
        state: "SENT",
      },
    });
    const owner = await buildStaff("SUPER_ADMIN");
    expect((await remove(owner)).status).toBe(200);
    expect(await db.contactMessage.count({ where: { id } })).toBe(0);
    expect(await db.messageNote.count({ where: { messageId: id } })).toBe(0);
    expect(await db.outboxEmail.count({ where: { entityId: id } })).toBe(0);
    const entry = await db.auditLog.findFirst({
      where: { action: "delete_message", entityId: id },
    });
    expect(entry?.entityLabel).toMatch(/^EO-\d+$/);
    expect(JSON.stringify(entry)).not.toContain(email);
    expect((await remove(owner)).status).toBe(404);
  });
});
