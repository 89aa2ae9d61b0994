import type { Locator, Page } from "@playwright/test";
import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { fill } from "@/lib/i18n/fill";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { DEVICE_TAG_BY_LOCALE, expect, test, visit, waitForHydration } from "../fixtures";

const CATEGORY = "/catalogue/carrelage";

for (const locale of LOCALES) {
  const { list } = getCatalogueDictionary(locale);
  const at = (path: string) => localPath(locale, path);

  test.describe(`By links alone (${locale})`, { tag: DEVICE_TAG_BY_LOCALE[locale] }, () => {
    test.slow();

    test("a visitor filters, sorts, pages, opens a product and comes back", async ({ page }) => {
      await visit(page, at("/"));
      await follow(
        page
          .getByRole("main")
          .locator(`a[href="${at(CATEGORY)}"]`)
          .first(),
      );
      await expectListOf(page, at(CATEGORY));

      await tick(page, locale, "inStock");
      await expectListOf(page, `${at(CATEGORY)}?inStock=1`);
      await tick(page, locale, "new");
      await expectListOf(page, `${at(CATEGORY)}?inStock=1&new=1`);
      await tick(page, locale, "new");
      await expectListOf(page, `${at(CATEGORY)}?inStock=1`);
      await closeFilters(page, locale);

      await page.getByLabel(list.sortBy).selectOption("price_asc");
      const sorted = `${at(CATEGORY)}?inStock=1&sort=price_asc`;
      await expectListOf(page, sorted);

      await follow(page.getByRole("link", { name: list.next, exact: true }));
      await expectListOf(page, `${sorted}&page=2`);

      const product = page.getByRole("main").getByRole("article").last().getByRole("link");
      await product.scrollIntoViewIfNeeded();
      const place = await waitForScrollEnd(page);
      await product.click();
      await expect(page).toHaveURL(new RegExp(`${at("/produit/")}`));

      await page.goBack();
      await expectListOf(page, `${sorted}&page=2`);
      await expect
        .poll(async () => Math.abs((await waitForScrollEnd(page)) - place))
        .toBeLessThan(16);
      await page.goBack();
      await expectListOf(page, sorted);
      await page.goBack();
      await expectListOf(page, `${at(CATEGORY)}?inStock=1`);
      await openFilters(page, locale);
      await expect(page.locator('input[name="inStock"]')).toBeChecked();
      await page.goForward();
      await expectListOf(page, sorted);
    });

    test("a visitor removes a filter by its chip, and pages through the whole list", async ({
      page,
    }) => {
      await visit(page, at("/catalogue"));
      await follow(
        page
          .getByRole("main")
          .locator(`a[href="${at(CATEGORY)}"]`)
          .first(),
      );
      await expectListOf(page, at(CATEGORY));
      await follow(page.getByRole("link", { name: list.next, exact: true }));
      await expectListOf(page, `${at(CATEGORY)}?page=2`);
      await follow(page.getByRole("link", { name: list.previous, exact: true }));
      await expectListOf(page, at(CATEGORY));
      await tick(page, locale, "featured");
      await expectListOf(page, `${at(CATEGORY)}?featured=1`);
      await closeFilters(page, locale);
      await page.getByRole("link", { name: list.clear }).first().click();
      await expectListOf(page, at(CATEGORY));
      await page.goBack();
      await expectListOf(page, `${at(CATEGORY)}?featured=1`);
    });

    test("a visitor searches by the form, filters the results and pages through them", async ({
      page,
    }) => {
      await visit(page, at("/recherche"));
      const words = locale === "ar" ? "بلاط" : "carrelage";
      const form = page.getByRole("main").getByRole("search");
      await form.getByRole("combobox").fill(words);
      await form.getByRole("combobox").press("Enter");
      const found = `${at("/recherche")}?q=${encodeURIComponent(words)}`;
      await expectListOf(page, found);
      await tick(page, locale, "inStock");
      await expectListOf(page, `${found}&inStock=1`);
      await closeFilters(page, locale);
      await follow(page.getByRole("link", { name: list.next, exact: true }));
      await expectListOf(page, `${found}&inStock=1&page=2`);
      await page.goBack();
      await expectListOf(page, `${found}&inStock=1`);
    });

    test("a filter that is still loading is preserved by the next click", async ({ page }) => {
      const arrived = await delayLists(page);
      const next = page.getByRole("link", { name: list.next, exact: true });
      await visit(page, at(CATEGORY));
      await waitForHydration(next);
      await tick(page, locale, "inStock");
      await closeFilters(page, locale);
      await next.click();
      expect(arrived).toEqual([]);
      await expectListOf(page, `${at(CATEGORY)}?inStock=1&page=2`);
      await expect(
        page.getByRole("button", { name: list.close, exact: true }),
      ).not.toBeInViewport();

      // The list has one page, so the early click leads to its only page.
      await visit(page, at(CATEGORY));
      await waitForHydration(next);
      await openFilters(page, locale);
      await page.getByRole("textbox", { name: list.maxPrice }).fill("60");
      await page.getByRole("textbox", { name: list.maxPrice }).press("Enter");
      await next.click();
      await expectListOf(page, `${at(CATEGORY)}?maxPrice=60`);
      await expect(next).toHaveCount(0);

      await visit(page, `${at(CATEGORY)}?inStock=1`);
      await tick(page, locale, "new");
      await closeFilters(page, locale);
      const remove = fill(list.remove, { filter: list.inStock });
      await page.getByRole("link", { name: remove }).click();
      await expectListOf(page, `${at(CATEGORY)}?new=1`);

      const other = locale === "fr" ? "ar" : "fr";
      await visit(page, at(CATEGORY));
      const language = await waitForHydration(
        page.getByRole("contentinfo").locator(`a[hreflang="${other}"]`),
      );
      await tick(page, locale, "inStock");
      await closeFilters(page, locale);
      await language.click();
      await expectListOf(page, `${localPath(other, CATEGORY)}?inStock=1`);
    });

    test("a visitor changes the language with filters and page preserved", async ({ page }) => {
      const other = locale === "fr" ? "ar" : "fr";
      await visit(page, at(CATEGORY));
      await tick(page, locale, "inStock");
      await closeFilters(page, locale);
      await expectListOf(page, `${at(CATEGORY)}?inStock=1`);
      await follow(page.getByRole("link", { name: list.next, exact: true }));
      await expectListOf(page, `${at(CATEGORY)}?inStock=1&page=2`);
      const link = page.getByRole("contentinfo").locator(`a[hreflang="${other}"]`);
      await (await waitForHydration(link)).click();
      await expectListOf(page, `${localPath(other, CATEGORY)}?inStock=1&page=2`);
      await expect(page.locator("html")).toHaveAttribute("lang", other);
    });

    test("a visitor switches from a question about a product to the plain contact page and comes back", async ({
      page,
    }) => {
      const slug = "wc-suspendu-rimless-premium";
      const asked = page.locator(`input[name="productSlug"][value="${slug}"]`);
      await visit(page, `${at("/contact")}?produit=${slug}`);
      await expect(asked).toHaveCount(1);
      await follow(page.getByRole("contentinfo").locator(`a[href="${at("/contact")}"]`));
      await expect(asked).toHaveCount(0);
      await page.goBack();
      await expect(asked).toHaveCount(1);
    });
  });
}

/** Delays the router's list requests; returns their URLs as they arrive. */
async function delayLists(page: Page): Promise<string[]> {
  const arrived: string[] = [];
  await page.route(
    ({ pathname, searchParams }) => pathname.endsWith(CATEGORY) && searchParams.size > 0,
    async (route) => {
      if (route.request().headers().rsc) {
        await new Promise((done) => setTimeout(done, 2_500));
        arrived.push(route.request().url());
      }
      await route.continue().catch(() => {});
    },
  );
  return arrived;
}

/** Clicks once the router handles the link. */
async function follow(link: Locator): Promise<void> {
  await (await waitForHydration(link)).click();
}

/** Asserts that the page shows the same products in the same order as a direct load of its URL. */
async function expectListOf(page: Page, address: string): Promise<void> {
  await expect(page).toHaveURL(address);
  const html = await page.evaluate(async (href) => (await fetch(href)).text(), address);
  const expected = [...html.matchAll(/<article\b.*?<\/article>/gs)].flatMap(
    ([card]) => /href="([^"]*\/produit\/[^"]*)"/.exec(card)?.[1] ?? [],
  );
  expect(expected.length, address).toBeGreaterThan(0);
  await expect.poll(() => listShownProducts(page), address).toEqual(expected);
}

function listShownProducts(page: Page): Promise<(string | null)[]> {
  return page
    .locator("main article")
    .evaluateAll((cards) =>
      cards.map((card) => card.querySelector("a")?.getAttribute("href") ?? null),
    );
}

async function tick(page: Page, locale: Locale, name: string): Promise<void> {
  await openFilters(page, locale);
  await page.locator(`input[type="checkbox"][name="${name}"]`).click();
}

/** The filters are beside the list on a desktop, and in a sheet that a button opens on a phone. */
async function openFilters(page: Page, locale: Locale): Promise<void> {
  const { filters } = getCatalogueDictionary(locale).list;
  await expect(page.locator("[data-live]")).toBeVisible();
  if (await page.getByRole("checkbox").first().isVisible()) return;
  await page.getByRole("button", { name: new RegExp(`^${filters}( \\(\\d+\\))?$`) }).click();
  await expect(page.getByRole("checkbox").first()).toBeVisible();
}

async function closeFilters(page: Page, locale: Locale): Promise<void> {
  const close = page.getByRole("button", { name: getCatalogueDictionary(locale).list.close });
  if (await close.isVisible()) await close.click();
}

/** Waits until scrolling stops, and returns the scroll position. */
function waitForScrollEnd(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let [place, still] = [window.scrollY, 0];
    while (still < 10) {
      await new Promise(requestAnimationFrame);
      still = window.scrollY === place ? still + 1 : 0;
      place = window.scrollY;
    }
    return Math.round(place);
  });
}
