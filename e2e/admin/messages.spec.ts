import { randomBytes, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { APIRequestContext, Page } from "@playwright/test";
import { type ParsedMail, simpleParser } from "mailparser";
import type { Client } from "pg";
import { findViolations } from "../axe";
import { expect, test } from "./fixtures";

interface Question {
  name: string;
  email: string;
  phone?: string;
  subject: string;
  message: string;
  locale: "fr" | "ar";
}

/** Letters only: texts that differ in digits alone count as equal, and the third one of a day is spam. */
const newMark = () =>
  Array.from(randomBytes(8), (byte) => String.fromCharCode(97 + (byte % 26))).join("");

const question = (fields: Partial<Question> = {}): Question => {
  const id = newMark();
  return {
    name: `Fatima ${id}`,
    email: `cliente-${id}@example.test`,
    subject: `Zellige ${id}`,
    message: `Bonjour, livrez-vous à Zagora ? (${id})`,
    locale: "fr",
    ...fields,
  };
};

interface ContactContext {
  request: APIRequestContext;
  database: Client;
}

/**
 * Posts to the route of the shop's contact form. All tests share one IP address, which would soon exceed the limit, so the
 * limit and the earlier messages are reset first.
 */
async function postQuestion(
  { request, database }: ContactContext,
  asked: Question,
): Promise<string> {
  await database.query(`DELETE FROM "RateLimit" WHERE "key" LIKE 'contact:%'`);
  await database.query(`UPDATE "ContactMessage" SET "ipHash" = NULL WHERE "ipHash" IS NOT NULL`);
  const response = await request.post("/api/public/contact", {
    data: asked,
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(response.status()).toBe(201);
  return (await response.json()).data.reference;
}

async function listMails(address: string): Promise<ParsedMail[]> {
  const folder = join(process.env.DATA_DIR ?? ".data", "outbox");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".eml"));
  const mails = await Promise.all(
    files.map(async (file) => simpleParser(await readFile(join(folder, file)))),
  );
  return mails.filter(({ headerLines }) =>
    headerLines.some(({ key, line }) => key === "to" && line.includes(address)),
  );
}

/** Waits for the reply to this customer and returns it. */
async function waitForReply(address: string): Promise<ParsedMail> {
  const find = async () =>
    (await listMails(address)).find(({ messageId }) => messageId?.startsWith("<reply-"));
  await expect.poll(find, { timeout: 15_000 }).toBeTruthy();
  return (await find()) as ParsedMail;
}

const open = async (page: Page, { name, subject }: Question) => {
  await page.goto(`/admin/messages?q=${encodeURIComponent(subject)}`);
  await page.getByRole("link", { name: new RegExp(name) }).click();
  await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
};

const assignee = (page: Page) => page.getByRole("combobox", { name: "Confié à", exact: true });

test.describe("A customer's message", () => {
  for (const locale of ["fr", "ar"] as const) {
    test(`reaches staff, who answer it in the customer's mail thread (${locale})`, {
      tag: "@desktop",
    }, async ({ page, request, database, signInAs }) => {
      const asked = question(
        locale === "ar" ? { locale, message: `هل توصلون إلى زاكورة؟ (${newMark()})` } : {},
      );
      const reference = await postQuestion({ request, database }, asked);
      await signInAs("ADMIN", page);
      await open(page, asked);
      await expect(page.getByText(asked.message)).toBeVisible();
      await expect(page.getByText("Ouvert", { exact: true })).toBeVisible();
      const field = page.getByLabel("Réponse au client");
      await field.fill("{{prenom}}, {{prix}}");
      await page.getByRole("button", { name: "Envoyer", exact: true }).click();
      await expect(field).toHaveAccessibleDescription(/Remplacez {{prix}}/);
      await field.fill("{{prenom}} : {{reference}}.");
      await page.reload();
      await expect(field).toHaveValue("{{prenom}} : {{reference}}.");
      await field.press("Control+Enter");
      await expect(page.getByText("Réponse envoyée", { exact: true })).toBeVisible();
      await expect(field).toHaveValue("");
      await expect(page.getByText(`Fatima : ${reference}.`)).toBeVisible();
      await expect(page.getByText("Envoyée", { exact: true })).toBeVisible({ timeout: 20_000 });
      await expect(page.getByText("Répondu", { exact: true })).toBeVisible();
      const mail = await waitForReply(asked.email);
      const id = new URL(page.url()).pathname.split("/").at(-1);
      expect(mail.subject).toBe(`Re: ${asked.subject} [${reference}]`);
      expect(mail.inReplyTo).toMatch(new RegExp(`^<contact-${id}@`));
      expect([mail.references].flat()).toEqual([mail.inReplyTo]);
      expect(mail.text).toContain(`Fatima : ${reference}.`);
      expect(mail.text).toContain(asked.message);
      expect(mail.html).toMatch(locale === "ar" ? /<html[^>]*dir="rtl"/ : /<html[^>]*dir="ltr"/);
    });
  }

  test("is displayed as text only, whatever it contains", { tag: "@phone" }, async ({
    page,
    request,
    database,
    signInAs,
  }) => {
    const asked = question({ name: `<img src=x onerror=alert(1)> ${randomUUID().slice(0, 4)}` });
    asked.message = `javascript:alert(1) "><script>alert(1)</script> ${asked.subject}`;
    await postQuestion({ request, database }, asked);
    page.on("dialog", () => expect("a script of the customer's").toBe("never run"));
    await signInAs("ADMIN", page);
    await page.goto(`/admin/messages?folder=spam&q=${encodeURIComponent(asked.subject)}`);
    await page.locator("[data-message]").click();
    await expect(page.getByText(asked.message)).toBeVisible();
    expect(await page.locator('main a[href^="javascript"]').count()).toBe(0);
    await expect(page.getByText("Ce message est classé indésirable")).toBeVisible();
  });

  test("must be read again before a reply when a colleague answered meanwhile", {
    tag: "@desktop",
  }, async ({ page, request, signInAs, database }) => {
    const asked = question();
    await postQuestion({ request, database }, asked);
    await signInAs("ADMIN", page);
    await open(page, asked);
    await expect(page.getByText("Ouvert", { exact: true })).toBeVisible();
    const field = page.getByLabel("Réponse au client");
    await field.fill("Oui.");
    await database.query(
      `UPDATE "ContactMessage" SET "version" = "version" + 1 WHERE "email" = $1`,
      [asked.email],
    );
    await page.getByRole("button", { name: "Envoyer", exact: true }).click();
    await expect(field).toHaveAccessibleDescription(/entre-temps. Relisez/);
    await expect(field).toHaveValue("Oui.");
    expect(
      (await listMails(asked.email)).filter(({ subject }) => subject?.startsWith("Re:")),
    ).toEqual([]);
    await page.getByRole("button", { name: "Envoyer", exact: true }).click();
    await expect(page.getByText("Réponse envoyée", { exact: true })).toBeVisible();
  });
});

test.describe("Successive changes of a message", { tag: "@desktop" }, () => {
  test("are sent one after the other, the opening first", async ({
    page,
    request,
    database,
    signInAs,
  }) => {
    const asked = question();
    await postQuestion({ request, database }, asked);
    const me = await signInAs("ADMIN", page);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/api/admin/messages/*", async (route) => {
      if (route.request().method() === "PATCH") await held;
      await route.continue();
    });
    const opening = page.waitForRequest((sent) => sent.method() === "PATCH");
    await open(page, asked);
    await opening;
    await page.getByRole("button", { name: "Me le confier" }).click();
    release();
    await expect(assignee(page)).toHaveValue(me.id);
    await expect(page.getByText("Ouvert", { exact: true })).toBeVisible();
  });
});

test.describe("The inbox by keyboard", { tag: "@desktop" }, () => {
  test("moves between messages, assigns, archives and returns to the list", async ({
    page,
    request,
    database,
    signInAs,
  }) => {
    const mark = randomUUID().slice(0, 8);
    for (const name of ["Un", "Deux", "Trois"]) {
      await postQuestion(
        { request, database },
        question({ name: `${name} ${mark}`, subject: `Clavier ${mark}` }),
      );
    }
    const me = await signInAs("ADMIN", page);
    await page.goto(`/admin/messages?q=${mark}`);
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("j");
    await expect(page.getByRole("link", { name: new RegExp(`Trois ${mark}`) })).toBeFocused();
    await page.keyboard.press("j");
    await expect(page.getByRole("link", { name: new RegExp(`Deux ${mark}`) })).toBeFocused();
    await page.keyboard.press("k");
    await page.keyboard.press("x");
    await expect(page.getByText("1 message sélectionné")).toBeVisible();
    await page.keyboard.press("x");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/admin\/messages\/[\w-]+\?/);
    const first = page.url();
    await expect(page.getByText("Ouvert", { exact: true })).toBeVisible();
    await page.keyboard.press("a");
    await expect(assignee(page)).toHaveValue(me.id);
    await page.keyboard.press("r");
    await expect(page.getByLabel("Réponse au client")).toBeFocused();
    await page.keyboard.type("/");
    await expect(page.getByRole("dialog", { name: "Réponses types" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: "Réponses types" })).toBeHidden();
    await page.keyboard.press("Escape");
    await page.locator("h1").click();
    await page.keyboard.press("e");
    await expect(page).not.toHaveURL(first);
    await expect(page.getByText(`Deux ${mark}`).first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("k");
    await expect(page).toHaveURL(first);
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("u");
    await expect(page).toHaveURL(new RegExp(`/admin/messages\\?q=${mark}`));
    await expect(page.getByText("Archivé", { exact: true })).toBeVisible();
    await page.keyboard.press("/");
    await expect(page.getByLabel("Rechercher un message")).toBeFocused();
    await page.locator("h1").click();
    await page.keyboard.press("?");
    await expect(page.getByText("Archiver le message")).toBeVisible();
  });
});

test.describe("The inbox", () => {
  test("applies one action to all matching messages, and counts the new ones", {
    tag: "@desktop",
  }, async ({ page, request, database, signInAs }) => {
    const mark = randomUUID().slice(0, 8);
    for (let i = 0; i < 3; i++)
      await postQuestion({ request, database }, question({ subject: `Lot ${mark} ${i}` }));
    await signInAs("ADMIN", page);
    await page.goto(`/admin/messages?q=${mark}&pageSize=2`);
    await page.getByLabel("Toute la page").check();
    await page.getByRole("button", { name: "Les 3 résultats" }).click();
    await page.getByRole("button", { name: "Archiver", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Archiver" }).click();
    await expect(page.getByText("3 messages archivés")).toBeVisible();
    await expect(page.getByRole("link", { name: "Archivés 3" })).toBeVisible();
  });

  test("stores canned replies", { tag: "@desktop" }, async ({ page, signInAs }) => {
    await signInAs("ADMIN", page);
    const title = `Livraison ${randomUUID().slice(0, 8)}`;
    await page.goto("/admin/messages/canned-replies");
    await page.waitForLoadState("networkidle");
    await page.getByRole("button", { name: "Nouvelle réponse type" }).click();
    await page.getByLabel("Titre").fill(title);
    await page.getByLabel("Texte").fill("Bonjour {{prenom}}, nous livrons partout.");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText(title)).toBeVisible();
    await page.getByRole("button", { name: `Supprimer « ${title} »` }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Supprimer" }).click();
    const list = page.getByRole("list", { name: "Réponses types" });
    await expect(list.getByText(title, { exact: true })).toBeHidden();
  });

  test("works on a phone of 320 px without axe-core violations: the list, a thread, a note", {
    tag: "@phone",
  }, async ({ page, request, database, signInAs }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    const asked = question({ phone: "0661 23 45 67" });
    await postQuestion({ request, database }, asked);
    await signInAs("ADMIN", page);
    await open(page, asked);
    await expect(page.getByRole("link", { name: "+212 661 23 45 67" })).toHaveAttribute(
      "href",
      "tel:+212661234567",
    );
    await expect(page.getByRole("link", { name: "WhatsApp" })).toHaveAttribute(
      "href",
      "https://wa.me/212661234567",
    );
    await page.waitForLoadState("networkidle");
    await page.getByRole("button", { name: "Note interne" }).click();
    await page.getByLabel("Note", { exact: true }).fill("Il rappelle demain.");
    await page.getByRole("button", { name: "Garder la note" }).click();
    await expect(page.getByText("Il rappelle demain.")).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    expect(await findViolations(page)).toEqual([]);
  });
});
