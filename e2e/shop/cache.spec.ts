import { LOCALES } from "@/lib/i18n/locale";
import { expect, test } from "../fixtures";
import { getLocalizedPath, PRODUCTS, STOREFRONT_PAGES } from "../pages";

const CACHED = STOREFRONT_PAGES.filter(
  ({ path, status }) => !status && !/[?]|^\/recherche/.test(path),
);

test.describe("A public page", { tag: "@desktop" }, () => {
  for (const locale of LOCALES) {
    for (const { name, path } of CACHED) {
      test(`is served from the cache: ${name} (${locale})`, async ({ request }) => {
        const address = getLocalizedPath(locale, { path });
        const read = async () => (await request.get(address)).headers();
        // After five minutes the first request gets the stale page and triggers its revalidation.
        await expect.poll(async () => (await read())["x-nextjs-cache"]).toBe("HIT");
        // The response cache stores nothing right after a change, and another test may be making one.
        await expect.poll(async () => (await read())["cache-status"]).toBe("shop; hit");
        const headers = await read();
        expect(headers["cache-control"]).toBe("no-cache");
        expect(headers["set-cookie"]).toBeUndefined();
      });
    }
  }

  test("is cached after its first view when it was not prerendered", async ({
    request,
    insertProduct,
  }) => {
    // Again with another product when another test emptied the cache between both views by saving something.
    await expect(async () => {
      const address = `/produit/${await insertProduct()}`;
      const first = await request.get(address);
      expect(first.status()).toBe(200);
      const second = await request.get(address);
      expect(second.headers()["x-nextjs-cache"]).toBe("HIT");
      expect(second.headers()["cache-control"]).toBe("no-cache");
      expect(await second.text()).toBe(await first.text());
    }).toPass({ timeout: 10_000 });
  });

  test("is answered with 304 to a browser that has it", async ({ request }) => {
    const { etag } = (await request.get(PRODUCTS.withVariations)).headers();
    const again = await request.get(PRODUCTS.withVariations, {
      headers: { "if-none-match": etag ?? "" },
    });
    expect(again.status()).toBe(304);
  });

  test("ignores unknown query parameters", async ({ request }) => {
    const read = () => request.get(`${PRODUCTS.withVariations}?utm_source=x&v=ROB-0101-NM`);
    expect((await read()).status()).toBe(200);
    await expect.poll(async () => (await read()).headers()["x-nextjs-cache"]).toBe("HIT");
  });
});

test.describe("A personal response", { tag: "@desktop" }, () => {
  for (const path of ["/catalogue/carrelage?inStock=1", "/recherche?q=zellige"]) {
    test(`is not cached: ${path}`, async ({ request }) => {
      const { "cache-control": control } = (await request.get(path)).headers();
      expect(control).toMatch(/no-store|private/);
      expect(control).not.toContain("s-maxage");
    });
  }
});

test("Build files and images are cached as immutable", {
  tag: "@desktop",
}, async ({ page }) => {
  const controls = new Map<string, string | undefined>();
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (/^\/(_next\/static|media)\//.test(pathname)) {
      controls.set(pathname, response.headers()["cache-control"]);
    }
  });
  await page.goto(PRODUCTS.withVariations);
  await page.waitForLoadState("networkidle");
  expect([...controls.keys()].some((path) => path.startsWith("/media/"))).toBe(true);
  expect([...controls.keys()].some((path) => path.endsWith(".js"))).toBe(true);
  for (const [path, control] of controls) {
    expect(control, path).toBe("public, max-age=31536000, immutable");
  }
});

test("pages and API answers arrive whole in each encoding, stored or not", {
  tag: "@desktop",
}, async ({ request }) => {
  for (const path of ["/faq", "/recherche?q=lavabo", "/api/public/products", "/sitemap.xml"]) {
    for (const encoding of ["br", "gzip", "identity", "br"]) {
      const response = await request.get(path, { headers: { "accept-encoding": encoding } });
      const text = await response.text();
      expect(text.trim(), `${path} ${encoding}`).toMatch(/(?:<\/html>|<\/sitemapindex>|\})$/);
    }
  }
  const page = await request.get("/faq", { headers: { "accept-encoding": "gzip, deflate, br" } });
  expect(page.headers()["content-encoding"]).toBe("br");
});
