import { expect, test, visit } from "../fixtures";
import { checkNumberOrder } from "../number-order";

const MIRROR = "/ar/produit/miroir-led-antibuee-70x50cm";

/** One page of each kind that shows sizes in Arabic. */
const PAGES = [
  "/ar",
  "/ar/catalogue/carrelage",
  "/ar/catalogue/carrelage?page=2&sort=name",
  "/ar/catalogue/carrelage?option=Format%3A60%C3%9760%20cm",
  "/ar/catalogue/miroirs",
  "/ar/recherche?q=60x60",
  MIRROR,
  "/ar/faq",
  "/ar/confidentialite",
  "/ar/plan-du-site",
  "/ar/contact?produit=miroir-led-antibuee-70x50cm",
];

test.describe("Figures in Arabic pages", { tag: "@desktop" }, () => {
  test("read from left to right on each kind of page", async ({ sharedPage: page }) => {
    for (const path of PAGES) {
      await visit(page, path);
      const { turned, count } = await checkNumberOrder(page);
      expect.soft(turned, path).toEqual([]);
      expect.soft(count, `${path}: figures with a sign`).toBeGreaterThan(0);
    }
  });

  test("read from left to right in texts by staff without an Arabic name, and in rich text", async ({
    page,
    insertProduct,
  }) => {
    for (const values of [
      { nameAr: 'لوح 90 x 200 - 12×8×3 سم، 10 %، 1 1/2" و-5 °C' },
      { name: "120×60 panneau 10–12 mm" },
      { nameAr: "خلاط", descriptionAr: "السماكة 10–12 مم، الهاتف 0524 88 12 34 أو 45 × 60." },
    ]) {
      const slug = await insertProduct(values);
      await visit(page, `/ar/produit/${slug}`);
      const { turned, count } = await checkNumberOrder(page);
      expect(turned).toEqual([]);
      expect(count).toBeGreaterThan(0);
    }
  });

  test("are plain characters in the text of the page", async ({ page }) => {
    await visit(page, MIRROR);
    const heading = await page.getByRole("heading", { level: 1 }).textContent();
    expect(heading).toContain("70×50");
    expect(heading).not.toMatch(/[\u2066-\u2069]/);
    await expect(page).toHaveTitle(/\u206670×50\u2069/);
    await expect(page.locator('main img[alt*="\u206670×50\u2069"]').first()).toBeVisible();
  });
});
