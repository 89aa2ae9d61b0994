import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { GET as formToken } from "@/app/api/public/contact/form-token/route";
import { receiveMessage } from "@/domain/messaging/contact/commands";
import { readFormToken } from "@/domain/messaging/contact/form-token";
import { ContactRequest } from "@/domain/messaging/contact/schema";
import { sendDueMails } from "@/domain/outbox/sender-commands";
import { db } from "@/lib/db";
import { buildProduct } from "../../support/build";
import { call } from "../../support/call";
import {
  buildContactFields,
  buildFormToken,
  listMessagesFrom,
  listQueuedMails,
  postContact,
  resetNotifications,
} from "../../support/contact";
import { forwardedFor, newIpAddress } from "../../support/sign-in";
import { recordStatements } from "../../support/statements";

beforeEach(resetNotifications);
async function getOnlyMessage(email: string) {
  const [message, ...others] = await listMessagesFrom(email);
  expect(others).toEqual([]);
  if (!message) throw new Error("no message was stored");
  return message;
}

describe("POST /api/public/contact", () => {
  it("stores the message and returns its reference", async () => {
    const fields = buildContactFields({
      phone: "06 61 23 45 67",
      subject: "Zellige",
      locale: "ar",
    });
    const { status, body } = await postContact(fields);
    const message = await getOnlyMessage(fields.email);
    expect(status).toBe(201);
    expect(body?.data).toEqual({ reference: `EO-${message.reference}` });
    expect(message).toMatchObject({
      name: fields.name,
      phone: "+212 661 23 45 67",
      subject: "Zellige",
      message: fields.message,
      status: "NEW",
      locale: "AR",
      source: "contact",
      isSpam: false,
      spamScore: 0,
      spamReasons: [],
    });
    expect(message.reference).toBeGreaterThan(1000);
  });

  it("queues both mails in the transaction of the message", async () => {
    const fields = buildContactFields();
    await postContact(fields);
    const { id } = await getOnlyMessage(fields.email);
    const mails = await listQueuedMails(id);
    expect(mails.map(({ template, to, replyTo }) => ({ template, to, replyTo }))).toEqual([
      {
        template: "contact-notification",
        to: "equipementouarzazate@gmail.com",
        replyTo: fields.email,
      },
      { template: "contact-received", to: fields.email, replyTo: null },
    ]);
    expect(mails.map(({ idempotencyKey }) => idempotencyKey)).toEqual([
      `contact-notification:${id}`,
      `contact-received:${id}`,
    ]);
  });

  it("attaches the product, also by a former slug, and ignores an unpublished one", async () => {
    const { id, slug } = await buildProduct();
    const hidden = await buildProduct({ status: "DRAFT" });
    await db.slugRedirect.create({ data: { slug: `ancien-${slug}`, productId: id } });
    for (const [productSlug, expected] of [
      [slug, id],
      [`ancien-${slug}`, id],
      [hidden.slug, null],
      ["n-existe-pas", null],
      ["", null],
    ] as const) {
      const fields = buildContactFields({ productSlug });
      expect((await postContact(fields)).status).toBe(201);
      const { productId, source } = await getOnlyMessage(fields.email);
      expect([productId, source]).toEqual([expected, expected ? "product" : "contact"]);
    }
  });

  it.each([
    ["0661234567", "+212 661 23 45 67"],
    ["+212 661-23.45.67", "+212 661 23 45 67"],
    ["00212661234567", "+212 661 23 45 67"],
    ["+212 (0)661 23 45 67", "+212 661 23 45 67"],
    ["٠٦٦١٢٣٤٥٦٧", "+212 661 23 45 67"],
    ["0524 88 12 34", "+212 524 88 12 34"],
    ["+33 6 12 34 56 78", "+33 6 12 34 56 78"],
    ["123 4567", "123 4567"],
    ["0522940770/74", "+212 522 94 07 70 / +212 522 94 07 74"],
    ["0612345678 ou 0522940770,", "+212 612 34 56 78 / +212 522 94 07 70"],
    ["\u202a(+212) 612-345678\u202c", "+212 612 34 56 78"],
    ["+212 52294077074", "+212 52294077074"],
    ["appelez-moi le soir", "appelez-moi le soir"],
    [" \u200b ", null],
    ["", null],
  ])("stores the phone number %j as %j", async (phone, kept) => {
    const fields = buildContactFields({ phone });
    expect((await postContact(fields)).status).toBe(201);
    expect((await getOnlyMessage(fields.email)).phone).toBe(kept);
  });

  it("uses the language of the browser when the form names none", async () => {
    const fields = buildContactFields();
    await postContact(fields, {
      ...forwardedFor(newIpAddress()),
      "accept-language": "ar-MA,fr;q=0.5",
    });
    expect((await getOnlyMessage(fields.email)).locale).toBe("AR");
  });
});

describe("Rejected messages:", () => {
  it.each([
    ["a missing name", { name: " \n\t " }, "name"],
    ["a name of five lines of text", { name: "x".repeat(101) }, "name"],
    ["a missing address", { email: "" }, "email"],
    ["an invalid address", { email: "fatima" }, "email"],
    ["two addresses", { email: "a@client.test,b@client.test" }, "email"],
    ["an address followed by a header", { email: "a@client.test\r\nBcc: b@x.test" }, "email"],
    ["an address with a name", { email: '"A" <a@client.test>' }, "email"],
    ["an address of invisible characters", { email: "\u200b@\u200f" }, "email"],
    ["a name of invisible characters", { name: "\u200b\u3164" }, "name"],
    ["a message of invisible characters", { message: "\u2800\n\u200f\u00ad" }, "message"],
    ["an overlong address", { email: `${"a".repeat(300)}@client.test` }, "email"],
    ["an overlong phone number", { phone: "0".repeat(101) }, "phone"],
    ["an overlong subject", { subject: "x".repeat(151) }, "subject"],
    ["a missing message", { message: "\n\n  \u202e\n" }, "message"],
    ["an overlong message", { message: "x".repeat(4001) }, "message"],
    ["a NUL", { message: "a\0b" }, "message"],
    ["a lone surrogate", { name: "a\ud800" }, "name"],
    ["a list instead of a name", { name: ["a", "b"] }, "name"],
    ["an object instead of a message", { message: { a: 1 } }, "message"],
    ["a number in the honeypot", { website: 7 }, "website"],
    ["an unsupported language", { locale: "de" }, "locale"],
    ["a short key", { submissionKey: "a" }, "submissionKey"],
    ["an unknown field", { isSpam: false }, "isSpam"],
  ])("%s", async (_, wrong, field) => {
    const { status, body } = await postContact(buildContactFields(wrong));
    expect(status).toBe(400);
    expect(body?.error.code).toBe("VALIDATION_ERROR");
    expect(Object.keys(body?.error.details)).toEqual([field]);
  });

  it("the error is in Arabic for readers of Arabic", async () => {
    const headers = { ...forwardedFor(newIpAddress()), "accept-language": "ar" };
    const { body } = await postContact(buildContactFields({ email: "x" }), headers);
    expect(body?.error.message).toMatch(/[\u0600-\u06ff]/);
  });

  it("the thirteenth message of one client in ten minutes, but not those of others", async () => {
    const headers = forwardedFor(newIpAddress());
    const statuses: number[] = [];
    for (let i = 0; i < 13; i++)
      statuses.push((await postContact(buildContactFields(), headers)).status);
    expect(statuses.slice(0, 12)).toEqual(Array(12).fill(201));
    expect(statuses.at(-1)).toBe(429);
    expect((await postContact(buildContactFields())).status).toBe(201);
  });
});

describe("A repeated submission", () => {
  it("is one message, also for twenty parallel requests: one reference, one notification", async () => {
    const fields = buildContactFields();
    const responses = await Promise.all(Array.from({ length: 20 }, () => postContact(fields)));
    const message = await getOnlyMessage(fields.email);
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(responses.map(({ body }) => body?.data.reference))).toEqual(
      new Set([`EO-${message.reference}`]),
    );
    expect(await listQueuedMails(message.id)).toHaveLength(2);
    expect(message.isSpam).toBe(false);
  });

  it("is recognised by its Idempotency-Key", async () => {
    const { submissionKey, ...fields } = buildContactFields();
    const headers = () => ({ ...forwardedFor(newIpAddress()), "idempotency-key": submissionKey });
    await postContact(fields, headers());
    await postContact(fields, headers());
    await getOnlyMessage(fields.email);
  });

  it("is recognised by its text when it has no key, and another text is another message", async () => {
    const { submissionKey: _, ...fields } = buildContactFields();
    await postContact(fields);
    await postContact({ ...fields, formToken: buildFormToken(30) });
    await getOnlyMessage(fields.email);
    await postContact({ ...fields, message: "Et de la chaux ?", formToken: buildFormToken(30) });
    expect(await listMessagesFrom(fields.email)).toHaveLength(2);
  });

  it("is rejected under a key that belongs to another text, so that no message is lost silently", async () => {
    const fields = buildContactFields();
    await postContact(fields);
    const { status } = await postContact({ ...fields, message: "Autre chose." });
    expect(status).toBe(422);
    await getOnlyMessage(fields.email);
  });
});

describe("The cost of a message", () => {
  it("is the same number of statements with and without a product", async () => {
    const { slug } = await buildProduct();
    const count = async (fields: Record<string, unknown>) => {
      const request = ContactRequest.parse(buildContactFields(fields));
      const visitor = { ipHash: randomUUID(), locale: "fr" as const, visit: null };
      return (await recordStatements(() => receiveMessage(request, visitor))).length;
    };
    await sendDueMails();
    // The notification counter, one advisory lock (parallel posts are counted in turn), the duplicate check, BEGIN and COMMIT, the message, its lead, two mails, and the cached settings.
    expect(await count({})).toBeLessThanOrEqual(11);
    expect(await count({ productSlug: slug })).toBeLessThanOrEqual(12);
  });
});

describe("GET /api/public/contact/form-token", () => {
  it("returns a unique token with the time at which the form was opened, and is not cached", async () => {
    const first = await call(formToken, { headers: forwardedFor(newIpAddress()) });
    const second = await call(formToken, { headers: forwardedFor(newIpAddress()) });
    expect(first.body?.data.token).not.toBe(second.body?.data.token);
    expect(first.headers.get("cache-control")).toContain("no-store");
    expect(readFormToken(first.body?.data.token, Date.now() + 5_000).form).toBe("good");
  });
});
