import type { Page } from "@playwright/test";
import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { getDictionary } from "@/content/dictionary";
import { expect, test, visit, waitForHydration } from "../fixtures";
import { PRODUCTS } from "../pages";

const { nav } = getDictionary("fr");
const { list, product } = getCatalogueDictionary("fr");

test.describe("With the keyboard alone", { tag: "@desktop" }, () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("the first tab stop skips to the content", async ({ page }) => {
    await visit(page, "/catalogue/carrelage");
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: nav.skip });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
  });

  test("the menu opens, continues with Tab, and closes with Escape with focus on its button", async ({
    page,
  }) => {
    await visit(page, "/contact");
    const opener = page.getByRole("button", { name: nav.catalogue, exact: true });
    const menu = page.getByRole("navigation", { name: nav.menu, exact: true });
    await opener.focus();
    await page.keyboard.press("Enter");
    await expect(menu).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(menu.getByRole("link", { name: nav.allProducts })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
    await expect(opener).toBeFocused();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/catalogue");
    await expect(menu).toBeHidden();
  });

  test("a filter value is ticked and keeps the focus", async ({ page }) => {
    await visit(page, "/catalogue/carrelage");
    await expect(page.locator("[data-live]")).toBeVisible();
    const box = page.getByRole("checkbox", { name: list.inStock });
    await box.focus();
    await page.keyboard.press("Space");
    await expect(page).toHaveURL("/catalogue/carrelage?inStock=1");
    await expect(box).toBeChecked();
    await expect(box).toBeFocused();
    await page.keyboard.press("Space");
    await expect(page).toHaveURL("/catalogue/carrelage");
    await expect(box).not.toBeChecked();
    await expect(box).toBeFocused();
  });

  test("a change of the list is announced", async ({ page }) => {
    await visit(page, "/catalogue/carrelage");
    await expect(page.locator("[data-live]")).toBeVisible();
    await page.getByRole("checkbox", { name: list.inStock }).press("Space");
    await expect(page).toHaveURL("/catalogue/carrelage?inStock=1");
    const count = await page.locator("main strong").first().textContent();
    await expect(page.getByRole("status").filter({ hasText: count ?? "" })).toHaveCount(1);
  });

  test("a variation is selected with the arrow keys", async ({ page }) => {
    await visit(page, PRODUCTS.withVariations);
    await waitForHydration(page.getByRole("radio", { name: "Chrome" }));
    await page.getByRole("radio", { name: "Chrome" }).focus();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: "Noir Mat" })).toBeChecked();
    await expect(page).toHaveURL(/\?v=ROB-0101-NM$/);
  });

  test("the full-screen gallery traps the focus and restores it", async ({ page }) => {
    await visit(page, PRODUCTS.withVariations);
    await waitForHydration(page.locator("#photo-1"));
    await page.locator("#photo-1").focus();
    await page.keyboard.press("Enter");
    const viewer = page.getByRole("dialog", { name: product.gallery });
    await expect(viewer).toBeVisible();
    for (let i = 0; i < 8; i++) {
      await page.keyboard.press("Tab");
      expect(await isFocusOutside(page, "dialog"), `after ${i + 1} × Tab`).toBe(false);
    }
    await page.keyboard.press("Escape");
    await expect(viewer).toBeHidden();
    await expect(page.locator("#photo-1")).toBeFocused();
  });

  for (const path of ["/", "/catalogue/carrelage", PRODUCTS.withVariations, "/ar/contact"]) {
    test(`every focused element is visible on ${path}`, async ({ page }) => {
      await visit(page, path);
      const unseen: string[] = [];
      for (let stop = 0; stop < 45; stop++) {
        await page.keyboard.press("Tab");
        const problem = await describeHiddenFocus(page);
        if (problem) unseen.push(problem);
      }
      expect(unseen).toEqual([]);
    });
  }
});

test("Escape closes the filters of a phone and restores the focus", {
  tag: "@phone",
}, async ({ page }) => {
  await visit(page, "/catalogue/carrelage");
  const opener = page.getByRole("button", { name: list.filters, exact: true });
  await opener.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: list.refine })).toBeVisible();
  await page.keyboard.press("Tab");
  expect(await isFocusOutside(page, "[popover]")).toBe(false);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: list.refine })).toBeHidden();
  await expect(opener).toBeFocused();
});

/** Focus on the browser's own controls, which the page reports as its body, is allowed. */
function isFocusOutside(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((within) => {
    const { activeElement } = document;
    return activeElement !== document.body && !activeElement?.closest(within);
  }, selector);
}

/** Describes the focused element when its focus is invisible or covered; null when it is visible. */
function describeHiddenFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const labelled = element.closest("label");
    const isMarked = ({ outlineStyle, outlineWidth, boxShadow }: CSSStyleDeclaration) =>
      (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
    const around = [element, labelled, element.parentElement, element.closest("article")];
    const marked = around.some(
      (candidate) =>
        candidate &&
        ["", "::before", "::after"].some((part) => isMarked(getComputedStyle(candidate, part))),
    );
    const name = element.outerHTML.slice(0, 120);
    if (!marked) return `no mark: ${name}`;
    const { left, right, top, bottom } = (labelled ?? element).getBoundingClientRect();
    const isInside = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
    if (!isInside) return `outside the window: ${name}`;
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const isCovered = over && !element.contains(over) && over.closest("header, nav[data-no-print]");
    return isCovered && !isCovered.contains(element) ? `covered: ${name}` : null;
  });
}
