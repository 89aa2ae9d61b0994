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

/** The page scrolls smoothly to a focused control. */
async function expectAbove(control: Locator, banner: Locator): Promise<void> {
  const { y } = await getBox(banner);
  const getEnd = async () => {
    const box = await getBox(control);
    return box.y + box.height;
  };
  await expect.poll(getEnd).toBeLessThanOrEqual(y);
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
    expect(height).toBeLessThan((viewport?.height ?? 0) / 4);
    // On phones the product's actions and the navigation stay at the bottom of the screen.
    const { whatsapp } = getCatalogueDictionary(locale).product;
    const ask = page.getByRole("main").getByRole("link", { name: whatsapp, exact: true }).first();
    if (locale === "ar") expect(y + height).toBeLessThanOrEqual((await getBox(ask)).y);
    expect(await listCookies(context)).toEqual([]);
  });
}

/** What each kind of page is for, and is in sight when it opens. */
const findWriteLink = (main: Locator, locale: Locale) =>
  main.getByRole("link", { name: getDictionary(locale).whatsapp.write, exact: true });
const MAIN_ACTIONS = {
  "/": findWriteLink,
  "/contact": findWriteLink,
  "/catalogue/carrelage": (main: Locator) => main.locator('a[href*="/catalogue/gres-cerame"]'),
  [PRODUCTS.withVariations]: (main: Locator, locale: Locale) =>
    main.getByRole("link", { name: getCatalogueDictionary(locale).product.whatsapp, exact: true }),
};
const SCREENS = {
  "@phone": [
    { width: 360, height: 640 },
    { width: 390, height: 844 },
  ],
  "@desktop": [
    { width: 1280, height: 800 },
    { width: 768, height: 1024 },
  ],
};

for (const locale of LOCALES) {
  for (const [tag, screens] of Object.entries(SCREENS)) {
    test(`The banner leaves the main action of each page in sight (${locale}, ${tag.slice(1)})`, {
      tag,
    }, async ({ page }) => {
      for (const screen of screens) {
        await page.setViewportSize(screen);
        for (const [path, find] of Object.entries(MAIN_ACTIONS)) {
          await visit(page, getLocalizedPath(locale, { path }));
          await page.evaluate(() => document.fonts.ready);
          const banner = await getBox(findBanner(page, locale));
          const action = await getBox(find(page.getByRole("main"), locale).first());
          const what = `${path} at ${screen.width}×${screen.height}`;
          const isAbove = action.y + action.height <= banner.y;
          // On phones a product's actions are a bar below the banner.
          const isBelow = banner.y + banner.height <= action.y;
          expect(isAbove || isBelow, what).toBe(true);
          expect(action.y + action.height, what).toBeLessThanOrEqual(screen.height);
        }
      }
    });
  }

  test(`On a tiny screen the focused main action is scrolled above the banner (${locale})`, {
    tag: "@phone",
  }, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    for (const path of ["/", "/contact"] as const) {
      await visit(page, getLocalizedPath(locale, { path }));
      const action = MAIN_ACTIONS[path](page.getByRole("main"), locale).first();
      await expect(findBanner(page, locale)).toBeVisible();
      await action.focus();
      await expectAbove(action, findBanner(page, locale));
    }
  });
}

test("A refusal stores the choice alone, and the banner's code loads no more", {
  tag: "@phone",
}, async ({ page, context }) => {
  const transfers = await recordTransfers(page);
  // The tracker loads when the visit is counted, in both visits.
  const visitUntilCounted = async () => {
    const counted = page.waitForRequest("**/api/analytics/track");
    await visit(page, "/contact");
    await counted;
    await page.waitForLoadState("networkidle");
  };
  await visitUntilCounted();
  await expect(findBanner(page)).toBeVisible();
  const asked = sumBytes(transfers, "Script", "body");
  await findButton(page, text.refuse).click();
  await expect(findBanner(page)).toHaveCount(0);
  await expect.poll(() => listCookies(context)).toEqual(["consent"]);
  const [cookie] = await context.cookies();
  const days = ((cookie?.expires ?? 0) - Date.now() / 1000) / 86_400;
  expect(days).toBeGreaterThan(181);
  expect(days).toBeLessThan(183);
  transfers.length = 0;
  await visitUntilCounted();
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
  await expectAbove(last, findBanner(page));
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
