import type { APIResponse } from "@playwright/test";
import { expect, test } from "./fixtures";
import { PRODUCTS } from "./pages";

const SECURITY_HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": /camera=\(\)/,
  "strict-transport-security": /max-age=\d{8}/,
};
const PRODUCT = PRODUCTS.withVariations.replace("/produit/", "/api/public/products/");

test.describe("Public reads over HTTP", { tag: "@desktop" }, () => {
  for (const path of [
    "/api/public/products?pageSize=2",
    PRODUCT,
    "/api/public/products/search?q=zellige",
    "/api/public/categories",
  ]) {
    test(`answer 304 to clients that have the content: ${path}`, async ({ request }) => {
      const first = await request.get(path);
      expect(first.status()).toBe(200);
      const { etag = "", "cache-control": control } = first.headers();
      expect(etag).not.toBe("");
      expect(control).toBe("no-cache");
      await expectEnvelope(first);
      const again = await request.get(path, { headers: { "if-none-match": etag } });
      expect(again.status()).toBe(304);
      expect((await again.body()).length).toBe(0);
      expect(again.headers().etag?.replace("W/", "")).toBe(etag.replace("W/", ""));
      const other = await request.get(path, { headers: { "if-none-match": '"another"' } });
      expect(other.status()).toBe(200);
    });
  }

  test("comply with the contract", async ({ request }) => {
    const body = await (await request.get("/api/public/products?pageSize=2&page=3")).json();
    expect(body).toMatchObject({
      success: true,
      pagination: { page: 3, pageSize: 2 },
      meta: { timestamp: expect.stringMatching(/Z$/), requestId: expect.stringMatching(/^req_/) },
    });
    expect(body.data).toHaveLength(2);
  });

  test("redirect from a former slug to the current one", async ({ request, insertRedirect }) => {
    const old = await insertRedirect("Product", "wc-suspendu-rimless-premium");
    const response = await request.get(`/api/public/products/${old}`, { maxRedirects: 0 });
    expect(response.status()).toBe(308);
    const { pathname } = new URL(response.headers().location ?? "", response.url());
    expect(pathname).toBe("/api/public/products/wc-suspendu-rimless-premium");
  });

  test("answer 410 for a product in the trash, and 404 for a draft", async ({
    request,
    insertProduct,
  }) => {
    const trashed = await insertProduct({ inTrash: true });
    const draft = await insertProduct({ status: "DRAFT" });
    await expectFailure(await request.get(`/api/public/products/${trashed}`), 410, "GONE");
    await expectFailure(await request.get(`/api/public/products/${draft}`), 404, "NOT_FOUND");
  });
});

test.describe("API errors", { tag: "@desktop" }, () => {
  for (const [query, name] of [
    ["page=0", "page"],
    ["pageSize=100000", "pageSize"],
    ["minPrice=abc", "minPrice"],
    ["sort=zzz", "sort"],
    ["category=%00", "category"],
    ["page=1&page=2", "page"],
  ] as const) {
    test(`name the field: ?${query}`, async ({ request }) => {
      const response = await request.get(`/api/public/products?${query}`);
      const { details } = await expectFailure(response, 400, "VALIDATION_ERROR");
      expect(details).toHaveProperty(name);
    });
  }

  test("are in the reader's language", async ({ request }) => {
    const path = "/api/public/products/il-n-y-en-a-pas";
    const french = await expectFailure(await request.get(path), 404, "NOT_FOUND");
    const response = await request.get(path, { headers: { "accept-language": "ar-MA" } });
    const arabic = await expectFailure(response, 404, "NOT_FOUND");
    expect(french.message).not.toBe(arabic.message);
    expect(arabic.message).toMatch(/[\u0600-\u06ff]/);
  });

  test("use the envelope for an unknown URL, in every method", async ({ request }) => {
    for (const path of [
      "/api/il-n-y-en-a-pas",
      "/api/public",
      "/api/a/b/c/%00",
      "/api/%E2%80%AE",
    ]) {
      await expectFailure(await request.get(path), 404, "NOT_FOUND");
    }
    const headers = { "sec-fetch-site": "same-origin" };
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const response = await request.fetch("/api/il-n-y-en-a-pas", { method, headers });
      await expectFailure(response, 404, "NOT_FOUND");
    }
  });

  test("answer 405 to a method that a route does not have", async ({ request }) => {
    for (const path of ["/api/public/products", "/api/public/categories", "/api/health", PRODUCT]) {
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
        const response = await request.fetch(path, { method });
        expect(response.status(), `${method} ${path}`).toBe(405);
      }
    }
  });

  test("reject a cross-origin change", async ({ request }) => {
    const headers = { "sec-fetch-site": "cross-site", origin: "https://example.org" };
    const response = await request.post("/api/il-n-y-en-a-pas", { headers, data: {} });
    await expectFailure(response, 403, "FORBIDDEN");
  });
});

test.describe("Security headers", { tag: "@desktop" }, () => {
  for (const [name, path] of [
    ["the home page", "/"],
    ["a product", PRODUCTS.withVariations],
    ["a filtered list", "/catalogue/carrelage?inStock=1"],
    ["a search", "/recherche?q=zellige"],
    ["an unknown page", "/il-n-y-en-a-pas"],
    ["a redirect", "/fr/contact"],
    ["a malformed address", "/produit/%E0%A4%A"],
    ["the API", "/api/public/categories"],
    ["an API error", "/api/public/products?page=0"],
    ["an unknown API URL", "/api/il-n-y-en-a-pas"],
    ["the documentation", "/api/docs"],
    ["a missing image", "/media/x.webp"],
    ["the sitemap", "/sitemap.xml"],
    ["a file of the sitemap", "/sitemaps/pages.xml"],
    ["health", "/api/health"],
  ] as const) {
    test(`are set on ${name}`, async ({ request }) => {
      const response = await request.get(path, { maxRedirects: 0 });
      expectSecurityHeaders(response);
    });
  }

  test("are set on an image and on the files of the build", async ({ page, request }) => {
    await page.goto(PRODUCTS.withVariations);
    const image = await page.locator("main img").first().getAttribute("src");
    const script = await page.locator("script[src]").first().getAttribute("src");
    for (const path of [image, script]) {
      const response = await request.get(path ?? "");
      expect(response.status()).toBe(200);
      expectSecurityHeaders(response);
    }
  });

  test("do not reveal the server software", async ({ request }) => {
    const headers = (await request.get("/")).headers();
    expect(headers).not.toHaveProperty("x-powered-by");
    expect(headers).not.toHaveProperty("server");
  });
});

test.describe("The health check", { tag: "@desktop" }, () => {
  test("answers without a rate limit and without the database", async ({ request }) => {
    const response = await request.get("/api/health");
    expect(response.status()).toBe(200);
    expect(await response.json()).toMatchObject({ success: true, data: { status: "ok" } });
    expect(response.headers()["cache-control"]).toContain("no-store");
  });

  test("reports readiness, and no details without authorization", async ({ request }) => {
    const response = await request.get("/api/health/ready");
    expect(response.status()).toBe(200);
    const { data } = await response.json();
    expect(JSON.stringify(data)).not.toMatch(/migration|postgres|version/i);
  });
});

test("The API is documented for machines and for people", {
  tag: "@desktop",
}, async ({ page, request }) => {
  const description = await (await request.get("/api/openapi.json")).json();
  expect(description.openapi).toMatch(/^3\.1/);
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(operations).toContain("GET /api/public/products/search");
  await page.goto("/api/docs");
  const headings = await page.getByRole("heading", { level: 2 }).allInnerTexts();
  expect(headings).toEqual(expect.arrayContaining(operations));
});

/** Last test of the file: it uses up the search limit of this machine for a minute. */
test("A client with forged addresses counts as one client", {
  tag: "@desktop",
}, async ({ request }) => {
  const statuses: number[] = [];
  // The limit's window changes each minute: the requests exceed two limits of 120, wherever it changes.
  for (let sent = 0; sent < 260; sent += 20) {
    const burst = Array.from({ length: 20 }, (_, index) => {
      const forged = `203.0.113.${sent % 250}, 198.51.100.${index}, 2001:db8::${sent + index}`;
      return request.get("/api/public/products/search?q=zellige&pageSize=1", {
        headers: { "x-forwarded-for": forged, "x-real-ip": forged, forwarded: `for=${forged}` },
      });
    });
    const responses = await Promise.all(burst);
    statuses.push(...responses.map((response) => response.status()));
    const refused = responses.find((response) => response.status() === 429);
    if (refused) {
      await expectFailure(refused, 429, "RATE_LIMITED");
      expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
      break;
    }
  }
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
});

function expectSecurityHeaders(response: APIResponse): void {
  const headers = response.headers();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    expect(headers[name] ?? "", `${name} on ${response.url()}`).toMatch(value);
  }
}

async function expectEnvelope(response: APIResponse) {
  const body = await response.json();
  expect(body.meta.requestId).toMatch(/^req_\w+$/);
  expect(response.headers()["x-request-id"]).toBe(body.meta.requestId);
  return body;
}

async function expectFailure(response: APIResponse, status: number, code: string) {
  expect(response.status(), response.url()).toBe(status);
  const body = await expectEnvelope(response);
  expect(body).toMatchObject({ success: false, error: { code, message: expect.any(String) } });
  expect(response.headers()["cache-control"]).toContain("no-store");
  return body.error as { message: string; details?: Record<string, string> };
}
