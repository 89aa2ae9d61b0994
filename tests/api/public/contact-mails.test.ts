import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { buildProduct } from "../../support/build";
import {
  buildContactFields,
  listMessagesFrom,
  listQueuedMails,
  postContact,
  resetNotifications,
  sendAndFindMails,
} from "../../support/contact";

beforeEach(resetNotifications);
afterEach(() => db.setting.deleteMany());

async function listMails(fields: Record<string, unknown>) {
  const sent = buildContactFields(fields);
  expect((await postContact(sent)).status).toBe(201);
  const [message] = await listMessagesFrom(String(sent.email).toLowerCase());
  if (!message) throw new Error("no message was stored");
  const mails = await sendAndFindMails(`EO-${message.reference}`);
  const byRecipient = (to: string) => mails.find(({ mail }) => getAddresses(mail.to).includes(to));
  return {
    message,
    all: mails,
    notification: byRecipient("equipementouarzazate@gmail.com"),
    received: byRecipient(message.email ?? ""),
  };
}

type Addresses = Awaited<ReturnType<typeof sendAndFindMails>>[number]["mail"]["to"];

function getAddresses(field: Addresses): (string | undefined)[] {
  return [field ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address));
}

const getHeaders = (source: string) => source.split(/\r?\n\r?\n/)[0] ?? "";

describe("The notification to the shop", () => {
  it("names the customer, the question and the product, and its reply address is the customer's", async () => {
    const { slug, name } = await buildProduct();
    const { message, notification } = await listMails({
      productSlug: slug,
      phone: "0661234567",
      subject: "Zellige",
      message: "Bonjour,\n\nAvez-vous <12 m²> & de l'enduit ?",
    });
    expect(notification?.mail.subject).toBe(`Fatima Aït Ali : Zellige [EO-${message.reference}]`);
    expect(getAddresses(notification?.mail.replyTo)).toEqual([message.email]);
    expect(getHeaders(notification?.source ?? "")).toMatch(
      new RegExp(`^References: <contact-${message.id}@localhost>$`, "m"),
    );
    const { text = "", html } = notification?.mail ?? {};
    for (const part of [name, "+212 661 23 45 67", "Avez-vous <12 m²> & de l'enduit ?"]) {
      expect(text).toContain(part);
    }
    expect(text).toContain(`/admin/messages/${message.id}`);
    expect(html).toContain(`/produit/${slug}`);
    expect(html).toContain("&lt;12 m²&gt; &amp; de");
    expect(html).not.toContain("<12");
  });

  it("goes to the address in the settings", async () => {
    const key = "notificationEmail";
    await db.setting.create({ data: { key, value: "magasin@shop.test" } });
    const { all } = await listMails({});
    expect(all.flatMap(({ mail }) => getAddresses(mail.to))).toContain("magasin@shop.test");
  });
});

describe("The confirmation to the customer", () => {
  it.each([
    ["fr", "Nous avons reçu votre message", "ltr"],
    ["ar", "توصلنا برسالتكم", "rtl"],
  ])(
    "is in the customer's language (%s) and contains no text typed by the customer",
    async (locale, subject, dir) => {
      const words = { name: "Achetez ici", subject: "Gratuit", message: "Un texte à transporter" };
      const { message, received } = await listMails({ locale, ...words });
      expect(received?.mail.subject).toBe(`${subject} [EO-${message.reference}]`);
      expect(received?.mail.html).toContain(`dir="${dir}"`);
      expect(received?.mail.messageId).toBe(`<contact-${message.id}@localhost>`);
      expect(received?.mail.headers.get("auto-submitted")).toBe("auto-replied");
      const all = `${received?.mail.text}${received?.mail.html}${received?.mail.subject}`;
      for (const typed of Object.values(words)) expect(all).not.toContain(typed);
    },
  );

  it("is not sent when the shop disabled it", async () => {
    await db.setting.create({ data: { key: "autoReply", value: false } });
    const { notification, received } = await listMails({});
    expect(notification).toBeDefined();
    expect(received).toBeUndefined();
  });
});

describe("Typed text becomes no header and no recipient", () => {
  it.each([
    ["a line break in the name", { name: "Ali\r\nBcc: victime@x.test" }],
    ["a bare line feed in the subject", { subject: "Prix\nCc: victime@x.test\n\nCorps" }],
    [
      "a Unicode line separator",
      { name: "Ali\u2028Bcc: victime@x.test", subject: "a\u0085Bcc: v@x.test" },
    ],
    ["a name with a direction override", { name: "Ali \u202emoc.elpmaxe@emitciv\u202c" }],
    ["an encoded word", { name: "=?utf-8?q?Ali=0D=0ABcc:_victime@x.test?=" }],
    ["an address instead of a name", { name: '"patron@shop.test" <victime@x.test>, autre@x.test' }],
    ["headers in the message", { message: "\r\nBcc: victime@x.test\r\n\r\n.\r\nQUIT" }],
  ])("%s", async (_, fields) => {
    const { message, all, notification } = await listMails(fields);
    expect(all).toHaveLength(2);
    for (const { source, mail } of all) {
      expect([
        ...getAddresses(mail.to),
        ...getAddresses(mail.cc),
        ...getAddresses(mail.bcc),
      ]).toHaveLength(1);
      const names = getHeaders(source)
        .split(/\r?\n(?![ \t])/)
        .map((line) => line.split(":")[0]?.toLowerCase() ?? "");
      expect(names).not.toContain("bcc");
      expect(names).not.toContain("cc");
      expect(new Set(names).size).toBe(names.length);
    }
    expect(getAddresses(notification?.mail.replyTo)).toEqual([message.email]);
    expect(`${message.name}${message.subject}`).not.toMatch(
      /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u,
    );
  });
});

describe("The outbox row of a mail", () => {
  it("references the contact message", async () => {
    const { message } = await listMails({});
    const rows = await listQueuedMails(message.id);
    expect(rows.map(({ entityType }) => entityType)).toEqual(["ContactMessage", "ContactMessage"]);
  });
});
