import { violations } from "../axe";
import { recordTransfers, weightOf } from "../transfers";
import { expect, test } from "./fixtures";
import { PANEL_PAGES } from "./pages";

const MOST_SCRIPTS = 350_000;

const APPEARANCES = [
  { name: "light", colorScheme: "light", place: "@desktop" },
  { name: "dark", colorScheme: "dark", place: "@desktop" },
  { name: "phone", colorScheme: "light", place: "@phone" },
] as const;

const OPEN_PAGES = [
  "/admin/login",
  "/admin/mot-de-passe-oublie",
  "/admin/nouveau-mot-de-passe?token=un-jeton-qui-n-existe-pas",
  "/admin/invitation?token=un-jeton-qui-n-existe-pas",
];

for (const { name, colorScheme, place } of APPEARANCES) {
  test.describe(`axe-core has nothing to say (${name})`, { tag: place }, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    for (const path of OPEN_PAGES) {
      test(`of ${path}`, async ({ page }) => {
        await page.goto(path);
        await expect(page.locator("h1")).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });
    }

    for (const path of Object.keys(PANEL_PAGES)) {
      test(`of ${path}`, async ({ page, signInAs, addressOf }) => {
        await signInAs("SUPER_ADMIN", page);
        await page.goto(await addressOf(path));
        await expect(page.locator("h1").first()).toBeVisible();
        await page.waitForLoadState("networkidle");
        // As tall as the page: the bar that sticks to the window's foot covers nothing then.
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ width: page.viewportSize()?.width ?? 1280, height });
        expect(await violations(page)).toEqual([]);
      });
    }
  });
}

test.describe("A page of the panel", () => {
  for (const path of Object.keys(PANEL_PAGES)) {
    test(`${path} loads 350 kB of scripts at most`, { tag: "@desktop" }, async ({
      page,
      signInAs,
      addressOf,
    }) => {
      await signInAs("SUPER_ADMIN", page);
      const transfers = await recordTransfers(page);
      await page.goto(await addressOf(path));
      await page.waitForLoadState("networkidle");
      const weight = weightOf(transfers, "Script");
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThanOrEqual(MOST_SCRIPTS);
    });

    test(`${path} needs no sideways scrolling on a phone`, { tag: "@phone" }, async ({
      page,
      signInAs,
      addressOf,
    }) => {
      await page.setViewportSize({ width: 320, height: 700 });
      await signInAs("SUPER_ADMIN", page);
      await page.goto(await addressOf(path));
      await page.waitForLoadState("networkidle");
      const [content, screen] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(content).toBeLessThanOrEqual(screen ?? 0);
    });
  }
});
