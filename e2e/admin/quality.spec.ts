import type { Page } from "@playwright/test";
import { findViolations, findViolationsInBothSchemes } from "../axe";
import { recordTransfers, sumBytes } from "../transfers";
import { expect, test } from "./fixtures";
import { ADMIN_PAGES } from "./pages";

const MAX_SCRIPT_BYTES = 350_000;

const OPEN_PAGES = [
  "/admin/login",
  "/admin/mot-de-passe-oublie",
  "/admin/nouveau-mot-de-passe?token=un-jeton-qui-n-existe-pas",
  "/admin/invitation?token=un-jeton-qui-n-existe-pas",
];

for (const path of OPEN_PAGES) {
  test(`axe-core finds no violations on ${path}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(path);
    await expect(page.locator("h1")).toBeVisible();
    expect(await findViolationsInBothSchemes(page)).toEqual([]);
  });
}

for (const path of Object.keys(ADMIN_PAGES)) {
  test(`${path} loads 350 kB of scripts at most; axe-core finds no violations in light and dark`, {
    tag: "@desktop",
  }, async ({ page, signInAs, resolveAdminPath }) => {
    await signInAs("SUPER_ADMIN", page);
    const transfers = await recordTransfers(page);
    await open(page, await resolveAdminPath(path));
    const weight = sumBytes(transfers, "Script");
    expect(weight).toBeGreaterThan(0);
    expect(weight).toBeLessThanOrEqual(MAX_SCRIPT_BYTES);
    await fitViewportToPage(page);
    expect(await findViolationsInBothSchemes(page)).toEqual([]);
  });

  test(`${path} on a phone: axe-core finds no violations, and nothing scrolls sideways at 320 px`, {
    tag: "@phone",
  }, async ({ page, signInAs, resolveAdminPath }) => {
    await signInAs("SUPER_ADMIN", page);
    await open(page, await resolveAdminPath(path));
    await page.setViewportSize({ width: 320, height: 700 });
    const getOverflow = () =>
      page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return Math.max(0, scrollWidth - clientWidth);
      });
    // Charts resize with a delay.
    await expect.poll(getOverflow).toBe(0);
    await page.setViewportSize({ width: 360, height: 740 });
    await fitViewportToPage(page);
    expect(await findViolations(page)).toEqual([]);
  });
}

async function open(page: Page, address: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(address);
  await expect(page.locator("h1").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
}

/** Makes the viewport as tall as the page, so that the sticky bar covers nothing. */
async function fitViewportToPage(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 1280, height });
}
