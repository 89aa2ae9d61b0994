import type { Page } from "@playwright/test";
import { findViolations, findViolationsInBothSchemes } from "../axe";
import { findOverflowingElements } from "../overflow";
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

test.describe("An admin page without a session", { tag: "@desktop" }, () => {
  for (const path of OPEN_PAGES) {
    test(`has no axe violations on a desktop and on a phone: ${path}`, async ({ page }) => {
      await open(page, path);
      expect(await findViolationsInBothSchemes(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await findViolationsInBothSchemes(page)).toEqual([]);
    });
  }
});

test.describe("An admin page", { tag: "@desktop" }, () => {
  for (const path of Object.keys(ADMIN_PAGES)) {
    test(`loads 350 kB of scripts at most and no other page, does not scroll sideways at 320 px, and has no axe violations: ${path}`, async ({
      page,
      signInAs,
      resolveAdminPath,
    }) => {
      await signInAs("SUPER_ADMIN", page);
      const transfers = await recordTransfers(page);
      await open(page, await resolveAdminPath(path));
      const weight = sumBytes(transfers, "Script");
      expect.soft(weight).toBeGreaterThan(0);
      expect.soft(weight).toBeLessThanOrEqual(MAX_SCRIPT_BYTES);
      const prefetches = transfers.filter(({ url }) => url.includes("_rsc="));
      const toPath = (url: string) => new URL(url).pathname;
      const paths = new Set(prefetches.map(({ url }) => toPath(url)));
      // A message refreshes itself while its reply waits to be sent.
      if (path === "/admin/messages/[id]") paths.delete(toPath(page.url()));
      // The pointer rests in the upper left corner, over the link to the dashboard.
      expect.soft([...paths].filter((path) => path !== "/admin/dashboard")).toEqual([]);
      await fitViewportToPage(page);
      expect.soft(await findViolationsInBothSchemes(page)).toEqual([]);

      await page.emulateMedia({ colorScheme: "light" });
      await page.setViewportSize({ width: 320, height: 700 });
      // Charts resize with a delay.
      await expect.poll(() => findOverflowingElements(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      await fitViewportToPage(page);
      expect(await findViolations(page)).toEqual([]);
    });
  }
});

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
