import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { getDictionary } from "@/content/dictionary";
import { THEME_LABELS } from "@/ui/theme/theme-labels";
import { expect, getText, test, visit } from "../fixtures";
import { PRODUCTS } from "../pages";

test.use({ javaScriptEnabled: false });

const { list, product, search } = getCatalogueDictionary("fr");
const { nav } = getDictionary("fr");

test.describe("Without JavaScript", () => {
  test("a product shows all its variations with references, prices and stock", {
    tag: "@phone",
  }, async ({ page }) => {
    await visit(page, PRODUCTS.withSoldOutColour);
    await expect(page.getByText("1 290 MAD").first()).toBeVisible();
    const rows = page.getByRole("region", { name: product.variations }).getByRole("row");
    await expect(rows.filter({ hasText: "ROB-0104-CH" })).toContainText("1 290 MAD");
    await expect(rows.filter({ hasText: "ROB-0104-NM" })).toContainText("1 450 MAD");
    await expect(rows.filter({ hasText: "ROB-0104-NM" })).toContainText(product.variationOut);
    await expect(page.getByRole("link", { name: product.whatsapp })).toHaveAttribute(
      "href",
      /^\/w\/product\?p=[\w-]+&v=ROB-0104-CH$/,
    );
  });

  test("a product shows no button that needs JavaScript", { tag: "@phone" }, async ({ page }) => {
    await visit(page, PRODUCTS.withVariations);
    await expect(page.getByRole("radio")).toHaveCount(0);
    await expect(page.getByRole("button", { name: product.share })).toHaveCount(0);
    await expect(page.getByRole("button", { name: THEME_LABELS.fr.label })).toHaveCount(0);
  });

  test("the images of a product are visible, and each opens", { tag: "@phone" }, async ({
    page,
  }) => {
    await visit(page, PRODUCTS.withVariations);
    await expect(page.locator("#photo-1").getByRole("img")).toBeVisible();
    await page.getByRole("link", { name: "Photo 2 sur 3" }).click();
    await expect(page.locator("#photo-2")).toBeInViewport({ ratio: 0.5 });
    const href = await page.locator("#photo-2").getAttribute("href");
    const image = await page.request.get(href ?? "");
    expect(image.headers()["content-type"]).toContain("image/");
  });

  test("the search works", { tag: "@phone" }, async ({ page }) => {
    await visit(page, "/contact");
    const field = page.getByRole("banner").getByRole("searchbox");
    await field.fill("zellige");
    await field.press("Enter");
    await expect(page).toHaveURL("/recherche?q=zellige");
    await expect(page.getByRole("main").getByRole("article").first()).toContainText(/zellige/i);
    await visit(page, "/recherche?q=introuvablexyz");
    await expect(page.getByText(search.advice[0] ?? "")).toBeVisible();
  });

  test("a list is filtered by its form and the form's button", async ({ page, isMobile }) => {
    await visit(page, "/catalogue/carrelage");
    const all = Number.parseInt(await getText(page.locator("main strong").first()), 10);
    if (isMobile) await page.getByRole("button", { name: list.filters, exact: true }).click();
    await page.getByRole("checkbox", { name: "Mat", exact: false }).first().check();
    await page.getByRole("textbox", { name: list.maxPrice }).fill("150");
    await page.getByRole("button", { name: list.apply }).click();
    await expect(page).toHaveURL(/option=Finition%3AMat/);
    await expect(page).toHaveURL(/maxPrice=150/);
    const narrowed = Number.parseInt(await getText(page.locator("main strong").first()), 10);
    expect(narrowed).toBeGreaterThan(0);
    expect(narrowed).toBeLessThan(all);
    await page.getByRole("list", { name: list.chosen }).getByRole("link").last().click();
    await expect(page).toHaveURL("/catalogue/carrelage");
  });

  test("a list is sorted by its own button", { tag: "@phone" }, async ({ page }) => {
    await visit(page, "/catalogue/robinetterie");
    await page.getByLabel(list.sortBy).selectOption("price_asc");
    await page.getByRole("button", { name: list.sortApply, exact: true }).click();
    await expect(page).toHaveURL(/sort=price_asc/);
    await expect(page.getByRole("main").getByRole("article").first()).toContainText("59 MAD");
  });

  test("a list can be paged", { tag: "@phone" }, async ({ page }) => {
    await visit(page, "/catalogue/carrelage");
    await page.getByRole("link", { name: list.next, exact: true }).click();
    await expect(page).toHaveURL("/catalogue/carrelage?page=2");
    await expect(page.getByRole("main").getByRole("article").first()).toBeVisible();
  });

  test("the category menu opens, links to categories, and closes", async ({ page, isMobile }) => {
    await visit(page, "/contact");
    const opener = isMobile ? nav.menu : nav.catalogue;
    const menu = page.getByRole("navigation", { name: nav.menu, exact: true });
    await page.getByRole("button", { name: opener, exact: true }).click();
    await expect(menu).toBeVisible();
    await menu.getByRole("button", { name: nav.close }).click();
    await expect(menu).toBeHidden();
    await page.getByRole("button", { name: opener, exact: true }).click();
    await menu.getByRole("link", { name: "Zellige", exact: true }).click();
    await expect(page).toHaveURL("/catalogue/zellige");
  });

  test("the language switch stays on the page", { tag: "@phone" }, async ({ page }) => {
    await visit(page, "/catalogue/carrelage");
    await page.getByRole("banner").getByRole("link", { name: "العربية" }).click();
    await expect(page).toHaveURL("/ar/catalogue/carrelage");
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await page.getByRole("banner").getByRole("link", { name: "Français" }).click();
    await expect(page).toHaveURL("/catalogue/carrelage");
  });

  test("the language switch stays on a filtered list", { tag: "@phone" }, async ({ page }) => {
    await visit(page, "/catalogue/carrelage?inStock=1");
    await page.getByRole("banner").getByRole("link", { name: "العربية" }).click();
    await expect(page).toHaveURL(/^[^?]*\/ar\/catalogue\/carrelage(\?inStock=1)?$/);
  });

  for (const path of [
    "/produit/il-n-y-en-a-pas",
    "/ar/il-n-y-en-a-pas",
    "/catalogue/il-n-y-en-a-pas?page=2",
    "/wp-login.php",
    "/media",
  ]) {
    test(`an unknown URL shows links: ${path}`, { tag: "@phone" }, async ({ page }) => {
      expect((await page.goto(path))?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("searchbox").filter({ visible: true }).first()).toBeVisible();
      await expect(page.getByRole("main").locator('a[href$="/catalogue/carrelage"]')).toBeVisible();
    });
  }

  test("the opening hours and the directions are on the contact page", {
    tag: "@phone",
  }, async ({ page }) => {
    await visit(page, "/contact");
    const main = page.getByRole("main");
    await expect(main.getByText("09:00").first()).toBeVisible();
    await expect(main.locator('a[href^="tel:+212"]').first()).toBeVisible();
    await expect(main.locator('a[href^="/w/contact"]').first()).toBeVisible();
    await expect(main.getByText(getDictionary("fr").hours.openNow)).toHaveCount(0);
  });
});
