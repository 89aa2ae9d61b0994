import type { BrowserContext, Locator, Page } from "@playwright/test";
import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { CONSENT_TEXTS } from "@/content/consent";
import { getDictionary } from "@/content/dictionary";
import { PRIVACY_CONTROLS } from "@/content/pages/privacy";
import { getConsentText } from "@/domain/consent/wordings";
import { VARIANTS_COOKIE } from "@/lib/cache/variants-cookie";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { findViolations, findViolationsInBothSchemes } from "../axe";
import { CONSENT_WORDING, DEVICE_TAG_BY_LOCALE, expect, test, visit } from "../fixtures";
import { getLocalizedPath, PRODUCTS } from "../pages";
import { recordTransfers, sumBytes } from "../transfers";

const text = CONSENT_TEXTS.fr;

test.use({ consent: null });
test.beforeEach(({ context }) =>
  context.route("**/api/relay/**", (route) => route.fulfill({ json: {} })),
);

const findBanner = (page: Page, locale: Locale = "fr") =>
  page.getByRole("region", { name: CONSENT_TEXTS[locale].label });
const findButton = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const openFromFooter = (page: Page) =>
  page.getByRole("contentinfo").getByRole("link", { name: getDictionary("fr").nav.cookies });

async function listCookies(context: BrowserContext): Promise<string[]> {
  return (await context.cookies()).map(({ name }) => name).toSorted();
}

async function getBox(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error("The element is not shown.");
  return box;
}

function getLook(button: Locator) {
  return button.evaluate((element) => {
    const { color, backgroundColor, borderColor, fontSize, fontWeight } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const size = [Math.round(width), Math.round(height)];
    return { color, backgroundColor, borderColor, fontSize, fontWeight, size };
  });
}

for (const locale of LOCALES) {
  test(`The banner asks in the page's language, moves nothing and covers no fixed bar (${locale})`, {
    tag: DEVICE_TAG_BY_LOCALE[locale],
  }, async ({ page, context }) => {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          shifts.push((entry as PerformanceEntry & { value: number }).value);
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await visit(page, getLocalizedPath(locale, { path: PRODUCTS.withVariations }));
    const banner = findBanner(page, locale);
    await expect(banner).toContainText(getConsentText(CONSENT_WORDING, locale));
    const shifts = await page.evaluate(() => Reflect.get(window, "shifts") as number[]);
    expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(0.001);
    expect(await findViolationsInBothSchemes(page)).toEqual([]);
    const { refuse, accept } = CONSENT_TEXTS[locale];
    expect(await getLook(findButton(page, refuse))).toEqual(
      await getLook(findButton(page, accept)),
    );
    const { y, height } = await getBox(banner);
    const viewport = page.viewportSize();
    expect(height).toBeLessThan((viewport?.height ?? 0) / 3);
    // On phones the product's actions and the navigation stay at the bottom of the screen.
    const { whatsapp } = getCatalogueDictionary(locale).product;
    const ask = page.getByRole("main").getByRole("link", { name: whatsapp, exact: true }).first();
    if (locale === "ar") expect(y + height).toBeLessThanOrEqual((await getBox(ask)).y);
    expect(await listCookies(context)).toEqual([]);
  });
}

test("A refusal stores the choice alone, and the banner's code loads no more", {
  tag: "@phone",
}, async ({ page, context }) => {
  const transfers = await recordTransfers(page);
  await visit(page, "/contact");
  await expect(findBanner(page)).toBeVisible();
  await page.waitForLoadState("networkidle");
  const asked = sumBytes(transfers, "Script", "body");
  await findButton(page, text.refuse).click();
  await expect(findBanner(page)).toHaveCount(0);
  await expect.poll(() => listCookies(context)).toEqual(["consent"]);
  const [cookie] = await context.cookies();
  const days = ((cookie?.expires ?? 0) - Date.now() / 1000) / 86_400;
  expect(days).toBeGreaterThan(181);
  expect(days).toBeLessThan(183);
  transfers.length = 0;
  await visit(page, "/contact");
  await page.waitForLoadState("networkidle");
  const banner = asked - sumBytes(transfers, "Script", "body");
  expect(banner, "bytes of the banner's code").toBeGreaterThan(300);
  expect(banner, "bytes of the banner's code").toBeLessThanOrEqual(2_048);
  await expect(findBanner(page)).toHaveCount(0);
  expect(await listCookies(context)).toEqual(["consent"]);
});

test("A consent sets the visitor's id, and the footer's link withdraws it at once", {
  tag: "@desktop",
}, async ({ page, context }) => {
  await visit(page, "/faq");
  await findButton(page, text.accept).click();
  // Without the variants of experiments that other tests may run.
  const listOwn = async () =>
    (await listCookies(context)).filter((name) => name !== VARIANTS_COOKIE);
  await expect.poll(listOwn).toEqual(["consent", "visitor"]);
  const findVisitor = async () =>
    (await context.cookies()).find(({ name }) => name === "visitor")?.value;
  const visitor = await findVisitor();
  await visit(page, "/contact");
  expect(await findVisitor()).toBe(visitor);
  const link = openFromFooter(page);
  await link.click();
  const banner = findBanner(page);
  await expect(banner).toBeFocused();
  await expect(banner).toContainText(text.chosen.accepted);
  await page.keyboard.press("Escape");
  await expect(banner).toHaveCount(0);
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(banner).toBeFocused();
  await findButton(page, text.refuse).click();
  await expect(banner).toHaveCount(0);
  expect(await listCookies(context)).toEqual(["consent"]);
  await link.click();
  await expect(findBanner(page)).toContainText(text.chosen.refused);
});

test("The banner comes first in the order of the Tab key, traps no focus and hides no control", {
  tag: "@desktop",
}, async ({ page, context }) => {
  await visit(page, "/contact");
  await expect(findBanner(page)).toBeVisible();
  await expect(page.locator("body")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(findBanner(page).getByRole("link", { name: text.details })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(findBanner(page)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(findButton(page, text.refuse)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(findButton(page, text.accept)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("banner").getByRole("link").first()).toBeFocused();
  const last = openFromFooter(page);
  await last.focus();
  const { y } = await getBox(findBanner(page));
  const box = await getBox(last);
  const bannerBox = await getBox(findBanner(page));
  expect(box.y + box.height <= y || box.x >= bannerBox.x + bannerBox.width).toBe(true);
  await findButton(page, text.refuse).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#contenu")).toBeFocused();
  await expect.poll(() => listCookies(context)).toEqual(["consent"]);
});

test("A choice for an earlier text is asked again", { tag: "@phone" }, async ({
  page,
  context,
  baseURL,
}) => {
  const url = baseURL ?? "";
  await context.addCookies([
    { name: "consent", value: `${CONSENT_WORDING}0.accepted.20260101`, url },
  ]);
  await visit(page, "/faq");
  await expect(findBanner(page)).toBeVisible();
});

test("Global Privacy Control is a refusal without a question, and ends an earlier consent", {
  tag: "@desktop",
}, async ({ page, context, baseURL }) => {
  const url = baseURL ?? "";
  await context.addCookies([
    { name: "consent", value: `${CONSENT_WORDING}.accepted.20261130`, url },
    { name: "visitor", value: "AbCdEfGhIjKlMnOpQrSt_-.20261130", url },
  ]);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "globalPrivacyControl", { value: true });
  });
  const saved = page.waitForResponse("**/api/public/consent");
  await visit(page, "/faq");
  expect((await saved).ok()).toBe(true);
  expect(await listCookies(context)).toEqual(["consent"]);
  await expect(findBanner(page)).toHaveCount(0);
  await openFromFooter(page).click();
  await expect(findBanner(page)).toContainText(text.signal);
  await findButton(page, text.close).click();
  await expect(findBanner(page)).toHaveCount(0);
});

test("The privacy page shows the texts by version, and changes the choice", {
  tag: "@phone",
}, async ({ page }) => {
  await visit(page, "/confidentialite");
  await findButton(page, text.refuse).click();
  await expect(page.getByText(getConsentText(CONSENT_WORDING, "fr"))).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  const controls = PRIVACY_CONTROLS.fr;
  await findButton(page, controls.change).click();
  await expect(findBanner(page)).toContainText(text.chosen.refused);
});

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("nothing is asked or stored, and the footer's link explains why", {
    tag: "@phone",
  }, async ({ page, context }) => {
    await visit(page, "/faq");
    await expect(findBanner(page)).toHaveCount(0);
    await openFromFooter(page).click();
    await expect(page).toHaveURL(/\/confidentialite#cookies$/);
    expect(await listCookies(context)).toEqual([]);
  });
});
