import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type ParsedMail, simpleParser } from "mailparser";
import type { Client } from "pg";
import { getNewsletterDictionary } from "@/content/newsletter";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { findViolations, findViolationsInBothSchemes } from "../axe";
import { waitForHydration } from "../fixtures";
import { expect, test } from "./fixtures";

const WORDS = {
  fr: { label: "Français", text: "Des zelliges nouveaux vous attendent." },
  ar: { label: "Arabe", text: "زليج جديد في انتظاركم." },
} as const;

for (const locale of LOCALES) {
  test(`a visitor subscribes, confirms, gets a campaign, follows its link and unsubscribes with one click (${locale})`, {
    tag: "@desktop",
  }, async ({ page, signInAs, database, request }) => {
    test.setTimeout(120_000);
    const email = `e2e-${randomUUID().slice(0, 12)}@example.test`;
    const source = await subscribe(page, database, locale, email);
    const subject = `Campagne ${randomUUID().slice(0, 6)}`;

    await signInAs("SUPER_ADMIN", page);
    await page.goto("/admin/newsletter/campaigns");
    await (await waitForHydration(page.getByRole("button", { name: "Nouvelle campagne" }))).click();
    await page.waitForURL(/campaigns\/c[a-z0-9]+$/);
    await fillCampaign(page, subject);
    await page.getByLabel(new RegExp(`^${source} \\(1\\)`)).check();
    await expect(page.getByText("1 personne", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await expect(page.getByText("Prête à partir.")).toBeVisible();
    await expect(getPreview(page).getByText(WORDS.fr.text)).toBeVisible();

    await page.getByRole("button", { name: "Envoyer", exact: true }).click();
    const dialog = page.getByRole("dialog");
    const typed = dialog.getByLabel(/tapez le nombre de destinataires/);
    await typed.fill("2");
    await dialog.getByRole("button", { name: "Envoyer maintenant" }).click();
    await expect(dialog.getByRole("alert")).toContainText("est maintenant de 1");
    expect(await findViolations(page)).toEqual([]);
    await typed.fill("1");
    await dialog.getByRole("button", { name: "Envoyer maintenant" }).click();
    await expect(page.getByText("1 envoyé sur 1")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("Envoyée", { exact: true })).toBeVisible({ timeout: 15_000 });

    const mail = await waitForMail(email, (found) => String(found.html).includes("/n/c/"));
    // Isolates stand around figures that Arabic would reorder; whether there are any depends on the random subject.
    const shownSubject = mail.subject?.replace(/[\u2066-\u2069]/g, "");
    expect(shownSubject).toBe(locale === "ar" ? `${subject} ع` : subject);
    expect(mail.html).toContain(WORDS[locale].text);
    expect(mail.html).toContain(locale === "ar" ? 'dir="rtl"' : 'dir="ltr"');

    const link = /https?:\S+\/n\/c\/[\w.-]+/.exec(mail.text ?? "")?.[0];
    const response = await request.get(link ?? "", { maxRedirects: 0 });
    expect(response.status()).toBe(302);
    expect(response.headers().location).toMatch(/\/catalogue\?utm_source=newsletter&/);

    await unsubscribeByOneClick(mail, request.post.bind(request));
    const findStatus = async () => {
      const { rows } = await database.query(
        `SELECT "status" FROM "NewsletterSubscriber" WHERE "email" = $1`,
        [email],
      );
      return rows[0]?.status;
    };
    await expect.poll(findStatus).toBe("UNSUBSCRIBED");
    await page.reload();
    await expect(page.getByRole("definition").nth(2)).toHaveText("1");
    expect(await findViolationsInBothSchemes(page)).toEqual([]);
  });
}

test("a campaign is written by keyboard, previewed, and saved when the page is left", {
  tag: "@desktop",
}, async ({ page, signInAs }) => {
  await signInAs("ADMIN", page);
  await page.goto("/admin/newsletter/campaigns");
  await (await waitForHydration(page.getByRole("button", { name: "Nouvelle campagne" }))).click();
  await page.waitForURL(/campaigns\/c[a-z0-9]+$/);
  await expect(page.getByText("Avant l'envoi :")).toBeVisible();
  for (const kind of ["Bouton", "Trait", "Texte"]) {
    await page.getByRole("button", { name: kind, exact: true }).click();
  }
  const headings = page.locator("li h3");
  await expect(headings).toHaveText(["1. Bouton", "2. Trait", "3. Texte"]);
  const handle = page.getByRole("button", { name: "Déplacer le bloc 1" });
  await handle.focus();
  await page.keyboard.press("Space");
  await page.waitForTimeout(300);
  await page.keyboard.press("ArrowDown");
  await page.waitForTimeout(300);
  await page.keyboard.press("Space");
  await expect(headings).toHaveText(["1. Trait", "2. Bouton", "3. Texte"]);
  await page.getByRole("button", { name: "Monter le bloc 3" }).click();
  await expect(headings).toHaveText(["1. Trait", "2. Texte", "3. Bouton"]);
  await page.getByLabel("Adresse du bouton").fill("javascript:alert(1)");
  await expect(page.getByText("Écrivez une adresse comme")).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "La reprendre" }).click();
  await expect(headings).toHaveText(["1. Trait", "2. Texte", "3. Bouton"]);
  await expect(page.getByRole("button", { name: "Envoyer", exact: true })).toHaveCount(0);
});

test("products are picked by keyboard in a combobox that leaves out those that customers do not see", {
  tag: "@desktop",
}, async ({ page, signInAs, insertProduct }) => {
  const word = `Siphon${randomUUID().slice(0, 8)}`;
  await insertProduct({ name: `${word} en laiton` });
  await insertProduct({ name: `${word} caché`, status: "DRAFT" });
  await signInAs("ADMIN", page);
  await page.goto("/admin/newsletter/campaigns");
  await (await waitForHydration(page.getByRole("button", { name: "Nouvelle campagne" }))).click();
  await page.waitForURL(/campaigns\/c[a-z0-9]+$/);
  await page.getByRole("button", { name: "Produits", exact: true }).click();
  const field = page.getByRole("combobox", { name: "Chercher un produit" });
  const picked = page.getByRole("list", { name: "Produits choisis" }).getByRole("listitem");
  await field.fill(word);
  const list = page.getByRole("listbox", { name: "Chercher un produit" });
  const options = list.getByRole("option");
  await expect(options).toHaveText([new RegExp(`${word} en laiton`)]);
  await expect(field).toHaveAttribute("aria-expanded", "true");
  expect(await findViolations(page)).toEqual([]);
  await field.press("Escape");
  await expect(options).toHaveCount(0);
  await expect(field).toHaveValue(word);
  await field.press("ArrowDown");
  await field.press("ArrowDown");
  await expect(options).toHaveAttribute("aria-selected", "true");
  await field.press("Enter");
  await expect(picked).toContainText(`${word} en laiton`);
  await expect(field).toHaveValue("");
  await expect(field).toBeFocused();
  await field.fill(word);
  await expect(page.getByText("Aucun autre produit publié de ce nom.")).toBeVisible();
});

/** Subscribes as a customer does, up to the button on the mailed page; returns a source that only this test uses. */
async function subscribe(page: Page, database: Client, locale: Locale, email: string) {
  const words = getNewsletterDictionary(locale);
  await page.goto(localPath(locale, "/newsletter/inscription"));
  const form = page.locator("main form").first();
  await form.locator('input[name="email"]').fill(email);
  await (await waitForHydration(form.getByRole("button"))).click();
  const confirmation = await waitForMail(email, () => true);
  const link = /https?:\S+\/newsletter\/confirmer\?token=\S+/.exec(confirmation.text ?? "")?.[0];
  await page.goto(link ?? "");
  await page.getByRole("button", { name: words.confirm.action }).click();
  await expect(page.getByRole("heading", { name: words.confirm.done })).toBeVisible();
  const source = `e2e-${randomUUID().slice(0, 8)}`;
  await database.query(`UPDATE "NewsletterSubscriber" SET "source" = $1 WHERE "email" = $2`, [
    source,
    email,
  ]);
  return source;
}

async function fillCampaign(page: Page, subject: string) {
  await page.locator("#champ-subject").fill(subject);
  await page.getByRole("button", { name: "Texte", exact: true }).click();
  await page.getByRole("button", { name: "Bouton", exact: true }).click();
  await page.getByRole("textbox", { name: "Texte du bloc 1" }).fill(WORDS.fr.text);
  await page.getByLabel("Texte du bouton").fill("Voir");
  await page.getByLabel("Adresse du bouton").fill("/catalogue");
  await page.getByRole("radio", { name: /Arabe/ }).check();
  await page.getByLabel("Objet en arabe").fill(`${subject} ع`);
  await page.getByRole("textbox", { name: "Texte du bloc 1, en arabe" }).fill(WORDS.ar.text);
  await page.getByLabel("Texte du bouton en arabe").fill("شاهدوا");
  await expect(getPreview(page).getByText(WORDS.ar.text)).toBeVisible();
  await page.getByRole("radio", { name: "Français" }).check();
}

function getPreview(page: Page) {
  return page.frameLocator('iframe[title="Aperçu du message"]');
}

type Post = Page["request"]["post"];

/** Posts as a mail program does for the RFC 8058 header: without page, cookie or same-origin headers. */
async function unsubscribeByOneClick(mail: ParsedMail, post: Post) {
  const line = mail.headerLines.find(({ key }) => key === "list-unsubscribe")?.line ?? "";
  const url = /<(http[^>]+)>/.exec(line.replaceAll(/\r?\n\s+/g, ""))?.[1] ?? "";
  const response = await post(url, { form: { "List-Unsubscribe": "One-Click" } });
  expect(response.status()).toBe(200);
}

/** Returns the message that the local transport stored for this address. */
async function waitForMail(address: string, isWanted: (mail: ParsedMail) => boolean) {
  const folder = join(process.env.DATA_DIR ?? ".data", "outbox");
  let mail: ParsedMail | undefined;
  await expect
    .poll(
      async () => {
        for (const file of await readdir(folder).catch(() => [])) {
          if (!file.endsWith(".eml")) continue;
          const found = await simpleParser(await readFile(join(folder, file)));
          const { headerLines } = found;
          const isTo = headerLines.some(({ key, line }) => key === "to" && line.includes(address));
          if (isTo && isWanted(found)) mail = found;
        }
        return mail !== undefined;
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  if (!mail) throw new Error(`No message for ${address}`);
  return mail;
}
