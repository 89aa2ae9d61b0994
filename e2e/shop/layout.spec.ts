import type { Locator, Page } from "@playwright/test";
import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { getDictionary } from "@/content/dictionary";
import { THEME_LABELS } from "@/ui/theme/theme-labels";
import { expect, test, visit } from "../fixtures";
import { PRODUCTS } from "../pages";

test.describe("Nothing scrolls sideways at 320 px", { tag: "@desktop" }, () => {
  test("in an open menu", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await visit(page, "/ar");
    const { nav } = getDictionary("ar");
    await page.getByRole("button", { name: nav.menu, exact: true }).click();
    const menu = page.getByRole("navigation", { name: nav.menu, exact: true });
    await expect(menu).toBeVisible();
    const hidden = await menu.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(hidden).toBeLessThanOrEqual(0);
  });
});

test.describe("On a phone", { tag: "@phone" }, () => {
  const { nav } = getDictionary("fr");
  const theme = THEME_LABELS.fr;
  const { list, product } = getCatalogueDictionary("fr");

  test("the page fits the screen", async ({ page }) => {
    for (const path of ["/", "/ar/catalogue/carrelage", PRODUCTS.withTwoGroups, "/contact"]) {
      await visit(page, path);
      const overflow = await page.evaluate(() => ({
        scale: visualViewport?.scale,
        width: document.documentElement.scrollWidth,
      }));
      expect(overflow, path).toEqual({ scale: 1, width: 360 });
    }
  });

  test("the header and the bar have large enough tap targets", async ({ page }) => {
    await visit(page, "/catalogue/carrelage");
    const banner = page.getByRole("banner");
    await expectTapTargets(banner.getByRole("link", { name: nav.homeOf }));
    await expectTapTargets(banner.getByRole("link", { name: "العربية" }));
    await expectTapTargets(banner.getByRole("button", { name: theme.label }));
    await expectTapTargets(banner.getByRole("combobox"), "height");
    await expectTapTargets(banner.getByRole("button", { name: nav.search }));
    const bar = page.getByRole("navigation", { name: nav.quick });
    for (const item of await bar.getByRole("link").all()) await expectTapTargets(item);
    await expectTapTargets(bar.getByRole("button", { name: nav.menu }));
  });

  test("a list has large enough tap targets", async ({ page }) => {
    await visit(page, "/catalogue/carrelage");
    const opener = page.getByRole("button", { name: list.filters, exact: true });
    await expectTapTargets(opener);
    await expectTapTargets(page.getByLabel(list.sortBy));
    await expectTapTargets(page.getByRole("link", { name: list.next, exact: true }));
    await opener.click();
    await expectTapTargets(page.getByRole("button", { name: list.close }));
    for (const row of await page.locator("fieldset label").filter({ visible: true }).all()) {
      await expectTapTargets(row);
    }
  });

  test("a product has large enough tap targets", async ({ page }) => {
    await visit(page, PRODUCTS.withVariations);
    const main = page.getByRole("main");
    await expectTapTargets(main.getByRole("link", { name: product.whatsapp }));
    await expectTapTargets(main.getByRole("link", { name: product.ask }));
    await expectTapTargets(main.getByRole("button", { name: product.share }));
    for (const option of await main.locator("fieldset label").all()) {
      await expectTapTargets(option);
    }
  });

  test("the bar covers nothing at the end of the page", async ({ page }) => {
    await visit(page, "/contact");
    // Scrolls again on each poll: the page may still grow while it hydrates.
    const scrollToEnd = () =>
      page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight }));
    const footer = page.getByRole("contentinfo");
    const bar = page.getByRole("navigation", { name: nav.quick });
    const last = footer.getByRole("link").last();
    const top = async () => (await bar.boundingBox())?.y ?? 0;
    const end = async () => {
      const box = await last.boundingBox();
      return (box?.y ?? 0) + (box?.height ?? 0);
    };
    await expect(async () => {
      await scrollToEnd();
      expect(await end()).toBeLessThanOrEqual(await top());
    }).toPass({ timeout: 10_000 });
  });
});

/** Pages of each kind, whether they have an image above the fold, and the only device that loads them here. */
const LOADS: readonly [path: string, hasImage: boolean, tag?: "@desktop" | "@phone"][] = [
  ["/", true],
  ["/ar", true, "@phone"],
  ["/catalogue", false, "@desktop"],
  ["/catalogue/carrelage", true],
  ["/ar/catalogue/robinetterie", true, "@desktop"],
  ["/catalogue/carrelage?inStock=1", false],
  [PRODUCTS.withVariations, true],
  [`${PRODUCTS.withVariations}?v=ROB-0101-NM`, false, "@phone"],
  [`/ar${PRODUCTS.withoutVariations}`, true, "@phone"],
  ["/recherche?q=mitigeur", false, "@desktop"],
  ["/contact", false, "@desktop"],
  ["/ar/contact", false, "@phone"],
];

test.describe("During loading", () => {
  for (const [path, hasImage, tag] of LOADS) {
    const name = hasImage ? "nothing shifts, and the largest image loads first" : "nothing shifts";
    test(`${name}: ${path}`, tag ? { tag } : {}, async ({ page }) => {
      await page.addInitScript(() => {
        const shifts: { value: number; sources?: { node?: Element }[] }[] = [];
        const seen = (list: PerformanceObserverEntryList) => {
          for (const entry of list.getEntries())
            shifts.push(entry as unknown as (typeof shifts)[0]);
        };
        new PerformanceObserver(seen).observe({ type: "layout-shift", buffered: true });
        Object.assign(window, { shifts });
      });
      await visit(page, path);
      if (hasImage) await expectEagerImage(page);
      await page.waitForLoadState("networkidle");
      await scrollThroughPage(page);
      const shifts = await page.evaluate(() =>
        (
          window as unknown as { shifts: { value: number; sources?: { node?: Element }[] }[] }
        ).shifts.map(({ value, sources = [] }) => ({
          value,
          nodes: sources.map(({ node }) => node?.outerHTML?.slice(0, 100)),
        })),
      );
      const total = shifts.reduce((sum, { value }) => sum + value, 0);
      expect(total, JSON.stringify(shifts)).toBeLessThanOrEqual(0.001);
    });
  }
});

/** Asserts that the largest image above the fold is eager and sized, and that the largest contentful paint is not lazy. */
async function expectEagerImage(page: Page): Promise<void> {
  const largest = await page.evaluate(() => {
    const shown = ({ left, right, top, bottom }: DOMRect) =>
      Math.max(0, Math.min(right, innerWidth) - Math.max(left, 0)) *
      Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0));
    const images = Array.from(document.images)
      .map((image) => ({ image, area: shown(image.getBoundingClientRect()) }))
      .toSorted((a, b) => b.area - a.area);
    const [first] = images;
    if (!first || first.area === 0) return null;
    const { loading, fetchPriority } = first.image;
    const [width, height] = ["width", "height"].map((side) => first.image.getAttribute(side));
    return { loading, fetchPriority, isSized: Boolean(width && height) };
  });
  expect(largest).toEqual({ loading: "eager", fetchPriority: "high", isSized: true });
  const paint = await page.evaluate(
    () =>
      new Promise<{ tag: string; loading: string | null; isSized: boolean }>((resolve) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1) as unknown as { element?: Element };
          const { element } = last;
          resolve({
            tag: element?.tagName ?? "",
            loading: element?.getAttribute("loading") ?? null,
            isSized: element?.tagName !== "IMG" || Boolean(element.getAttribute("width")),
          });
        }).observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
  expect(paint.tag).not.toBe("");
  expect(paint.loading).not.toBe("lazy");
  expect(paint.isSized).toBe(true);
}

/** 44 × 44 px, the size of a primary control. */
async function expectTapTargets(control: Locator, side: "both" | "height" = "both") {
  await expect(control).toBeVisible();
  const box = await control.boundingBox();
  const name = (await control.getAttribute("aria-label")) ?? (await control.textContent()) ?? "";
  expect(box?.height, `height of ${name}`).toBeGreaterThanOrEqual(43.5);
  if (side === "both") expect(box?.width, `width of ${name}`).toBeGreaterThanOrEqual(43.5);
}

/** Scrolls to the end of the page and back, so that all lazy content is loaded. */
async function scrollThroughPage(page: Page): Promise<void> {
  // A headless browser may lose a frame, about once in a thousand checks: then the check is repeated from the top.
  await expect(async () => expect(await scrollOnce(page)).toBe("whole")).toPass();
  await page.waitForLoadState("networkidle");
}

function scrollOnce(page: Page): Promise<string> {
  return page.evaluate(() => {
    const frame = () => new Promise(requestAnimationFrame);
    const look = async () => {
      for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
        window.scrollTo({ top: y, behavior: "instant" });
        await frame();
      }
      window.scrollTo({ top: 0, behavior: "instant" });
      await document.fonts.ready;
      await frame();
      await frame();
      return "whole";
    };
    const cut = new Promise<string>((done) => setTimeout(done, 10_000, "cut short"));
    return Promise.race([look(), cut]);
  });
}
