import type { APIRequestContext, Page } from "@playwright/test";
import { LOCALES } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { expect, TEST_SLUG_PREFIX, test, visit } from "../fixtures";
import { getLocalizedPath, PRODUCTS, STOREFRONT_PAGES } from "../pages";

const LISTED = STOREFRONT_PAGES.filter(
  ({ path, status }) => !status && !/[?]|^\/recherche/.test(path),
);
const UNLISTED = STOREFRONT_PAGES.filter(
  ({ path, status }) => !status && /^\/catalogue.*[?]/.test(path),
);
const KILOBYTE = 1000;

interface Thing {
  "@type": string;
  [key: string]: unknown;
}

/** Reads the page without running scripts, as some search engines do. */
test.use({ javaScriptEnabled: false });

test.describe("For search engines", { tag: "@desktop" }, () => {
  test("each page has complete metadata, and a title and description of its own in each language", async ({
    page,
    request,
    baseURL,
  }) => {
    const seen = new Map<string, string>();
    for (const locale of LOCALES) {
      for (const { path } of LISTED) {
        const address = getLocalizedPath(locale, { path });
        const head = await readHead(page, await (await request.get(address)).text());
        expect.soft(head.title.length, address).toBeGreaterThan(10);
        expect.soft(head.title.length, address).toBeLessThanOrEqual(90);
        expect.soft(head.description.length, address).toBeGreaterThan(30);
        expect.soft(head.description.length, address).toBeLessThanOrEqual(160);
        expect.soft(head.headings, address).toBe(1);
        expect.soft(absolute(baseURL, head.canonical)).toBe(absolute(baseURL, address));
        expect.soft(head.robots, address).not.toContain("noindex");
        expect.soft(head.contexts.length, address).toBeGreaterThan(0);
        for (const context of head.contexts) expect.soft(context).toBe("https://schema.org");
        const languages = head.alternates.map(([name, href]) => [name, absolute(baseURL, href)]);
        expect.soft(Object.fromEntries(languages), address).toEqual({
          "fr-MA": absolute(baseURL, localPath("fr", path)),
          "ar-MA": absolute(baseURL, localPath("ar", path)),
          "x-default": absolute(baseURL, localPath("fr", path)),
        });
        for (const words of [head.title, head.description]) {
          expect.soft(seen.get(words), `${address}: "${words}" also on`).toBeUndefined();
          seen.set(words, address);
        }
      }
    }
  });

  test("search results have the search page as canonical URL", async ({ page }) => {
    await visit(page, "/ar/recherche?q=zellige");
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", /\/ar\/recherche$/);
    expect(await metaContent(page, "robots")).not.toContain("noindex");
  });

  for (const { name, path } of UNLISTED) {
    test(`${name}: follow, noindex`, async ({ page }) => {
      for (const locale of LOCALES) {
        await visit(page, getLocalizedPath(locale, { path }));
        const robots = await metaContent(page, "robots");
        expect(robots).toContain("noindex");
        expect(robots).not.toContain("nofollow");
        expect(await alternates(page)).toEqual({});
      }
    });
  }

  test("a filtered list has the whole list as canonical URL", async ({ page, baseURL }) => {
    await visit(page, "/ar/catalogue/carrelage?inStock=1");
    await expect(page.locator("link[rel=canonical]")).toHaveAttribute(
      "href",
      `${baseURL}/ar/catalogue/carrelage`,
    );
  });
});

test.describe("Structured data", { tag: "@desktop" }, () => {
  test("of the shop contains its address and its opening hours", async ({ page }) => {
    for (const path of ["/", "/a-propos", "/contact"]) {
      await visit(page, path);
      expect(
        (await readStructuredData(page)).map((thing) => thing["@type"]),
        path,
      ).toContain("HardwareStore");
    }
    const shop = await findStructuredData(page, "HardwareStore");
    expect(shop).toMatchObject({
      name: "Equipement Ouarzazate",
      address: { "@type": "PostalAddress", addressLocality: "Ouarzazate", addressCountry: "MA" },
      telephone: expect.stringMatching(/^\+212/),
    });
    expect(shop.openingHoursSpecification).toEqual(
      expect.arrayContaining([expect.objectContaining({ dayOfWeek: "Monday", opens: "09:00" })]),
    );
  });

  test("of a product contains its price, currency and stock", async ({ page, baseURL }) => {
    await visit(page, PRODUCTS.withoutVariations);
    const product = await findStructuredData(page, "Product");
    expect(product).toMatchObject({
      name: await page.locator("h1").textContent(),
      sku: expect.any(String),
      offers: {
        "@type": "Offer",
        price: "1890.00",
        priceCurrency: "MAD",
        availability: "https://schema.org/InStock",
        url: `${baseURL}${PRODUCTS.withoutVariations}`,
      },
    });
    const [image] = product.image as string[];
    expect(image).toMatch(/^https?:/);
    expect((await page.request.get(image ?? "")).ok()).toBe(true);
  });

  test("of a product with more expensive variations contains the price range", async ({ page }) => {
    await visit(page, PRODUCTS.withSoldOutColour);
    const { offers } = await findStructuredData(page, "Product");
    expect(offers).toMatchObject({
      "@type": "AggregateOffer",
      lowPrice: "1290.00",
      highPrice: "1450.00",
      offerCount: 2,
    });
  });

  test("of a product without a price contains no offer", async ({ page }) => {
    await visit(page, PRODUCTS.onRequest);
    const product = await findStructuredData(page, "Product");
    expect(product).not.toHaveProperty("offers");
  });

  for (const path of ["/catalogue/gres-cerame", PRODUCTS.withVariations]) {
    test(`of the path to ${path} equals the breadcrumb`, async ({ page, baseURL }) => {
      await visit(page, path);
      const { itemListElement } = await findStructuredData(page, "BreadcrumbList");
      const steps = itemListElement as { position: number; name: string; item?: string }[];
      expect(steps.length).toBeGreaterThan(2);
      expect(steps.map(({ position }) => position)).toEqual(steps.map((_, index) => index + 1));
      const trail = page.getByRole("navigation", { name: "Fil d'Ariane" });
      for (const { name, item } of steps.slice(0, -1)) {
        const link = trail.getByRole("link", { name, exact: true });
        const href = await link.getAttribute("href");
        expect(item).toBe(absolute(baseURL, href ?? ""));
      }
    });
  }
});

test.describe("A shared link", { tag: "@desktop" }, () => {
  for (const path of ["/", "/ar/catalogue/carrelage", PRODUCTS.withVariations, "/contact"]) {
    test(`to ${path} shows an image under 300 kB`, async ({ page, request }) => {
      await visit(page, path);
      const address = await page.locator('meta[property="og:image"]').getAttribute("content");
      expect(address).toMatch(/^https?:\/\//);
      const { pathname } = new URL(address ?? "");
      const image = await request.get(pathname);
      expect(image.status()).toBe(200);
      expect(image.headers()["content-type"]).toMatch(/^image\/(jpeg|png)$/);
      expect((await image.body()).length).toBeLessThan(300 * KILOBYTE);
      for (const property of [
        "og:title",
        "og:description",
        "og:url",
        "og:locale",
        "og:site_name",
      ]) {
        const meta = page.locator(`meta[property="${property}"]`);
        await expect(meta).toHaveAttribute("content", /\S/);
      }
    });
  }
});

test.describe("The metadata files of the shop", { tag: "@desktop" }, () => {
  test("list every category, product and page in both languages", async ({
    request,
    database,
    baseURL,
  }) => {
    const missing = async () => {
      const { rows } = await database.query<{ path: string }>(
        `SELECT '/catalogue/' || "slug" AS "path" FROM "Category"
           WHERE "id" NOT IN (SELECT * FROM shop_hidden_categories())
         UNION ALL SELECT '/produit/' || "slug" FROM "Product"
           WHERE "status" = 'ACTIVE' AND "deletedAt" IS NULL AND "slug" NOT LIKE $1 AND "nameAr" <> ''
             AND "categoryId" NOT IN (SELECT * FROM shop_hidden_categories())`,
        [`${TEST_SLUG_PREFIX}%`],
      );
      expect(rows.length).toBeGreaterThan(100);
      const listed = await sitemapAddresses(request);
      const paths = [...rows.map(({ path }) => path), ...LISTED.map(({ path }) => path)];
      return paths
        .flatMap((path) => LOCALES.map((locale) => absolute(baseURL, localPath(locale, path))))
        .filter((address) => !listed.has(address));
    };
    // Other tests add and delete categories meanwhile: only a permanently missing URL is an error.
    await expect.poll(missing).toEqual([]);
  });

  test("list a product without Arabic text in French only", async ({
    page,
    insertProduct,
    baseURL,
  }) => {
    const path = `/produit/${await insertProduct()}`;
    for (const locale of LOCALES) {
      await visit(page, localPath(locale, path));
      const canonical = await page.locator("link[rel=canonical]").getAttribute("href");
      expect(canonical).toBe(absolute(baseURL, path));
      expect(await alternates(page)).toEqual({});
    }
  });

  test("list only existing and indexable pages", async ({ request }) => {
    const sample = [...(await sitemapAddresses(request))]
      .filter((address) => !address.includes(TEST_SLUG_PREFIX))
      .filter((_, index) => index % 9 === 0);
    expect(sample.length).toBeGreaterThan(20);
    const wrong: string[] = [];
    for (const address of sample) {
      const response = await request.get(new URL(address).pathname, { maxRedirects: 0 });
      if (response.status() !== 200 || (await response.text()).includes('content="noindex')) {
        wrong.push(address);
      }
    }
    // Other tests rename and delete categories meanwhile: only a URL that stays listed is an error.
    const stillListed = async () => {
      const listed = await sitemapAddresses(request);
      return wrong.filter((address) => listed.has(address));
    };
    await expect.poll(stillListed).toEqual([]);
  });

  test("have sitemaps of well-formed XML, which HEAD finds too", async ({ page, request }) => {
    const paths = ["/sitemap.xml", "/sitemaps/pages.xml", "/sitemaps/products-1.xml"];
    for (const path of paths) {
      const head = await request.head(path);
      expect(head.status(), path).toBe(200);
      expect(head.headers()["content-type"], path).toContain("application/xml");
      const text = await (await request.get(path)).text();
      const root = await page.evaluate(
        (xml) => new DOMParser().parseFromString(xml, "application/xml").documentElement.nodeName,
        text,
      );
      expect(root, path).toBe(path === "/sitemap.xml" ? "sitemapindex" : "urlset");
    }
    expect((await request.get("/sitemaps/products-999.xml")).status()).toBe(404);
  });

  test("contain the rules for robots and the URL of the sitemap", async ({ request, baseURL }) => {
    const robots = await (await request.get("/robots.txt")).text();
    expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
    expect(robots).toMatch(/Disallow: \/admin/);
    expect(robots).toMatch(/Disallow: \/api\//);
    expect(robots).not.toMatch(/Disallow: \/$/m);
  });

  test("let a phone install the shop on its home screen", async ({ page, request }) => {
    await visit(page, "/");
    const href = await page.locator("link[rel=manifest]").getAttribute("href");
    const manifest = await (await request.get(href ?? "")).json();
    expect(manifest).toMatchObject({
      name: "Equipement Ouarzazate",
      start_url: "/",
      lang: expect.stringMatching(/^fr/),
      theme_color: expect.stringMatching(/^#/),
    });
    const sizes = manifest.icons.map(({ sizes }: { sizes: string }) => sizes);
    expect(sizes).toEqual(expect.arrayContaining(["192x192", "512x512"]));
    for (const { src, type } of manifest.icons) {
      const icon = await request.get(src);
      expect(icon.status(), src).toBe(200);
      expect(icon.headers()["content-type"], src).toContain(type);
    }
  });

  test("contain icons for tabs and home screens", async ({ page, request }) => {
    await visit(page, "/");
    for (const rel of ["icon", "apple-touch-icon"]) {
      const href = await page.locator(`link[rel="${rel}"]`).first().getAttribute("href");
      const icon = await request.get(href ?? "");
      expect(icon.status(), rel).toBe(200);
      expect(icon.headers()["content-type"], rel).toMatch(/^image\//);
    }
    expect((await request.get("/favicon.ico")).status()).toBe(200);
  });
});

function absolute(baseURL: string | undefined, path: string): string {
  return new URL(path, baseURL).href;
}

async function metaContent(page: Page, name: string): Promise<string> {
  return (await page.locator(`meta[name="${name}"]`).first().getAttribute("content")) ?? "";
}

/** Reads what a search engine finds in a document without running its scripts. */
function readHead(page: Page, html: string) {
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "text/html");
    const list = (selector: string) => Array.from(parsed.querySelectorAll(selector));
    const attribute = (selector: string, name: string) =>
      parsed.querySelector(selector)?.getAttribute(name) ?? "";
    return {
      title: parsed.title,
      description: attribute("meta[name=description]", "content"),
      robots: attribute("meta[name=robots]", "content"),
      canonical: attribute("link[rel=canonical]", "href"),
      headings: list("h1").length,
      contexts: list('script[type="application/ld+json"]').map(
        (script) => JSON.parse(script.textContent)["@context"] as unknown,
      ),
      alternates: list("link[rel=alternate][hreflang]").map(
        (link) => [link.getAttribute("hreflang") ?? "", link.getAttribute("href") ?? ""] as const,
      ),
    };
  }, html);
}

async function alternates(page: Page): Promise<Record<string, string>> {
  const links = await page
    .locator("link[rel=alternate][hreflang]")
    .evaluateAll((elements) =>
      elements.map((element) => [
        element.getAttribute("hreflang") ?? "",
        element.getAttribute("href") ?? "",
      ]),
    );
  return Object.fromEntries(links);
}

async function readStructuredData(page: Page): Promise<Thing[]> {
  const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
  return texts.map((text) => JSON.parse(text) as Thing);
}

async function findStructuredData(page: Page, type: string): Promise<Thing> {
  const things = (await readStructuredData(page)).filter((thing) => thing["@type"] === type);
  expect(things.length, type).toBe(1);
  return things[0] ?? { "@type": "" };
}

/** Returns the addresses in the files that the index of the sitemaps names. */
async function sitemapAddresses(request: APIRequestContext): Promise<Set<string>> {
  const addresses = new Set<string>();
  for (const file of await readLocations(request, "/sitemap.xml")) {
    for (const address of await readLocations(request, new URL(file).pathname)) {
      addresses.add(new URL(address).href);
    }
  }
  return addresses;
}

async function readLocations(request: APIRequestContext, path: string): Promise<string[]> {
  const response = await request.get(path);
  expect(response.status(), path).toBe(200);
  expect(response.headers()["content-type"], path).toContain("xml");
  const locations = (await response.text()).matchAll(/<loc>([^<]+)<\/loc>/g);
  return Array.from(locations, ([, location = ""]) => location);
}
