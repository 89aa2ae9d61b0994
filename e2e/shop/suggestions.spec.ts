import type { Page } from "@playwright/test";
import { formatCount, getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { getDictionary } from "@/content/dictionary";
import { suggestionTexts } from "@/content/suggestions";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { findViolations, findViolationsInBothSchemes } from "../axe";
import { expect, test, visit } from "../fixtures";
import { getLocalizedPath } from "../pages";

const texts = suggestionTexts.fr;

/** The search field of the header, once it suggests. */
function getField(page: Page, locale: Locale = "fr") {
  const { searchLabel } = getDictionary(locale).nav;
  return page.getByRole("banner").getByRole("combobox", { name: searchLabel });
}

function getOptions(page: Page, locale: Locale = "fr") {
  return page.getByRole("listbox", { name: suggestionTexts[locale].label }).getByRole("option");
}

function getProducts(page: Page) {
  return getOptions(page).and(page.locator('[href*="/produit/"]'));
}

async function expectFoundCount(page: Page, locale: Locale): Promise<void> {
  const status = page.getByRole("search").getByRole("status");
  await expect(status).toHaveText(/\d/);
  const count = Number(/\d+/.exec((await status.textContent()) ?? "")?.[0]);
  await expect(status).toHaveText(formatCount(count, locale, suggestionTexts[locale].found));
}

test.describe("Suggestions by keyboard", { tag: "@desktop" }, () => {
  test("lead to a product, with the focus in the field", async ({ page }) => {
    await visit(page, "/contact");
    const field = getField(page);
    await field.focus();
    await expect(getOptions(page).filter({ hasText: "Carrelage" })).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.type("mitigeur");
    await expect(getProducts(page)).toHaveCount(5);
    await expect(getProducts(page).first().locator("mark")).toHaveText(/^mitigeur$/i);
    await expect(getProducts(page).first()).toContainText("MAD");
    await expectFoundCount(page, "fr");
    expect(await findViolationsInBothSchemes(page)).toEqual([]);

    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    const first = getOptions(page).first();
    await expect(first).toHaveAttribute("aria-selected", "true");
    await expect(field).toHaveAttribute(
      "aria-activedescendant",
      (await first.getAttribute("id")) ?? "",
    );
    await expect(field).toBeFocused();
    await page.keyboard.press("Home");
    await expect(field).not.toHaveAttribute("aria-activedescendant");
    await page.keyboard.type("x");
    await expect(field).toHaveValue("xmitigeur");
    await page.keyboard.press("Backspace");

    const product = getProducts(page).first();
    while ((await product.getAttribute("aria-selected")) !== "true")
      await page.keyboard.press("ArrowDown");
    const path = await product.getAttribute("href");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(path ?? "");
    await expect(getOptions(page)).toHaveCount(0);
  });

  test("correct a typo, which the results explain and can take back", async ({ page }) => {
    const { search } = getCatalogueDictionary("fr");
    await visit(page, "/contact");
    await getField(page).focus();
    await page.keyboard.type("mitigeru");
    await expect(getProducts(page).first().locator("mark")).toHaveText(/^mitigeur$/i);
    await expect(page.getByText(fill(texts.corrected, { words: "mitigeur" }))).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/recherche?q=mitigeru");
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText(fill(search.headingFor, { words: "mitigeur" }));
    await expect(page.getByRole("main").getByRole("article").first()).toContainText(/mitigeur/i);
    await page.getByRole("link", { name: fill(search.instead, { words: "mitigeru" }) }).click();
    await expect(page).toHaveURL("/recherche?q=mitigeru&exact=1");
    await expect(heading).toHaveText(fill(search.headingFor, { words: "mitigeru" }));
  });

  test("close with Escape, which then empties the field, and with Tab", async ({ page }) => {
    await visit(page, "/contact");
    const field = getField(page);
    await field.focus();
    await page.keyboard.type("robinet");
    await expect(getProducts(page).first()).toBeVisible();
    await expect(field).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.press("Escape");
    await expect(getOptions(page)).toHaveCount(0);
    await expect(field).toHaveAttribute("aria-expanded", "false");
    await expect(field).toHaveValue("robinet");
    await page.keyboard.press("ArrowDown");
    await expect(getProducts(page).first()).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(field).toHaveValue("");
    await page.keyboard.press("ArrowDown");
    await expect(getOptions(page).first()).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(getOptions(page)).toHaveCount(0);
    await expect(field).not.toBeFocused();
  });

  test("are loaded with the focus, and requested once for a text", async ({ page }) => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    const asked = () =>
      requests.flatMap((url) =>
        url.includes("/suggest?") ? new URL(url).searchParams.get("q") : [],
      );
    await visit(page, "/contact");
    const field = getField(page);
    await page.waitForLoadState("networkidle");
    expect(asked()).toEqual([]);
    const before = requests.length;
    await field.focus();
    await expect(getOptions(page).first()).toBeVisible();
    expect(requests.slice(before).some((url) => url.endsWith(".js"))).toBe(true);
    await page.keyboard.type("lavabo", { delay: 20 });
    await expect(getProducts(page).first()).toBeVisible();
    await page.keyboard.press("Backspace");
    await page.keyboard.type("o");
    await page.waitForTimeout(400);
    await expect(getProducts(page).first()).toBeVisible();
    expect(asked().filter((text) => text === "lavabo")).toHaveLength(1);
    expect(asked().length).toBeLessThanOrEqual(3);
  });

  test("remember the last searches, and forget them one by one or all together", async ({
    page,
  }) => {
    await visit(page, "/contact");
    for (const words of ["zellige", "évier"]) {
      await getField(page).fill(words);
      await expect(getProducts(page).first()).toBeVisible();
      await getField(page).press("Enter");
      await expect(page).toHaveURL(`/recherche?q=${encodeURIComponent(words)}`);
    }
    await getField(page).focus();
    const recent = page.getByRole("group", { name: texts.recent }).getByRole("option");
    const remove = (words: string) => fill(texts.remove, { words });
    await expect(recent).toHaveText([
      "évier",
      remove("évier"),
      "zellige",
      remove("zellige"),
      texts.clear,
    ]);
    await recent.nth(1).click();
    await expect(recent).toHaveText(["zellige", remove("zellige"), texts.clear]);
    await expect(getField(page)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/recherche?q=zellige");
    await getField(page).press("Escape");
    await getField(page).press("Escape");
    await getField(page).press("ArrowDown");
    await recent.last().click();
    await expect(recent).toHaveCount(0);
    expect(await page.evaluate(() => localStorage.getItem("recent-searches"))).toBeNull();
  });
});

test("Suggestions fill a phone's screen, from right to left in Arabic", { tag: "@phone" }, async ({
  page,
}) => {
  await visit(page, getLocalizedPath("ar", { path: "/catalogue/carrelage" }));
  const field = getField(page, "ar");
  await field.tap();
  await expect(getOptions(page, "ar").first()).toBeVisible();
  const screen = page.viewportSize();
  expect(await field.locator("xpath=ancestor::form").boundingBox()).toMatchObject({
    x: 0,
    y: 0,
    ...screen,
  });
  await field.pressSequentially("خلاط");
  const product = getOptions(page, "ar").and(page.locator('[href*="/produit/"]')).first();
  await expect(product.locator("mark")).toHaveText(/خلا/);
  await expectFoundCount(page, "ar");
  for (const option of await getOptions(page, "ar").all()) {
    expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  const image = await product.locator("img").boundingBox();
  const words = await product.locator("bdi").first().boundingBox();
  expect(image?.x).toBeGreaterThan(words?.x ?? 0);
  expect(await findViolationsInBothSchemes(page)).toEqual([]);

  await page.getByRole("button", { name: suggestionTexts.ar.close }).tap();
  await expect(getOptions(page, "ar")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
  await field.tap();
  const path = await product.getAttribute("href");
  await product.tap();
  await expect(page).toHaveURL(path ?? "");
  await expect(getOptions(page, "ar")).toHaveCount(0);
});

test("Opening the suggestions moves nothing", { tag: "@desktop" }, async ({ page }) => {
  await visit(page, "/catalogue/carrelage");
  await getField(page).focus();
  await expect(getOptions(page).first()).toBeVisible();
  await page.keyboard.type("zellige");
  await expect(getProducts(page).first()).toBeVisible();
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
          resolve(shifts.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(0), 500);
      }),
  );
  expect(shift).toBe(0);
});

for (const { locale, tag, words } of [
  { locale: "fr", tag: "@phone", words: "zellige" },
  { locale: "ar", tag: "@desktop", words: "زليج" },
] as const) {
  test(`The 404 page suggests products (${locale})`, { tag }, async ({ page }) => {
    await visit(page, getLocalizedPath(locale, { path: "/produit/il-n-y-en-a-pas" }), 404);
    const { searchLabel } = getDictionary(locale).nav;
    const field = page.getByRole("main").getByRole("combobox", { name: searchLabel });
    await field.focus();
    await page.keyboard.type(words);
    const product = getOptions(page, locale).and(page.locator('[href*="/produit/"]')).first();
    await expect(product).toBeVisible();
    const path = await product.getAttribute("href");
    await product.click();
    await expect(page).toHaveURL(path ?? "");
  });
}
