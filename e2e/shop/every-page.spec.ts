import { LOCALES } from "@/lib/i18n/locale";
import { findViolations, findViolationsInBothSchemes } from "../axe";
import { expect, test, visit } from "../fixtures";
import { findOverflowingElements } from "../overflow";
import { getLocalizedPath, PRODUCTS, STOREFRONT_PAGES } from "../pages";
import { recordTransfers, sumBytes } from "../transfers";

const DOCUMENTATION = "/api/docs";
const WIDTHS = [320, 360, 768, 1280, 1920];
const KILOBYTE = 1000;
const MAX_BYTES = {
  /** The limit of the shop's scripts on top of the framework's runtime, which is measured on a page without client components. */
  ownScripts: 15 * KILOBYTE,
  styles: 15 * KILOBYTE,
  document: 30 * KILOBYTE,
};

/** Arabic pages have the same scripts and styles, and larger documents. */
const HEAVIEST_PAGES = STOREFRONT_PAGES.filter(({ path }) =>
  ["/", "/catalogue/carrelage", "/recherche?q=mitigeur", PRODUCTS.withVariations].includes(path),
);

test.use({ contextOptions: { reducedMotion: "reduce" } });

test.describe("On a desktop: no page scrolls sideways from 320 to 1920 px, and axe-core finds no violations", {
  tag: "@desktop",
}, () => {
  const pages = LOCALES.flatMap((locale) =>
    STOREFRONT_PAGES.map(({ name, status, ...rest }) => ({
      name: `${name} (${locale})`,
      path: getLocalizedPath(locale, rest),
      status,
      // Only colours change in the dark scheme, and they are the same in both languages.
      find: locale === "fr" ? findViolationsInBothSchemes : findViolations,
    })),
  );
  const documentation = {
    name: "API documentation",
    path: DOCUMENTATION,
    status: undefined,
    find: findViolationsInBothSchemes,
  };
  for (const { name, path, status, find } of [...pages, documentation]) {
    test(name, async ({ sharedPage: page }) => {
      await visit(page, path, status);
      const size = page.viewportSize() ?? { width: 1280, height: 800 };
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        await expect.poll(() => findOverflowingElements(page), `${width} px`).toEqual([]);
      }
      await page.setViewportSize(size);
      expect(await find(page)).toEqual([]);
    });
  }
});

test.describe("On a phone: the first load is small, and axe-core finds no violations", {
  tag: "@phone",
}, () => {
  /** Script bytes of a page without client components; measured once. */
  let framework = 0;
  for (const locale of LOCALES) {
    for (const { name, status, ...rest } of locale === "fr" ? STOREFRONT_PAGES : HEAVIEST_PAGES) {
      test(`${name} (${locale})`, async ({ page, baseURL }) => {
        const transfers = await recordTransfers(page);
        const sumType = (type: string) => sumBytes(transfers, type);
        if (framework === 0) {
          await visit(page, DOCUMENTATION);
          await page.waitForLoadState("networkidle");
          framework = sumType("Script");
          transfers.length = 0;
        }
        await visit(page, getLocalizedPath(locale, rest), status);
        await page.waitForLoadState("networkidle");
        const added = sumType("Script") - framework;
        expect.soft(added, JSON.stringify(transfers)).toBeGreaterThan(0);
        expect.soft(added, "scripts of our own").toBeLessThanOrEqual(MAX_BYTES.ownScripts);
        // Many small files are shared between pages: their headers (600 bytes each) do not count as styles.
        const styles = sumBytes(transfers, "Stylesheet", "body");
        expect.soft(styles, "style sheets").toBeGreaterThan(0);
        expect.soft(styles, "style sheets").toBeLessThanOrEqual(MAX_BYTES.styles);
        expect.soft(sumType("Document"), "document").toBeLessThanOrEqual(MAX_BYTES.document);
        const elsewhere = transfers.filter(({ url }) => !url.startsWith(`${baseURL}/`));
        expect.soft(elsewhere.filter(({ url }) => !url.startsWith("data:"))).toEqual([]);
        expect.soft(transfers.filter(({ url }) => url.includes("/_next/image"))).toEqual([]);
        if (locale === "fr") expect(await findViolations(page)).toEqual([]);
      });
    }
  }
});
