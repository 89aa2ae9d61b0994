import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ParsedMail, simpleParser } from "mailparser";
import { beforeEach, describe, expect, it } from "vitest";
import { POST } from "@/app/api/admin/messages/[id]/replies/route";
import { GET, PATCH } from "@/app/api/admin/messages/[id]/route";
import { sendDueMails } from "@/domain/outbox/sender-commands";
import { db } from "@/lib/db";
import { buildProduct } from "../../../support/build";
import { call } from "../../../support/call";
import { buildMessage } from "../../../support/messages";
import { buildStaff } from "../../../support/staff";

type Staff = Awaited<ReturnType<typeof buildStaff>>;
let staff: Staff;
beforeEach(async () => {
  staff = await buildStaff();
});

interface ReplyOptions {
  as?: Staff;
  key?: string;
}

const reply = (id: string, body: object, { as = staff, key }: ReplyOptions = {}) =>
  call(POST, {
    method: "POST",
    as,
    params: { id },
    body,
    ...(key && { headers: { "idempotency-key": key } }),
  });

/** Returns the mails to one address in the local outbox, oldest first. */
async function listMailsTo(address: string): Promise<ParsedMail[]> {
  await sendDueMails();
  const folder = join(process.env.DATA_DIR ?? "", "outbox");
  const files = readdirSync(folder).filter((file) => file.endsWith(".eml"));
  const mails = await Promise.all(
    files.map((file) => simpleParser(readFileSync(join(folder, file)))),
  );
  return mails.filter((mail) => getAddresses(mail).includes(address));
}

const getAddresses = ({ to }: ParsedMail) =>
  [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address));

const ids = (references: ParsedMail["references"]) => [references ?? []].flat();

describe("POST /api/admin/messages/{id}/replies", () => {
  it("mails the customer in their thread, quotes their message, and marks the message as replied", async () => {
    const message = await buildMessage({ subject: "Zellige vert", status: "READ" });
    const { id, email, reference } = message;
    const { status, body } = await reply(id, { version: 1, body: "Bonjour,\n\nOui." });
    expect(status).toBe(201);
    expect(body?.data).toMatchObject({
      reply: { body: "Bonjour,\n\nOui.", author: staff.username, delivery: "queued" },
      message: { status: "REPLIED", folder: "replied", version: 2 },
    });
    const [mail, ...others] = await listMailsTo(email);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      subject: `Re: Zellige vert [EO-${reference}]`,
      messageId: `<reply-${body?.data.reply.id}@localhost>`,
      inReplyTo: `<contact-${id}@localhost>`,
      replyTo: { value: [{ address: "equipementouarzazate@gmail.com" }] },
    });
    expect(ids(mail?.references)).toEqual([`<contact-${id}@localhost>`]);
    expect(mail?.text).toContain("Oui.");
    expect(mail?.text).toContain(message.message);
    expect(mail?.html).toContain('lang="fr"');
  });

  it("uses the text direction of the customer's language, and threads successive replies", async () => {
    const message = await buildMessage({ locale: "AR", subject: "زليج أخضر", name: "كريم" });
    const { id, email, reference } = message;
    const first = await reply(id, { version: 1, body: "نعم." });
    const second = await reply(id, { version: 2, body: "غدا." });
    const mails = await listMailsTo(email);
    const [firstId, secondId] = [first, second].map(
      ({ body }) => `<reply-${body?.data.reply.id}@localhost>`,
    );
    const later = mails.find(({ messageId }) => messageId === secondId);
    expect(later?.subject).toBe(`Re: زليج أخضر [EO-${reference}]`);
    expect(later?.inReplyTo).toBe(firstId);
    expect(ids(later?.references)).toEqual([`<contact-${id}@localhost>`, firstId]);
    expect(later?.html).toMatch(/<html[^>]*dir="rtl"/);
    expect(later?.html).toContain("كتب كريم");
  });

  it("fills in variables, and refuses to send an unknown variable", async () => {
    const product = await buildProduct({ name: "Zellige vert", nameAr: "زليج أخضر" });
    const { id, email, reference } = await buildMessage({ productId: product.id });
    const text = "{{prénom}} ({{ Nom }}) : {{produit}}, {{reference}}, {{magasin}}";
    await reply(id, { version: 1, body: text });
    const [mail] = await listMailsTo(email);
    expect(mail?.text).toContain(
      `Fatima (Fatima Alaoui) : Zellige vert, EO-${reference}, Equipement Ouarzazate`,
    );
    const bare = await buildMessage();
    const refused = await reply(bare.id, { version: 1, body: "{{produit}} {{prix}}" });
    expect(refused.status).toBe(400);
    expect(refused.body?.error.details.body).toContain("{{produit}}, {{prix}}");
    expect(await listMailsTo(bare.email)).toEqual([]);
  });

  it("escapes typed text and keeps it out of the mail headers", async () => {
    const message = await buildMessage({
      name: '<img src=x onerror="alert(1)">',
      subject: "Prix\r\nBcc: victime@exemple.ma",
      message: "<script>alert(1)</script> javascript:alert(1)",
    });
    await reply(message.id, { version: 1, body: "<b>Oui</b>\r\nBcc: autre@exemple.ma" });
    const [mail] = await listMailsTo(message.email);
    expect(mail?.html).not.toMatch(/<script|<img src=x|<b>Oui|href="javascript/);
    expect(mail?.html).toContain("&lt;b&gt;Oui");
    expect(mail?.subject).toContain("Prix Bcc: victime@exemple.ma");
    expect([mail?.bcc, mail?.cc]).toEqual([undefined, undefined]);
    expect(getAddresses(mail as ParsedMail)).toEqual([message.email]);
    expect(await listMailsTo("victime@exemple.ma")).toEqual([]);
  });

  it("accepts one of two parallel replies, and asks the other colleague to read first", async () => {
    const { id, email } = await buildMessage();
    const sara = await buildStaff();
    const responses = await Promise.all([
      reply(id, { version: 1, body: "De moi." }),
      reply(id, { version: 1, body: "De Sara." }, { as: sara }),
    ]);
    expect(responses.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const refused = responses.find(({ status }) => status === 409);
    expect(refused?.body?.error.message).toContain("Relisez");
    expect(refused?.body?.error.details.current).toMatchObject({ version: 2, status: "REPLIED" });
    expect(await listMailsTo(email)).toHaveLength(1);
    expect(await db.messageReply.count({ where: { messageId: id } })).toBe(1);
  });

  it("holds a reply when the customer wrote again after the thread was read", async () => {
    const { id, email } = await buildMessage();
    const { latestAt } = (await call(GET, { as: staff, params: { id } })).body?.data ?? {};
    const addSeconds = (seconds: number) => new Date(Date.parse(latestAt) + seconds * 1_000);
    await buildMessage({ email, isSpam: true, createdAt: addSeconds(1) });
    const newer = await buildMessage({ email: email.toUpperCase(), createdAt: addSeconds(2) });
    const refused = await reply(id, { version: 1, body: "Oui.", latestAt });
    expect(refused.status).toBe(409);
    expect(refused.body?.error.message).toContain(`EO-${newer.reference}`);
    const again = (await call(GET, { as: staff, params: { id } })).body?.data;
    const sent = await reply(id, { version: 1, body: "Oui.", latestAt: again.latestAt });
    expect(sent.status).toBe(201);
  });

  it("sends one mail for repeated clicks", async () => {
    const { id, email } = await buildMessage();
    const body = { version: 1, body: "Oui.", archive: true };
    const key = `cle-${id}`;
    const responses = await Promise.all(Array.from({ length: 5 }, () => reply(id, body, { key })));
    expect(responses.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(responses.map((response) => response.body?.data.reply.id)).size).toBe(1);
    expect(await listMailsTo(email)).toHaveLength(1);
    expect((await reply(id, { ...body, body: "Non." }, { key })).status).toBe(422);
    const stored = await db.contactMessage.findUniqueOrThrow({ where: { id } });
    expect(stored.status).toBe("ARCHIVED");
  });

  it("shows the delivery status of each reply from the outbox", async () => {
    const { id } = await buildMessage();
    const { body } = await reply(id, { version: 1, body: "Oui." });
    await sendDueMails();
    const outboxId: string = body?.data.reply.outboxId;
    const getDeliveryAfter = async (data: object) => {
      await db.outboxEmail.update({ where: { id: outboxId }, data });
      const thread = (await call(GET, { as: staff, params: { id } })).body?.data;
      return thread.replies[0].delivery;
    };
    expect(await getDeliveryAfter({})).toBe("sent");
    expect(await getDeliveryAfter({ state: "FAILED" })).toBe("failed");
    expect(await getDeliveryAfter({ state: "UNKNOWN" })).toBe("unknown");
    expect(await getDeliveryAfter({ state: "SENT", deliveredAt: new Date() })).toBe("delivered");
    expect(await getDeliveryAfter({ complainedAt: new Date() })).toBe("complained");
    expect(await getDeliveryAfter({ bouncedAt: new Date() })).toBe("bounced");
    await db.outboxEmail.delete({ where: { id: outboxId } });
    const thread = (await call(GET, { as: staff, params: { id } })).body?.data;
    expect(thread.replies[0]).toMatchObject({ delivery: "gone", outboxId: null, body: "Oui." });
  });

  it("ends the waiting state, and refuses a reply to spam until staff mark it as genuine", async () => {
    const waiting = await buildMessage({ status: "READ", waitingSince: new Date() });
    const { body } = await reply(waiting.id, { version: 1, body: "Oui." });
    expect(body?.data.message).toMatchObject({ folder: "replied", waitingSince: null });
    const spam = await buildMessage({ isSpam: true });
    expect((await reply(spam.id, { version: 1, body: "Oui." })).status).toBe(409);
    const params = { id: spam.id };
    await call(PATCH, { method: "PATCH", as: staff, params, body: { version: 1, spam: false } });
    expect((await reply(spam.id, { version: 2, body: "Oui." })).status).toBe(201);
  });

  it("rejects an empty reply, an overlong one, one without a version, and one by a VIEWER", async () => {
    const { id } = await buildMessage();
    const status = async (body: object, as?: Staff) =>
      (await reply(id, body, as ? { as } : {})).status;
    expect(await status({ body: "Oui." })).toBe(428);
    expect(await status({ version: 1, body: " \n " })).toBe(400);
    expect(await status({ version: 1, body: "a".repeat(10_001) })).toBe(400);
    expect(await status({ version: 1, body: ["Oui."] })).toBe(400);
    expect(await status({ version: 1, body: "NUL \0" })).toBe(400);
    expect(await status({ version: 1, body: "Oui.", latestAt: "hier" })).toBe(400);
    expect(await status({ version: 1, body: "Oui." }, await buildStaff("VIEWER"))).toBe(403);
    expect((await reply("nobody", { version: 1, body: "Oui." })).status).toBe(404);
    expect(await db.messageReply.count({ where: { messageId: id } })).toBe(0);
  });
});
