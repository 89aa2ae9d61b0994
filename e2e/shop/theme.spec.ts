import type { Page } from "@playwright/test";
import { THEME_LABELS } from "@/ui/theme/theme-labels";
import { expect, test, visit, waitForHydration } from "../fixtures";

const theme = THEME_LABELS.fr;

test.describe("The theme", { tag: "@desktop" }, () => {
  test.use({ colorScheme: "light" });

  test("follows the device and its changes until one is selected", async ({ page }) => {
    await visit(page, "/");
    await expectGround(page, "light");
    await page.emulateMedia({ colorScheme: "dark" });
    await expectGround(page, "dark");
    await expect(themeButton(page)).toHaveAccessibleName(new RegExp(theme.system));
  });

  test("cycles from the device's theme to light, to dark, and back", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await visit(page, "/");
    const button = await waitForHydration(themeButton(page));
    await button.click();
    await expect(button).toHaveAccessibleName(new RegExp(theme.light));
    await expectGround(page, "light");
    await page.emulateMedia({ colorScheme: "light" });
    await button.click();
    await expect(button).toHaveAccessibleName(new RegExp(theme.dark));
    await expectGround(page, "dark");
    await button.click();
    await expect(button).toHaveAccessibleName(new RegExp(theme.system));
    await expectGround(page, "light");
  });

  test("is preserved over a reload, on other pages and in the other language", async ({ page }) => {
    await visit(page, "/");
    await chooseDark(page);
    await page.reload();
    await expectGround(page, "dark");
    await visit(page, "/catalogue/carrelage");
    await expectGround(page, "dark");
    await visit(page, "/ar/contact");
    await expectGround(page, "dark");
    await visit(page, "/cette-page-n-existe-pas", 404);
    await expectGround(page, "dark");
  });

  test("can be reset to the device's theme permanently", async ({ page }) => {
    await visit(page, "/");
    await chooseDark(page);
    await themeButton(page).click();
    await page.reload();
    await expectGround(page, "light");
    await page.emulateMedia({ colorScheme: "dark" });
    await expectGround(page, "dark");
  });

  for (const path of ["/", "/ar/catalogue/carrelage", "/produit/wc-suspendu-rimless-premium"]) {
    test(`is applied before the first paint on ${path}`, async ({ page }) => {
      await page.addInitScript(() => {
        localStorage.setItem("theme", "dark");
        const watch = new MutationObserver(() => {
          if (!document.body) return;
          sessionStorage.setItem("theme-at-body", document.documentElement.dataset.theme ?? "none");
          watch.disconnect();
        });
        watch.observe(document, { childList: true, subtree: true });
      });
      await visit(page, path);
      await expectGround(page, "dark");
      expect(await page.evaluate(() => sessionStorage.getItem("theme-at-body"))).toBe("dark");
    });
  }

  test("applies to the page when storage is unavailable", async ({ page }) => {
    await page.addInitScript(() => {
      const denyStorage = () => {
        throw new DOMException("closed", "SecurityError");
      };
      Object.defineProperty(window, "localStorage", { get: denyStorage });
    });
    await visit(page, "/");
    await chooseDark(page);
  });
});

function themeButton(page: Page) {
  return page.getByRole("banner").getByRole("button", { name: theme.label });
}

async function chooseDark(page: Page): Promise<void> {
  const button = await waitForHydration(themeButton(page));
  await button.click();
  await button.click();
  await expectGround(page, "dark");
}

/** Returns the lightness of the painted page background. */
async function expectGround(page: Page, ground: "light" | "dark"): Promise<void> {
  const readLightness = () =>
    page.evaluate(() => {
      const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
      if (!pixel) throw new Error("no canvas");
      pixel.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
      pixel.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = pixel.getImageData(0, 0, 1, 1).data;
      return (red + green + blue) / 3 > 127 ? "light" : "dark";
    });
  await expect.poll(readLightness).toBe(ground);
}
