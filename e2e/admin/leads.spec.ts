import type { Browser, Page } from "@playwright/test";
import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { getDictionary } from "@/content/dictionary";
import { DEFAULT_FUNNEL } from "@/domain/analytics/funnels/default-funnel";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { DEVICE_TAG_BY_LOCALE } from "../fixtures";
import { newWord } from "../words";
import { expect, test } from "./fixtures";

/** The user agent of the tests' own browser counts as a program, whose clicks make no leads. */
const CUSTOMER = {
  userAgent:
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
};

interface Visit {
  browser: Browser;
  baseURL: string | undefined;
  path: string;
  linkName: string;
  javaScriptEnabled?: boolean;
}

/** Reads a page, clicks its link to WhatsApp as a customer does, and returns the message in the chat, which is not opened. */
async function askOnWhatsApp({ browser, baseURL, path, linkName, ...options }: Visit) {
  const context = await browser.newContext({ ...CUSTOMER, baseURL, ...options });
  const page = await context.newPage();
  const isScripted = options.javaScriptEnabled !== false;
  const counted = isScripted && page.waitForResponse("**/api/analytics/track");
  await page.goto(path);
  await counted;
  // The browser sends the click itself, so that it comes from the address of the visit. It cannot reach the chat.
  const redirected = page.waitForResponse("**/w/**");
  await page.getByRole("main").getByRole("link", { name: linkName }).first().click();
  const chat = new URL((await redirected).headers().location ?? "");
  await context.close();
  expect(chat.host).toBe("wa.me");
  return chat.searchParams.get("text") ?? "";
}

const findRow = (page: Page, reference: string) =>
  page.getByRole("list", { name: "Demandes" }).getByRole("listitem").filter({ hasText: reference });

for (const locale of ["fr", "ar"] as const satisfies readonly Locale[]) {
  test(`A click on WhatsApp becomes a sale, from the page of a product to the list on a phone (${locale})`, {
    tag: DEVICE_TAG_BY_LOCALE[locale],
  }, async ({ browser, baseURL, page, insertProduct, signInAs, database }) => {
    const name = `Siphon ${newWord()}`;
    const slug = await insertProduct({ name, nameAr: `${name} نحاسي` });
    const message = await askOnWhatsApp({
      browser,
      baseURL,
      path: localPath(locale, `/produit/${slug}`),
      linkName: getCatalogueDictionary(locale).product.whatsapp,
    });
    const reference = /W-[0-9A-Z]+/.exec(message)?.[0] ?? "";
    expect(message).toContain(`/produit/${slug}`);

    await page.setViewportSize({ width: 360, height: 740 });
    await signInAs("ADMIN", page);
    await page.goto("/admin/leads");
    await page.getByRole("searchbox", { name: "Chercher une demande" }).fill(message);
    const row = findRow(page, reference);
    await expect(row).toContainText(name);
    await expect(row).toContainText("Fiche produit");
    await expect(row).toContainText(locale === "ar" ? "Arabe" : "Français");

    await row.getByRole("button", { name: "Perdu" }).click();
    await expect(row).toContainText("Perdue");
    await page.getByRole("button", { name: "Annuler" }).click();
    await expect(row).toContainText("À répondre");

    await row.getByRole("button", { name: "Vendu" }).click();
    const dialog = page.getByRole("dialog", { name: `Vente ${reference}` });
    await dialog.getByRole("textbox").fill("1 250,5 DH");
    await dialog.getByRole("button", { name: "Marquer comme vendue" }).click();
    await expect(row).toContainText("Vendue");
    await expect(row).toContainText("250,50");
    await expect(row.getByRole("button", { name: "Vendu" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    const { rows } = await database.query(
      `SELECT e."eventType", e."metadata" ->> 'amount' AS "amount" FROM "AnalyticsEvent" e JOIN "Lead" l ON e."metadata" ->> 'leadId' = l."id"
       WHERE l."reference" = $1 ORDER BY e."createdAt"`,
      [reference],
    );
    expect(rows).toEqual([
      { eventType: "whatsapp_click", amount: null },
      { eventType: "lead_replied", amount: null },
      { eventType: "lead_sold", amount: "1250.50" },
    ]);

    const [product] = (await database.query(`SELECT "id" FROM "Product" WHERE "slug" = $1`, [slug]))
      .rows;
    await page.goto(`/admin/analytics/funnels/defaut?period=today&product=${product.id}`);
    const steps = page.getByRole("region", { name: "Étapes" }).getByRole("listitem");
    for (const [index, { name: step }] of DEFAULT_FUNNEL.steps.entries()) {
      await expect(steps.nth(index)).toContainText(step);
      await expect(steps.nth(index)).toContainText("1 visite");
    }
  });
}

test("A click on WhatsApp counts without JavaScript, and the reference is found as it is typed", {
  tag: "@phone",
}, async ({ browser, baseURL, page, signInAs }) => {
  const message = await askOnWhatsApp({
    browser,
    baseURL,
    path: "/contact",
    linkName: getDictionary("fr").whatsapp.write,
    javaScriptEnabled: false,
  });
  const reference = /W-[0-9A-Z]+/.exec(message)?.[0] ?? "";
  await signInAs("ADMIN", page);
  await page.goto(`/admin/leads?q=w${reference.slice(2).toLowerCase()}`);
  await expect(findRow(page, reference)).toContainText("Question générale");
});
