import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { getDictionary } from "@/content/dictionary";
import { findViolations, findViolationsInBothSchemes } from "../axe";
import { expect, test, visit, waitForHydration } from "../fixtures";
import { getLocalizedPath, PRODUCTS } from "../pages";

const APPEARANCES = [
  {
    name: "French, light and dark",
    locale: "fr",
    look: findViolationsInBothSchemes,
    place: "@desktop",
  },
  { name: "Arabic", locale: "ar", look: findViolations, place: "@desktop" },
  { name: "French, phone", locale: "fr", look: findViolations, place: "@phone" },
] as const;

for (const { name, locale, look, place } of APPEARANCES) {
  test.describe(`axe-core finds no violations (${name})`, { tag: place }, () => {
    test.use({ contextOptions: { reducedMotion: "reduce" } });

    test("in an open category menu", async ({ page }) => {
      const { nav } = getDictionary(locale);
      await visit(page, getLocalizedPath(locale, { path: "/contact" }));
      const opener = place === "@phone" ? nav.menu : nav.catalogue;
      await page.getByRole("button", { name: opener, exact: true }).click();
      await expect(page.getByRole("navigation", { name: nav.menu, exact: true })).toBeVisible();
      expect(await look(page)).toEqual([]);
    });

    test("in the full-screen gallery", async ({ page }) => {
      const words = getCatalogueDictionary(locale).product;
      await visit(page, getLocalizedPath(locale, { path: PRODUCTS.withVariations }));
      await page.locator("#photo-1").click();
      await expect(page.getByRole("dialog", { name: words.gallery })).toBeVisible();
      expect(await look(page)).toEqual([]);
    });
  });
}

test.describe("axe-core finds no violations", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("in the filter sheet of a list on a phone", { tag: "@phone" }, async ({ page }) => {
    const { list } = getCatalogueDictionary("fr");
    await visit(page, "/catalogue/carrelage");
    await page.getByRole("button", { name: list.filters, exact: true }).click();
    await expect(page.getByRole("heading", { name: list.refine })).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
  });

  test("on a product after another variation was selected", { tag: "@phone" }, async ({ page }) => {
    await visit(page, PRODUCTS.withSoldOutColour);
    const colour = await waitForHydration(page.getByRole("radio", { name: "Noir Mat" }));
    await colour.check({ force: true });
    await expect(page).toHaveURL(/\?v=/);
    expect(await findViolations(page)).toEqual([]);
  });
});
