import { mkdtemp, rm } from "node:fs/promises";
import { Agent, get, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequestContext, chromium } from "@playwright/test";
import { expect, test } from "./admin/fixtures";

const SENT_BYTES = 50 * 1024 * 1024;
/** What the operating system's socket buffers may hold beside what the server reads. */
const BUFFERED_BYTES = 16 * 1024 * 1024;

/** Sends 50 MB without a Content-Length, and continues after the response. */
async function sendLargeBody(
  baseURL: string,
  path: string,
  type: string,
  headers: Record<string, string>,
) {
  const { hostname, port, host } = new URL(baseURL);
  const socket = connect(Number(port), hostname);
  let response = "";
  socket.on("data", (data) => {
    response += data;
  });
  socket.on("error", () => {});
  const closed = new Promise<void>((done) => socket.once("close", () => done()));
  const lines = Object.entries({ host, "content-type": type, ...headers });
  socket.write(
    `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join("\r\n")}\r\ntransfer-encoding: chunked\r\n\r\n`,
  );
  const frame = Buffer.concat([
    Buffer.from("10000\r\n"),
    Buffer.alloc(65_536, 97),
    Buffer.from("\r\n"),
  ]);
  let sent = 0;
  while (sent < SENT_BYTES && !socket.destroyed) {
    sent += 65_536;
    if (!socket.write(frame)) {
      await Promise.race([new Promise((done) => socket.once("drain", done)), closed]);
    }
  }
  await closed;
  return { response, sent };
}

test("A body of 50 MB without an announced length is not read, and the connection closes", {
  tag: "@desktop",
}, async ({ baseURL }) => {
  const JSON_TYPE = "application/json";
  const FORM = "application/x-www-form-urlencoded";
  const MULTIPART = "multipart/form-data; boundary=x";
  const requests = [
    ["/api/auth/login", JSON_TYPE, 413],
    ["/api/public/contact", JSON_TYPE, 413],
    ["/api/public/contact", FORM, 413],
    ["/api/public/contact", MULTIPART, 413],
    ["/api/webhooks/resend", JSON_TYPE, 413],
    ["/api/upload/image", MULTIPART, 401],
    ["/api/auth/logout", JSON_TYPE, 200],
    ["/api/cron/outbox", JSON_TYPE, 405],
    ["/api/il-n-y-en-a-pas", JSON_TYPE, 404],
    ["/recherche?q=x", MULTIPART, 405],
    ["/contact", FORM, 405],
    ["/api/docs", MULTIPART, 405],
    ["/n/c/x", JSON_TYPE, 405],
    ["/media/x.webp", JSON_TYPE, 405],
  ] as const;
  const check = async ([path, type, status]: (typeof requests)[number]) => {
    const isBrowser = !path.startsWith("/api/webhooks");
    const headers: Record<string, string> = isBrowser ? { "sec-fetch-site": "same-origin" } : {};
    const { response, sent } = await sendLargeBody(baseURL ?? "", path, type, headers);
    const name = `${path}, ${type}`;
    expect.soft(response.split("\r\n")[0], name).toContain(` ${status} `);
    expect.soft(response, name).toMatch(/^connection: close$/im);
    expect.soft(sent, name).toBeLessThan(BUFFERED_BYTES);
  };
  await Promise.all(requests.map(check));
});

/** The headers of a page load, of a client-side navigation, and of a prefetch. */
const PAGE_AND_ROUTER: readonly Record<string, string>[] = [
  {},
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
];

test.describe("Browser caching", { tag: "@desktop" }, () => {
  const CHANGEABLE = [
    "/",
    "/ar",
    "/catalogue/carrelage",
    "/produit/robinet-mitigeur-cascade-chrome",
    "/catalogue/carrelage?inStock=1",
    "/recherche?q=zellige",
    "/contact?erreur=1",
    "/fr/contact",
    "/produit/il-n-y-en-a-pas",
    "/il-n-y-en-a-pas",
    "/il-n-y-en-a-pas.png",
    "/produit/%E0%A4%A",
    "/api/public/products",
    "/api/public/categories",
    "/api/public/products/il-n-y-en-a-pas",
    "/api/openapi.json",
    "/api/docs",
    "/api/health",
    "/api/il-n-y-en-a-pas",
    "/sitemap.xml",
    "/sitemaps/products-1.xml",
    "/sitemaps/lost.xml",
    "/robots.txt",
    "/manifest.webmanifest",
    "/icon.svg",
    "/favicon.ico",
    "/og.jpg",
    "/admin/login",
    "/admin/products",
    "/media/lost.webp",
    "/n/c/x",
    "/_next/image?url=%2Fog.jpg&w=640&q=75",
    "/_next/static/lost.js",
    "/_next/data/x/index.json",
    "/contact/",
    "/%2e%2e/contact",
  ];
  for (const path of CHANGEABLE) {
    test(`is disabled for ${path}`, async ({ request }) => {
      for (const headers of PAGE_AND_ROUTER) {
        const response = await request.get(path, { headers, maxRedirects: 0 });
        expect(response.status()).toBeLessThan(500);
        expect(response.headers()["cache-control"]).toMatch(/no-cache|no-store/);
        expect(response.headers()["cache-control"]).not.toMatch(/s-maxage|stale-while/);
      }
    });
  }

  test("follows the content hash", async ({ page, request }) => {
    await page.goto("/produit/robinet-mitigeur-cascade-chrome");
    const image = await page.locator("main img").first().getAttribute("src");
    const script = await page.locator("script[src]").first().getAttribute("src");
    for (const path of [image, script, "/fonts/readex-pro-latin.woff2"]) {
      const { "cache-control": control } = (await request.get(path ?? "")).headers();
      expect(control, path ?? "").toContain("immutable");
    }
  });
});

/** Headers of the Next router and similar ones, with valid and malformed values. */
const ROUTER_HEADERS: Record<string, string>[] = [
  { rsc: "1" },
  { rsc: "0" },
  { rsc: "oui, non" },
  { rsc: "1", "next-router-prefetch": "2" },
  { rsc: "1", "next-router-prefetch": "x" },
  ...["/_tree", "/_index", "..", "/x/y", "%", "/__PAGE__"].map((segment) => ({
    rsc: "1",
    "next-router-prefetch": "1",
    "next-router-segment-prefetch": segment,
  })),
  ...[
    "",
    "x",
    "%",
    "%E0%A4%A",
    "null",
    "[]",
    "[1,2,3]",
    "%5B%22%22%2C%7B%7D%5D",
    '["",{"children":["__PAGE__",{}]},null,"refetch"]',
    '["",{"__proto__":["x",{}]},"//evil.example","inside-shared-layout"]',
    `${"[".repeat(4_000)}`,
    encodeURIComponent(
      `["",{"children":${'["x",{"children":'.repeat(50)}["y",{}]${"}]".repeat(50)}}]`,
    ),
  ].map((tree) => ({ rsc: "1", "next-router-state-tree": tree })),
  { rsc: "1", "next-url": "//evil.example/%" },
  { rsc: "1", "next-hmr-refresh": "1" },
  { "next-action": "x" },
  { "x-nextjs-data": "1", purpose: "prefetch" },
  { "x-middleware-subrequest": "middleware:middleware:middleware" },
  { "x-matched-path": "/admin", "x-now-route-matches": "1=%" },
  { "x-invoke-path": "/%", "x-invoke-status": "500" },
];

const ODD_PATHS = [
  "/",
  "/catalogue/carrelage",
  "/catalogue/carrelage?inStock=1",
  "/recherche?q=x",
  "/contact",
  "/produit/il-n-y-en-a-pas",
  "/admin/products",
  "/api/public/products",
  "/cette-page?x=%",
];

/** Each as a plain request and as a router request. */
const ODD_ADDRESSES = [
  ...["", "x", "%", "%00", "a&_rsc=b", "x".repeat(6_000), "%F0%9F%98%80", "[object Object]"].map(
    (value) => `/catalogue/carrelage?_rsc=${value.replaceAll(" ", "+")}`,
  ),
  ...["%", "%zz", "%E0%A4%A", "%00", "%2F..%2F..%2Fetc", "%5C", "%FF%FE", "%ED%A0%80"].flatMap(
    (part) => [
      `/${part}`,
      `/produit/${part}`,
      `/ar/catalogue/${part}`,
      `/api/public/products/${part}`,
    ],
  ),
  "/catalogue/carrelage/filtres",
  "/contact/formulaire",
  "/sitemap.xml/",
  "/sitemap.xml?_rsc=x",
  "/sitemap.xml/pages.xml",
  "/sitemaps",
  "/sitemaps/%",
  "/sitemaps/%00.xml",
  "/sitemaps/%ED%A0%80.xml",
  "/sitemaps/..%2Fproducts-1.xml",
  "/sitemaps/products-1.xml?file=2",
  "/sitemaps/products-%31.xml",
  "/ar/sitemaps/products-1.xml",
  "/fr/catalogue/carrelage",
  "/ar-ma",
  "/index.rsc",
  "/contact.rsc",
  "/contact.segments/_tree.segment.rsc",
  "/contact.meta",
  "/_not-found",
  "/_error",
  "/404",
  "/500",
  "/_global-error",
  "//evil.example/",
  "/./contact",
  "/produit/constructor",
  "/catalogue/__proto__",
  "/toString",
  "/[locale]",
  "/produit/[slug]",
  "/_next/static/%",
  "/_next/%2e%2e/x",
  "/media/%",
  "/media/..%2F..%2Fx",
  "/n/c/%",
  "/n/o/%.gif",
  `/${"a".repeat(8_000)}`,
  `/produit/${"%C3%A9".repeat(1_300)}`,
  `/${"a/".repeat(4_000)}`,
];

test.describe("No request causes a server error", { tag: "@desktop" }, () => {
  /** Sends the URL unchanged, since fetch and browsers would normalize it, from an address with a rate limit of its own. */
  const getStatus = (
    baseURL: string,
    path: string,
    headers: Record<string, string>,
    localAddress: string,
  ) =>
    new Promise<number>((done, failed) => {
      const { hostname, port } = new URL(baseURL);
      // A redirect repeats a long address in two of its headers.
      const maxHeaderSize = 65_536;
      const options = { hostname, port, path, headers, localAddress, agent: false, maxHeaderSize };
      const request = get(options, (response) => {
        response.resume().on("end", () => done(response.statusCode ?? 0));
        response.on("error", failed);
      });
      request.setTimeout(20_000, () => request.destroy(new Error(`no answer: ${path}`)));
      request.on("error", failed);
    });

  for (const [index, path] of ODD_PATHS.entries()) {
    test(`with malformed router headers: ${path}`, async ({ baseURL }) => {
      for (const headers of ROUTER_HEADERS) {
        const status = await getStatus(baseURL ?? "", path, headers, `127.0.1.${index + 1}`);
        expect.soft(status, JSON.stringify(headers).slice(0, 200)).toBeLessThan(500);
      }
    });
  }

  test("with an unusual URL", async ({ baseURL }) => {
    for (const path of ODD_ADDRESSES) {
      for (const headers of PAGE_AND_ROUTER) {
        const status = await getStatus(baseURL ?? "", path, headers, "127.0.2.1");
        const name = `${path.slice(0, 100)} ${JSON.stringify(headers)}`;
        expect.soft(status, name).toBeGreaterThanOrEqual(200);
        expect.soft(status, name).toBeLessThan(500);
      }
    }
  });
});

test.describe("A former URL", { tag: "@desktop" }, () => {
  for (const [kind, slug, address, query] of [
    ["Product", "wc-suspendu-rimless-premium", "/produit/", "?v=SKU-1&utm_source=wa"],
    ["Product", "wc-suspendu-rimless-premium", "/ar/produit/", "?v=SKU-1&utm_source=wa"],
    ["Product", "wc-suspendu-rimless-premium", "/api/public/products/", "?utm_source=wa"],
    ["Category", "carrelage", "/catalogue/", "?utm_source=wa"],
    [
      "Category",
      "carrelage",
      "/catalogue/",
      "?option=Finition%3AMat&option=Finition%3ABrillant&page=2",
    ],
    ["Category", "carrelage", "/ar/catalogue/", "?option=Finition%3AMat&page=2"],
  ] as const) {
    test(`redirects with its query: ${address}${query}`, async ({ request, insertRedirect }) => {
      const old = await insertRedirect(kind, slug);
      for (let visit = 0; visit < 2; visit++) {
        const response = await request.get(`${address}${old}${query}`, { maxRedirects: 0 });
        expect(response.status()).toBe(308);
        const { pathname, search } = new URL(response.headers().location ?? "", response.url());
        expect(pathname).toBe(`${address}${slug}`);
        expect([...new URLSearchParams(search)]).toEqual([...new URLSearchParams(query)]);
      }
    });
  }
});

test("Searches above the rate limit get a page in both languages", {
  tag: "@desktop",
}, async ({ page, baseURL, database }) => {
  test.slow();
  // A separate client address: the other tests use another address of this machine.
  const localAddress = `127.0.0.${2 + test.info().retry}`;
  const agent = new Agent({ keepAlive: true, maxSockets: 10 });
  const url = `http://127.0.0.1:${new URL(baseURL ?? "").port}/recherche?q=x`;
  const search = (headers: Record<string, string> = {}) =>
    new Promise<IncomingMessage>((done, failed) => {
      get(url, { agent, headers, localAddress }, done).on("error", failed);
    });
  const getStatus = async (headers?: Record<string, string>) => {
    const response = await search(headers);
    response.resume();
    return response.statusCode;
  };
  expect(await getStatus()).toBe(200);
  // Counted like the page, but quick: Next only redirects a prefetch without its hash.
  const prefetches = Array.from({ length: 299 }, () => getStatus({ rsc: "1" }));
  expect(await Promise.all(prefetches)).not.toContain(429);
  const refused = await search();
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  let html = "";
  for await (const chunk of refused) html += chunk;
  await page.setContent(html);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Trop de pages/);
  await expect(page.locator('[dir="rtl"] h2')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath("429.png") });
  agent.destroy();
  const { rows } = await database.query(`SELECT "key" FROM "RateLimit" WHERE "key" LIKE $1`, [
    `%:${localAddress}`,
  ]);
  expect(rows, "reading writes nothing").toEqual([]);
});

test("The next click shows a change by staff in a browser with cached pages", {
  tag: "@desktop",
}, async ({ baseURL: address, database, insertProduct, insertStaff, playwright }) => {
  test.slow();
  const baseURL = address ?? "";
  const name = `Siphon ${Date.now()}`;
  const slug = await insertProduct({ name });
  // A published product without an image cannot be saved.
  await database.query(
    `INSERT INTO "ProductImage" ("id", "productId", "url", "key", "width", "height", "bytes", "isPrimary")
     SELECT $1, $1, "url", "key", "width", "height", "bytes", true FROM "ProductImage" LIMIT 1`,
    [slug],
  );
  const staff = await insertStaff("SUPER_ADMIN");
  const api = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { "sec-fetch-site": "same-origin" },
  });
  const { username, password } = staff;
  expect((await api.post("/api/auth/login", { data: { username, password } })).status()).toBe(200);
  const profile = await mkdtemp(join(tmpdir(), "profile-"));
  const open = async () => {
    const context = await chromium.launchPersistentContext(profile, {
      ...test.info().project.use.launchOptions,
      baseURL,
      viewport: { width: 1280, height: 800 },
    });
    const [page = await context.newPage()] = context.pages();
    await page.goto(`/recherche?q=${encodeURIComponent(name)}`);
    return { context, page };
  };
  const { context, page } = await open();
  const click = async () => {
    await page.getByRole("main").getByRole("link", { name }).first().click();
    await expect(page).toHaveURL(/\/produit\//);
  };
  const goBack = async () => {
    await page.goBack();
    await expect(page).toHaveURL(/\/recherche/);
  };

  await click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByRole("main")).toContainText("120 MAD");

  await edit(api, slug, { basePrice: "444" });
  await page.goto(`/recherche?q=${encodeURIComponent(name)}`);
  await click();
  await expect(page.getByRole("main")).toContainText("444 MAD");

  await goBack();
  await edit(api, slug, { basePrice: "555" });
  await click();
  await expect(page.getByRole("main")).toContainText("555 MAD");

  await goBack();
  await edit(api, slug, { slug: `${slug}-bis` });
  await click();
  await expect(page).toHaveURL(new RegExp(`/produit/${slug}-bis$`));
  await goBack();
  await edit(api, slug, { slug });
  await click();
  await expect(page).toHaveURL(new RegExp(`/produit/${slug}$`));
  await expect(page.getByRole("main")).toContainText("555 MAD");

  await goBack();
  await edit(api, slug, { status: "INACTIVE" });
  await click();
  await expect(page.getByText("555 MAD")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(name);
  await context.close();
  await rm(profile, { recursive: true, force: true });
});

/** The product's id equals its first slug. */
async function edit(api: APIRequestContext, id: string, changes: object): Promise<void> {
  const { data } = await (await api.get(`/api/admin/products/${id}`)).json();
  const response = await api.patch(`/api/admin/products/${id}`, {
    data: { version: data.version, ...changes },
  });
  expect(response.status(), await response.text()).toBe(200);
}
