import type { Browser, Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { PRODUCTS } from "../pages";

const SMUGGLED = `window.smuggled = true`;
const MARKUP = `<p>Bon siphon</p><script>${SMUGGLED}</script><img src="/x.png" onerror="${SMUGGLED}"><a href="javascript:${SMUGGLED}">lien</a>`;

/** Opens a page in a context of its own: the fixture's fails on every violation. */
async function withPage(
  { browser, baseURL }: { browser: Browser; baseURL: string | undefined },
  use: (page: Page) => Promise<void>,
) {
  const context = await browser.newContext({ baseURL });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
      document.documentElement.dataset.violations =
        `${document.documentElement.dataset.violations ?? ""} ${effectiveDirective}`.trim();
    });
  });
  await use(await context.newPage());
  await context.close();
}

const wasRun = (page: Page) => page.evaluate(() => "smuggled" in window);
const listViolations = (page: Page) =>
  page.evaluate(() => document.documentElement.dataset.violations?.split(" ") ?? []);

test.describe("The Content-Security-Policy", { tag: "@desktop" }, () => {
  for (const path of [PRODUCTS.withVariations, "/recherche?q=zellige", "/admin/login"]) {
    test(`refuses a script and an event handler that are planted in ${path}`, async ({
      browser,
      baseURL,
    }) => {
      await withPage({ browser, baseURL }, async (page) => {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        expect(await listViolations(page)).toEqual([]);
        const planted = `<script>${SMUGGLED}</script><img src="/x.png" onerror="${SMUGGLED}">`;
        await page.route(path, async (route) => {
          const response = await route.fetch();
          const body = (await response.text()).replace("</body>", `${planted}</body>`);
          await route.fulfill({ response, body });
        });
        await page.goto(path);
        await expect
          .poll(() => listViolations(page))
          .toEqual(expect.arrayContaining(["script-src-attr", "script-src-elem"]));
        expect(await wasRun(page)).toBe(false);
      });
    });
  }

  test("does not run a script that the database holds in the text of a product", async ({
    browser,
    baseURL,
    insertProduct,
  }) => {
    const slug = await insertProduct({ name: `Siphon ${MARKUP}`, description: MARKUP });
    await withPage({ browser, baseURL }, async (page) => {
      for (const prefix of ["", "/ar"]) {
        await page.goto(`${prefix}/produit/${slug}`);
        await expect(page.getByText("Bon siphon").first()).toBeVisible();
        await page.waitForLoadState("networkidle");
        expect(await wasRun(page)).toBe(false);
      }
    });
  });
});
