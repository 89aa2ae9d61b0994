import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import type { Client } from "pg";
import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { contactDictionaries } from "@/content/contact-form";
import { getDictionary } from "@/content/dictionary";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { findViolations } from "../axe";
import { DEVICE_TAG_BY_LOCALE, expect, getText, test, visit, waitForHydration } from "../fixtures";
import { getLocalizedPath, PRODUCTS } from "../pages";

const CONTACT = { path: "/contact" };
const REFERENCE = /^EO-\d+$/;

/** Marks the e-mail addresses of this file's customers. */
const newEmail = () => `e2e-${randomUUID()}@client.test`;

test.beforeEach(({ database }) => deleteMessages(database));
test.afterAll(({ database }) => deleteMessages(database));

/** All tests share one IP address, which would soon exceed the rate limit. */
async function deleteMessages(database: Client): Promise<void> {
  await database.query(`DELETE FROM "RateLimit" WHERE "key" LIKE 'contact:%'`);
  await database.query(`DELETE FROM "ContactMessage" WHERE "email" LIKE 'e2e-%@client.test'`);
}

async function listMessages(database: Client, email: string) {
  const { rows } = await database.query(
    `SELECT m."reference", m."name", m."message", m."subject", m."locale"::text, m."isSpam", p."slug"
     FROM "ContactMessage" m LEFT JOIN "Product" p ON p."id" = m."productId" WHERE m."email" = $1`,
    [email],
  );
  return rows;
}

interface Filled {
  email: string;
  name?: string;
  message?: string;
}

async function fillIn(page: Page, locale: Locale, filled: Filled): Promise<Locator> {
  const words = contactDictionaries[locale];
  const form = page.locator("form[action='/api/public/contact']");
  await form.getByLabel(words.name.label).fill(filled.name ?? "Fatima");
  await form.getByLabel(words.email.label).fill(filled.email);
  await form.getByLabel(words.message.label).fill(filled.message ?? "Avez-vous du zellige ?");
  return form;
}

const sendButton = (form: Locator) => form.locator("button[type=submit]");

for (const locale of LOCALES) {
  const words = contactDictionaries[locale];
  const path = getLocalizedPath(locale, CONTACT);

  test.describe(`The contact form (${locale})`, { tag: DEVICE_TAG_BY_LOCALE[locale] }, () => {
    test("sends a message, states the answering time, and shows the reference", async ({
      page,
      database,
    }) => {
      await visit(page, path);
      const email = newEmail();
      const form = await fillIn(page, locale, { email });
      await (await waitForHydration(form)).evaluate(() => undefined);
      await sendButton(form).click();
      const heading = page.getByRole("heading", { name: words.sent.heading });
      await expect(heading).toBeFocused();
      const reference = await getText(page.locator("main strong[dir=ltr]"));
      expect(reference).toMatch(REFERENCE);
      const [message, ...others] = await listMessages(database, email);
      expect(others).toEqual([]);
      expect(message).toMatchObject({ locale: locale.toUpperCase(), isSpam: false, slug: null });
      expect(reference).toBe(`EO-${message.reference}`);
      expect(await findViolations(page)).toEqual([]);
      await page.getByRole("button", { name: words.sent.another }).click();
      await expect(form.getByLabel(words.message.label)).toHaveValue("");
    });

    test("shows errors beside each field and at the top", async ({ page }) => {
      await visit(page, path);
      const form = await fillIn(page, locale, { email: "fatima" });
      await waitForHydration(form);
      await form.getByLabel(words.name.label).fill("");
      await sendButton(form).click();
      const summary = form.getByRole("alert");
      await expect(summary).toBeFocused();
      await expect(summary.getByRole("link")).toHaveText([words.name.problem, words.email.problem]);
      await expect(form.getByLabel(words.email.label)).toHaveAccessibleDescription(
        `${words.reach.hint} ${words.email.problem}`,
      );
      await expect(form.getByLabel(words.message.label)).not.toHaveAttribute("aria-invalid");
      expect(await findViolations(page)).toEqual([]);
      await summary.getByRole("link").first().click();
      await expect(form.getByLabel(words.name.label)).toBeFocused();
    });

    test("requires an e-mail or a phone number", async ({ page, database }) => {
      await visit(page, path);
      const form = await fillIn(page, locale, { email: "", message: "Par téléphone, merci." });
      await waitForHydration(form);
      await sendButton(form).click();
      await expect(form.getByRole("alert").getByRole("link")).toHaveText([words.reach.problem]);
      await expect(sendButton(form)).toHaveText(words.notSent);
      expect(await findViolations(page)).toEqual([]);
      await form.getByLabel(words.phone.label).fill("06 61 00 00 01");
      await sendButton(form).click();
      await expect(page.getByRole("heading", { name: words.sent.heading })).toBeVisible();
      const { rows } = await database.query(
        `DELETE FROM "ContactMessage" WHERE "email" IS NULL AND "message" = 'Par téléphone, merci.' RETURNING "isSpam"`,
      );
      expect(rows).toEqual([{ isSpam: false }]);
    });
  });
}

test.describe("A message that cannot be sent", { tag: "@phone" }, () => {
  test.use({ allowApiErrors: true });
  const words = contactDictionaries.fr;

  test("is stored on the device and sent once, whatever the outcome of the first attempt", async ({
    page,
    database,
  }) => {
    const email = newEmail();
    await visit(page, "/contact");
    // The request arrives; its response is lost.
    await page.route("**/api/public/contact", async (route) => {
      await route.fetch();
      await route.abort();
    });
    const form = await fillIn(page, "fr", { email });
    await waitForHydration(form);
    await sendButton(form).click();
    await expect(form.getByRole("alert")).toHaveText(words.failures.away);
    await page.unroute("**/api/public/contact");
    await page.reload();
    await expect(form.getByText(words.draftRestored)).toBeVisible();
    await expect(form.getByLabel(words.email.label)).toHaveValue(email);
    await sendButton(form).click();
    await expect(page.getByRole("heading", { name: words.sent.heading })).toBeVisible();
    expect(await listMessages(database, email)).toHaveLength(1);
    await page.reload();
    await expect(form.getByLabel(words.email.label)).toHaveValue("");
  });

  test("is sent by itself when the connection is back", async ({ page, context, database }) => {
    const email = newEmail();
    await visit(page, "/contact");
    const form = await fillIn(page, "fr", { email });
    await waitForHydration(form);
    await context.setOffline(true);
    await sendButton(form).click();
    await expect(form.getByRole("alert")).toHaveText(words.failures.offline);
    await context.setOffline(false);
    await expect(page.getByRole("heading", { name: words.sent.heading })).toBeVisible();
    expect(await listMessages(database, email)).toHaveLength(1);
  });

  test("can be deleted from a shared device", async ({ page }) => {
    await visit(page, "/contact");
    const form = await fillIn(page, "fr", { email: newEmail() });
    await waitForHydration(form);
    await form.getByLabel(words.name.label).fill("Ali");
    await page.reload();
    await form.getByRole("button", { name: words.deleteDraft }).click();
    await expect(form.getByLabel(words.name.label)).toHaveValue("");
    await page.reload();
    await waitForHydration(form);
    await expect(form.getByText(words.draftRestored)).toHaveCount(0);
  });
});

test.describe("A question about a product", () => {
  for (const locale of LOCALES) {
    test(`can be sent from its page, with the selected variation in the subject (${locale})`, {
      tag: DEVICE_TAG_BY_LOCALE[locale],
    }, async ({ page, database }) => {
      const product = getCatalogueDictionary(locale).product;
      const words = contactDictionaries[locale];
      await visit(page, getLocalizedPath(locale, { path: PRODUCTS.withVariations }));
      const opener = page.getByRole("link", { name: product.ask });
      await (await waitForHydration(opener)).click();
      await expect(opener).toHaveAttribute("aria-expanded", "true");
      const email = newEmail();
      const form = await fillIn(page, locale, { email });
      await expect(form.getByLabel(words.subject.label)).toHaveValue(/ROB-0101-CH/);
      expect(await findViolations(page)).toEqual([]);
      await sendButton(form).click();
      await expect(page.getByRole("heading", { name: words.sent.heading })).toBeVisible();
      const [message] = await listMessages(database, email);
      expect(PRODUCTS.withVariations).toBe(`/produit/${message.slug}`);
    });
  }

  test("loads the code of the form on demand", { tag: "@phone" }, async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await visit(page, PRODUCTS.withVariations);
    await page.waitForLoadState("networkidle");
    expect(asked.filter((url) => url.includes("/form-token"))).toEqual([]);
    const before = asked.filter((url) => url.endsWith(".js")).length;
    const opener = page.getByRole("link", { name: getCatalogueDictionary("fr").product.ask });
    await (await waitForHydration(opener)).click();
    await expect(page.getByLabel(contactDictionaries.fr.message.label)).toBeVisible();
    expect(asked.filter((url) => url.endsWith(".js")).length).toBeGreaterThan(before);
  });
});

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const locale of LOCALES) {
    const words = contactDictionaries[locale];

    test(`a question about a product is sent from the contact page (${locale})`, {
      tag: DEVICE_TAG_BY_LOCALE[locale],
    }, async ({ page, database }) => {
      await visit(page, getLocalizedPath(locale, { path: PRODUCTS.withoutVariations }));
      const name = await getText(page.getByRole("heading", { level: 1 }));
      await page.getByRole("link", { name: getCatalogueDictionary(locale).product.ask }).click();
      await expect(page.getByText(words.about)).toContainText(name);
      const email = newEmail();
      const form = await fillIn(page, locale, { email });
      await page.waitForTimeout(3_000);
      await sendButton(form).click();
      await expect(page).toHaveURL(/\/contact\?envoye=/);
      await expect(page.getByRole("heading", { name: words.sent.heading })).toBeVisible();
      const [message] = await listMessages(database, email);
      expect(PRODUCTS.withoutVariations).toBe(`/produit/${message.slug}`);
      expect(message).toMatchObject({ isSpam: false, locale: locale.toUpperCase() });
    });

    test(`typed values come back with the errors (${locale})`, {
      tag: DEVICE_TAG_BY_LOCALE[locale],
    }, async ({ page }) => {
      await visit(page, getLocalizedPath(locale, CONTACT));
      // Browsers accept it as an e-mail address; the shop does not.
      const form = await fillIn(page, locale, {
        email: "fatima@client",
        message: "Prix ?\n\nMerci",
      });
      await sendButton(form).click();
      await expect(page).toHaveURL(/\/contact\?erreur=1#ecrire$/);
      await expect(form.getByRole("alert")).toContainText(words.email.problem);
      await expect(form.getByLabel(words.email.label)).toHaveValue("fatima@client");
      await expect(form.getByLabel(words.message.label)).toHaveValue("Prix ?\n\nMerci");
      await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
    });
  }
});

test("The contact page with its form fits the narrowest phone", { tag: "@phone" }, async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const locale of LOCALES) {
    await visit(page, getLocalizedPath(locale, CONTACT));
    const form = page.locator("form[action='/api/public/contact']");
    await waitForHydration(form);
    await sendButton(form).click();
    await expect(form.getByRole("alert")).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    await expect(form.getByText(getDictionary(locale).nav.privacy)).toBeVisible();
  }
});

test("A contact page without a product in its URL is cached as a public page", {
  tag: "@desktop",
}, async ({ request }) => {
  for (const locale of LOCALES) {
    const plain = await request.get(getLocalizedPath(locale, CONTACT));
    expect(plain.headers()["cache-control"]).toBe("no-cache");
    for (const query of ["produit=rien", "envoye=EO-1001", "erreur=1", "envoye=%3Cb%3E"]) {
      const own = await request.get(`${getLocalizedPath(locale, CONTACT)}?${query}`);
      expect(own.status()).toBe(200);
      expect(own.headers()["cache-control"]).toContain("no-store");
      const html = await own.text();
      expect(html).not.toContain("<b>");
      expect(html).toContain('action="/api/public/contact"');
    }
  }
});
