import type { Page } from "@playwright/test";
import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { getDictionary } from "@/content/dictionary";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { DEVICE_TAG_BY_LOCALE, expect, getText, test, visit, waitForHydration } from "../fixtures";
import { getLocalizedPath, PRODUCTS } from "../pages";

const { product: words } = getCatalogueDictionary("fr");
const { product: shopWords } = getDictionary("fr");

test.describe("Selecting a variation", () => {
  for (const { locale, colour, price } of [
    { locale: "fr", colour: "Noir Mat", price: "1 450 MAD" },
    { locale: "ar", colour: "أسود غير لامع", price: "1 450 درهم" },
  ] as const) {
    test(`changes price, reference, stock and URL (${locale})`, {
      tag: DEVICE_TAG_BY_LOCALE[locale],
    }, async ({ page }) => {
      const text = getCatalogueDictionary(locale).product;
      const path = getLocalizedPath(locale, { path: PRODUCTS.withSoldOutColour });
      await visit(page, path);
      const box = page.locator("main");
      await expect(box.getByText("ROB-0104-CH").first()).toBeVisible();
      await expect(box.locator("[data-state]").first()).toHaveText(
        getDictionary(locale).product.availability.IN_STOCK,
      );

      await chooseOption(page, colour);
      await expect(box.locator("[aria-live]").first()).toContainText(price);
      await expect(box.getByText("ROB-0104-NM").first()).toBeVisible();
      await expect(box.locator("[data-state]").first()).toHaveText(text.variationOut);
      await expect(page).toHaveURL(`${path}?v=ROB-0104-NM`);

      await page.reload();
      await expect(page.getByRole("radio", { name: colour })).toBeChecked();
      await expect(box.locator("[aria-live]").first()).toContainText(price);
      await expectMessage(page, locale, [colour, "ROB-0104-NM", `${path}?v=ROB-0104-NM`]);
    });
  }

  test("puts the selection, the reference and the URL into the WhatsApp message", {
    tag: "@phone",
  }, async ({ page }) => {
    await visit(page, PRODUCTS.withVariations);
    const name = await getText(page.getByRole("heading", { level: 1 }));
    await expectMessage(page, "fr", [name, "Chrome", "ROB-0101-CH", PRODUCTS.withVariations]);
    await chooseOption(page, "Noir Mat");
    await expectMessage(page, "fr", [name, "Noir Mat", "ROB-0101-NM", "?v=ROB-0101-NM"]);
  });

  test("works separately for each group", { tag: "@desktop" }, async ({ page }) => {
    await visit(page, PRODUCTS.withTwoGroups);
    await chooseOption(page, "Laiton Brossé");
    await chooseOption(page, "12,5 mm");
    await expect(page.locator("main [aria-live]").first()).toContainText("75 MAD");
    await expect(page).toHaveURL(`${PRODUCTS.withTwoGroups}?v=COL-0108-LB&v=COL-0108-12`);
    await page.reload();
    await expect(page.getByRole("radio", { name: "Laiton Brossé" })).toBeChecked();
    await expect(page.getByRole("radio", { name: "12,5 mm" })).toBeChecked();
    await expectMessage(page, "fr", ["Laiton Brossé", "12,5 mm", "v=COL-0108-LB&v=COL-0108-12"]);
  });

  test("ignores an unknown reference in the URL", { tag: "@desktop" }, async ({ page }) => {
    await visit(page, `${PRODUCTS.withVariations}?v=RIEN&v=%3Cb%3E`);
    await waitForHydration(page.getByRole("radio", { name: "Chrome" }));
    await expect(page.getByRole("radio", { name: "Chrome" })).toBeChecked();
  });

  test("shows a low stock", { tag: "@desktop" }, async ({ page }) => {
    await visit(page, "/produit/paroi-douche-verre-8mm-120cm");
    const state = page.locator("main [data-state]").first();
    await expect(state).toHaveText(fill(words.left.other, { count: "3" }));
    await chooseOption(page, "Noir Mat");
    await expect(state).toHaveText(fill(words.left.other, { count: "2" }));
  });
});

test.describe("A price", () => {
  test("of tiles is shown per square metre, with the price of the box", {
    tag: "@desktop",
  }, async ({ page }) => {
    await visit(page, "/produit/carrelage-marbre-blanc-brillant-60x60cm");
    const price = page.locator("main [aria-live]").first();
    await expect(price).toContainText("129 MAD / m²");
    await expect(page.getByText(/Vendu par carton de .* le carton/)).toBeVisible();
  });

  test("on request is not shown, and the message asks for it", { tag: "@phone" }, async ({
    page,
  }) => {
    await visit(page, PRODUCTS.onRequest);
    await expect(page.getByText(shopWords.onRequest).first()).toBeVisible();
    await expect(page.getByText(words.priceOnRequestHint)).toBeVisible();
    await expectMessage(page, "fr", [PRODUCTS.onRequest]);
  });
});

test.describe("The gallery", () => {
  test("follows the arrow keys, opens on Enter and closes on Escape", {
    tag: "@desktop",
  }, async ({ page }) => {
    await visit(page, PRODUCTS.withVariations);
    const thumb = (index: number) =>
      page.getByRole("link", { name: fill(words.image, { index: String(index), count: "3" }) });
    await waitForHydration(thumb(1));
    await thumb(1).focus();
    await page.keyboard.press("ArrowRight");
    await expect(thumb(2)).toBeFocused();
    await expect(thumb(2)).toHaveAttribute("aria-current", "true");
    await expect(page.locator("#photo-2")).toBeInViewport({ ratio: 0.9 });
    await page.keyboard.press("ArrowLeft");
    await expect(thumb(1)).toBeFocused();
    await expect(page.locator("#photo-1")).toBeInViewport({ ratio: 0.9 });

    await page.locator("#photo-1").focus();
    await page.keyboard.press("Enter");
    const viewer = page.getByRole("dialog", { name: words.gallery });
    await expect(viewer).toBeVisible();
    await page.keyboard.press("ArrowRight");
    await expect(viewer.getByRole("img").nth(1)).toBeInViewport({ ratio: 0.9 });
    await page.keyboard.press("Escape");
    await expect(viewer).toBeHidden();
    await expect(page.locator("#photo-1")).toBeFocused();
  });

  test("moves in the other direction in Arabic", { tag: "@desktop" }, async ({ page }) => {
    await visit(page, `/ar${PRODUCTS.withVariations}`);
    const { image } = getCatalogueDictionary("ar").product;
    const thumb = (index: number) =>
      page.getByRole("link", { name: fill(image, { index: String(index), count: "3" }) });
    await waitForHydration(thumb(1));
    await thumb(1).focus();
    await page.keyboard.press("ArrowLeft");
    await expect(thumb(2)).toBeFocused();
    await expect(page.locator("#photo-2")).toBeInViewport({ ratio: 0.9 });
  });

  test("follows a swipe", { tag: "@phone" }, async ({ page }) => {
    await visit(page, PRODUCTS.withVariations);
    const first = page.locator("#photo-1");
    const second = page.getByRole("link", { name: fill(words.image, { index: "2", count: "3" }) });
    await waitForHydration(second);
    const { x = 0, y = 0 } = (await first.boundingBox()) ?? {};
    const finger = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove", way: number) =>
      finger.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: [{ x: x + 300 - way, y: y + 100 }],
      });
    await touch("touchStart", 0);
    for (let way = 10; way <= 240; way += 10) await touch("touchMove", way);
    await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await expect(second).toHaveAttribute("aria-current", "true");
    await expect(page.locator("#photo-2")).toBeInViewport({ ratio: 0.9 });
  });

  test("opens in full screen at the tapped image", { tag: "@phone" }, async ({ page }) => {
    await visit(page, PRODUCTS.withVariations);
    await (await waitForHydration(page.locator("#photo-1"))).click();
    const viewer = page.getByRole("dialog", { name: words.gallery });
    await expect(viewer.getByRole("img").first()).toBeInViewport({ ratio: 0.9 });
    await viewer.getByRole("button", { name: words.nextImage }).click();
    await expect(viewer.getByRole("img").nth(1)).toBeInViewport({ ratio: 0.9 });
    await viewer.getByRole("button", { name: words.closeViewer }).click();
    await expect(viewer).toBeHidden();
  });
});

test.describe("Sharing", () => {
  test("copies the URL of the selection to the clipboard", {
    tag: "@desktop",
  }, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await visit(page, PRODUCTS.withVariations);
    await chooseOption(page, "Noir Mat");
    await page.getByRole("button", { name: words.share }).click();
    await expect(page.getByText(words.copied)).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(page.url());
    expect(copied).toContain("?v=ROB-0101-NM");
  });

  test("passes the URL of the selection to the phone's share sheet", { tag: "@phone" }, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const share = (data: ShareData) => {
        document.documentElement.dataset.shared = data.url ?? "";
        return Promise.resolve();
      };
      Object.defineProperty(navigator, "share", { value: share });
    });
    await visit(page, PRODUCTS.withVariations);
    await chooseOption(page, "Noir Mat");
    await page.getByRole("button", { name: words.share }).click();
    await expect(page.locator("html")).toHaveAttribute("data-shared", /\?v=ROB-0101-NM$/);
  });
});

test("A product links to others of its category, and never to itself", { tag: "@desktop" }, async ({
  page,
}) => {
  await visit(page, PRODUCTS.withVariations);
  const related = page.getByRole("region", { name: words.related });
  const links = related.getByRole("article").getByRole("link");
  await expect(links).toHaveCount(4);
  await expect(related.locator(`a[href="${PRODUCTS.withVariations}"]`)).toHaveCount(0);
  const name = await getText(links.first());
  await links.first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.goBack();
  await expect(page).toHaveURL(PRODUCTS.withVariations);
});

test("The breadcrumb links to each ancestor category", { tag: "@phone" }, async ({ page }) => {
  await visit(page, PRODUCTS.withVariations);
  const trail = page.getByRole("navigation", { name: getDictionary("fr").nav.breadcrumb });
  await trail.getByRole("link", { name: "Sanitaire" }).click();
  await expect(page).toHaveURL("/catalogue/sanitaire");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sanitaire");
});

async function chooseOption(page: Page, label: string): Promise<void> {
  const option = page.getByRole("radio", { name: label, exact: true });
  await waitForHydration(option);
  await page.locator("label").filter({ has: option }).click();
  await expect(option).toBeChecked();
}

/** Asserts that the message to be sent contains each of these. The browser of the tests counts as a program, so no lead is made. */
async function expectMessage(page: Page, locale: Locale, parts: string[]): Promise<void> {
  const { whatsapp } = getCatalogueDictionary(locale).product;
  const link = page.getByRole("main").getByRole("link", { name: whatsapp });
  await expect(async () => {
    const href = (await link.getAttribute("href")) ?? "";
    const response = await page.request.get(href, { maxRedirects: 0 });
    const chat = new URL(response.headers().location ?? "");
    expect(`${chat.origin}${chat.pathname}`).toMatch(/^https:\/\/wa\.me\/\d+$/);
    for (const part of parts) expect(chat.searchParams.get("text")).toContain(part);
  }).toPass({ timeout: 10_000 });
}
