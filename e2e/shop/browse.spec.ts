import type { Page } from "@playwright/test";
import { formatCount, getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { getDictionary } from "@/content/dictionary";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { expect, getText, test, visit, waitForHydration } from "../fixtures";
import { PRODUCTS } from "../pages";

const FINISH = { name: "Finition", fr: "Mat", ar: "غير لامع" } as const;

test.describe("A customer who reads French", () => {
  const words = getCatalogueDictionary("fr");

  test("opens a category from its image on the home page", { tag: "@desktop" }, async ({
    page,
  }) => {
    await visit(page, "/");
    await page.getByRole("main").getByRole("link", { name: "Luminaire" }).click();
    await expect(page).toHaveURL("/catalogue/luminaire");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Luminaire");
    await page.getByRole("main").getByRole("link", { name: "Appliques" }).click();
    await expect(page).toHaveURL("/catalogue/appliques");
  });

  test("filters a list by an option, the stock and a price, and each step has its URL", {
    tag: "@desktop",
  }, async ({ page }) => {
    await visit(page, "/catalogue/carrelage");
    const whole = await countShown(page);
    await openFilters(page, "fr");

    const matt = await choose(page, FINISH.name, FINISH.fr);
    await expect(page).toHaveURL("/catalogue/carrelage?option=Finition%3AMat");
    await expectCount(page, matt, "fr");
    expect(matt).toBeLessThan(whole);

    const inStock = await choose(page, words.list.availability, words.list.inStock);
    await expect(page).toHaveURL(
      /option=Finition%3AMat.*inStock=1|inStock=1.*option=Finition%3AMat/,
    );
    await expectCount(page, inStock, "fr");

    await page.getByRole("textbox", { name: words.list.maxPrice }).fill("100");
    await page.getByRole("textbox", { name: words.list.maxPrice }).press("Enter");
    await expect(page).toHaveURL(/maxPrice=100/);
    await expect.poll(() => countShown(page)).toBeLessThan(inStock);
    for (const price of await readPrices(page)) expect(price).toBeLessThanOrEqual(100);
  });

  test("finds every filter in its place after a choice, the empty ones greyed", {
    tag: "@desktop",
  }, async ({ page }) => {
    await visit(page, "/catalogue/carrelage");
    await openFilters(page, "fr");
    const fields = page.locator("form fieldset input");
    const listFields = () =>
      fields.evaluateAll((inputs) =>
        inputs.map((input) => `${input.getAttribute("name")}=${input.getAttribute("value")}`),
      );
    const before = await listFields();
    await page.locator("summary").first().click();
    await choose(page, FINISH.name, FINISH.fr);
    await expect(page).toHaveURL("/catalogue/carrelage?option=Finition%3AMat");
    await expect.poll(listFields).toEqual(before);
    await expect(page.locator("details").first()).toHaveAttribute("open");
    const empty = page.locator('form input[aria-disabled="true"]').first();
    await empty.focus();
    await page.keyboard.press("Space");
    await expect(empty).not.toBeChecked();
    await expect(empty).toBeFocused();
    await expect(page).toHaveURL("/catalogue/carrelage?option=Finition%3AMat");
  });

  test("removes one filter, then all of them", { tag: "@phone" }, async ({ page }) => {
    await visit(
      page,
      "/catalogue/carrelage?option=Finition%3AMat&option=Finition%3ABrillant&inStock=1",
    );
    const chosen = page.getByRole("list", { name: words.list.chosen });
    await chosen
      .getByRole("link", { name: fill(words.list.remove, { filter: "Brillant" }) })
      .click();
    await expect(page).toHaveURL(/carrelage\?option=Finition%3AMat&inStock=1$/);
    await expect(chosen.getByRole("link", { name: "Brillant" })).toBeHidden();
    await chosen.getByRole("link", { name: words.list.clear }).click();
    await expect(page).toHaveURL("/catalogue/carrelage");
    await expect(chosen).toBeHidden();
  });

  test("sorts a list by price in both directions", { tag: "@desktop" }, async ({ page }) => {
    await visit(page, "/catalogue/robinetterie");
    await waitForHydration(page.locator("main h1"));
    await expect(page.locator("[data-live]")).toBeVisible();
    await page.getByLabel(words.list.sortBy).selectOption({ label: words.list.sorts.price_asc });
    await expect(page).toHaveURL(/sort=price_asc/);
    const upwards = (a: number, b: number) => a - b;
    await expect
      .poll(async () => isSorted(await readPrices(page), upwards), "cheapest first")
      .toBe(true);
    await page.getByLabel(words.list.sortBy).selectOption({ label: words.list.sorts.price_desc });
    await expect(page).toHaveURL(/sort=price_desc/);
    await expect
      .poll(async () => isSorted(await readPrices(page), (a, b) => b - a), "dearest first")
      .toBe(true);
  });

  test("gets the same results when a filtered URL is loaded directly", { tag: "@phone" }, async ({
    page,
  }) => {
    await visit(page, "/catalogue/carrelage?option=Finition%3AMat&maxPrice=150&sort=name");
    await openFilters(page, "fr");
    await expect(page.getByRole("checkbox", { name: FINISH.fr }).first()).toBeChecked();
    await expect(page.getByRole("textbox", { name: words.list.maxPrice })).toHaveValue("150");
    await expect(page.getByLabel(words.list.sortBy)).toHaveValue("name");
  });

  test("sees why a list is empty, and can clear the filters", { tag: "@desktop" }, async ({
    page,
  }) => {
    await visit(page, "/catalogue/carrelage?minPrice=90000");
    await expect(page.getByRole("heading", { name: words.empty.filtered })).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: words.list.clear }).last().click();
    await expect(page).toHaveURL("/catalogue/carrelage");
    await expect(cards(page).first()).toBeVisible();
  });

  test("gets a link back from beyond the last page", { tag: "@desktop" }, async ({ page }) => {
    await visit(page, "/catalogue/carrelage?page=9999");
    await page.getByRole("link", { name: words.empty.firstPage }).click();
    await expect(page).toHaveURL("/catalogue/carrelage");
    await expect(cards(page).first()).toBeVisible();
  });

  test("opens a category from the menu", async ({ page, isMobile }) => {
    await visit(page, "/contact");
    const { nav } = getDictionary("fr");
    const opener = isMobile ? nav.menu : nav.catalogue;
    await page.getByRole("button", { name: opener, exact: true }).click();
    const menu = page.getByRole("navigation", { name: nav.menu, exact: true });
    await menu.getByRole("link", { name: "Zellige", exact: true }).click();
    await expect(page).toHaveURL("/catalogue/zellige");
    await expect(menu).toBeHidden();
  });
});

test.describe("A customer who reads Arabic", () => {
  const words = getCatalogueDictionary("ar");

  test("navigates from the home page to a product, from right to left", {
    tag: "@desktop",
  }, async ({ page }) => {
    await visit(page, "/ar");
    await expectLanguage(page, "ar");
    await page.getByRole("main").getByRole("link", { name: "الأدوات الصحية" }).click();
    await expect(page).toHaveURL("/ar/catalogue/sanitaire");
    await expectLanguage(page, "ar");
    await page.getByRole("main").locator('a[href="/ar/catalogue/robinetterie"]').click();
    await expect(page).toHaveURL("/ar/catalogue/robinetterie");
    await page.getByRole("main").locator(`a[href="/ar${PRODUCTS.withVariations}"]`).click();
    await expect(page).toHaveURL(`/ar${PRODUCTS.withVariations}`);
    await expectLanguage(page, "ar");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/[\u0600-\u06ff]{3}/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveAttribute("lang", "ar");
  });

  test("filters a list in Arabic, with the same URL as in French", { tag: "@phone" }, async ({
    page,
  }) => {
    await visit(page, "/ar/catalogue/carrelage");
    await openFilters(page, "ar");
    const matt = await choose(page, "اللمسة النهائية", FINISH.ar);
    await expect(page).toHaveURL("/ar/catalogue/carrelage?option=Finition%3AMat");
    await expectCount(page, matt, "ar");
    await closeFilters(page, "ar");
    const chosen = page.getByRole("list", { name: words.list.chosen });
    await expect(chosen).toContainText(FINISH.ar);
  });

  test("sees the page start at the right edge", { tag: "@desktop" }, async ({ page }) => {
    await visit(page, "/ar/catalogue/carrelage");
    const heading = await page.getByRole("heading", { level: 1 }).boundingBox();
    await expect(page.getByRole("checkbox").first()).toBeVisible();
    await expect(cards(page).first()).toBeVisible();
    const filters = await page.getByRole("checkbox").first().boundingBox();
    const card = await cards(page).first().boundingBox();
    expect(filters?.x).toBeGreaterThan(card?.x ?? Number.POSITIVE_INFINITY);
    expect((heading?.x ?? 0) + (heading?.width ?? 0)).toBeGreaterThan(1100);
  });

  test("sees the French text of an untranslated product, marked as French", {
    tag: "@desktop",
  }, async ({ page, insertProduct }) => {
    const slug = await insertProduct({
      name: "Bonde à clapet",
      description: "Se pose sans outil.",
    });
    await visit(page, `/ar/produit/${slug}`);
    await expectLanguage(page, "ar");
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText("Bonde à clapet");
    await expect(heading).toHaveAttribute("lang", "fr");
    const description = page.getByText("Se pose sans outil.").first();
    await expect(description).toHaveAttribute("lang", "fr");
  });
});

test.describe("The language switch", () => {
  for (const [place, tag] of [
    ["banner", "@phone"],
    ["contentinfo", "@desktop"],
  ] as const) {
    test(`stays on the page with its filters (${place})`, { tag }, async ({ page }) => {
      await visit(page, "/catalogue/carrelage?option=Finition%3AMat&sort=name");
      const link = page.getByRole(place).getByRole("link", { name: "العربية" });
      await (await waitForHydration(link)).click();
      await expect(page).toHaveURL("/ar/catalogue/carrelage?option=Finition%3AMat&sort=name");
      await expectLanguage(page, "ar");
      const back = page.getByRole(place).getByRole("link", { name: "Français" });
      await (await waitForHydration(back)).click();
      await expect(page).toHaveURL("/catalogue/carrelage?option=Finition%3AMat&sort=name");
      await expectLanguage(page, "fr");
    });
  }

  test("preserves the search words", { tag: "@desktop" }, async ({ page }) => {
    await visit(page, "/recherche?q=zellige");
    const link = page.getByRole("banner").getByRole("link", { name: "العربية" });
    await (await waitForHydration(link)).click();
    await expect(page).toHaveURL("/ar/recherche?q=zellige");
    await expect(cards(page).first()).toBeVisible();
  });

  test("links to the right page after client-side navigation", { tag: "@phone" }, async ({
    page,
  }) => {
    await visit(page, "/catalogue/luminaire");
    await cards(page).first().getByRole("link").click();
    await expect(page).toHaveURL(/\/produit\//);
    const path = new URL(page.url()).pathname;
    const link = page.getByRole("banner").getByRole("link", { name: "العربية" });
    await expect(link).toHaveAttribute("href", `/ar${path}`);
  });
});

function cards(page: Page) {
  return page.getByRole("main").getByRole("article");
}

async function expectLanguage(page: Page, locale: Locale): Promise<void> {
  const root = page.locator("html");
  await expect(root).toHaveAttribute("lang", locale);
  await expect(root).toHaveAttribute("dir", locale === "ar" ? "rtl" : "ltr");
}

/** The filters are beside the list on a desktop, and in a sheet that a button opens on a phone. */
async function openFilters(page: Page, locale: Locale): Promise<void> {
  const { filters } = getCatalogueDictionary(locale).list;
  await expect(page.locator("[data-live]")).toBeVisible();
  const opener = page.getByRole("button", { name: new RegExp(`^${filters}( \\(\\d+\\))?$`) });
  const isOpen = await page.getByRole("checkbox").first().isVisible();
  if (!isOpen) await opener.click();
  await expect(page.getByRole("checkbox").first()).toBeVisible();
}

async function closeFilters(page: Page, locale: Locale): Promise<void> {
  const close = page.getByRole("button", { name: getCatalogueDictionary(locale).list.close });
  if (await close.isVisible()) await close.click();
}

/** Ticks a filter value, and returns the number of products that it announced. */
async function choose(page: Page, group: string, label: string): Promise<number> {
  const row = page
    .getByRole("group", { name: group, exact: true })
    .locator("label")
    .filter({ has: page.getByText(label, { exact: true }) });
  const promised = Number(/(\d+)\s*$/.exec(await getText(row))?.[1]);
  await row.getByRole("checkbox").check();
  return promised;
}

async function expectCount(page: Page, count: number, locale: Locale): Promise<void> {
  const sentence = formatCount(count, locale, getCatalogueDictionary(locale).list.products);
  await expect(page.getByRole("main").locator("strong").first()).toHaveText(sentence);
}

async function countShown(page: Page): Promise<number> {
  const text = await getText(page.getByRole("main").locator("strong").first());
  return Number.parseInt(text, 10);
}

/** Returns the price in MAD of each card that has one. */
async function readPrices(page: Page): Promise<number[]> {
  const texts = await cards(page).allInnerTexts();
  return texts.flatMap((text) => {
    const price = /([\d\s]+(?:,\d+)?)\s*MAD/.exec(text)?.[1];
    return price ? [Number(price.replace(/\s/g, "").replace(",", "."))] : [];
  });
}

function isSorted(values: number[], order: (a: number, b: number) => number): boolean {
  return values.length > 1 && values.toSorted(order).join() === values.join();
}
