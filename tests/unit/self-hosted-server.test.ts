import { createServer, type IncomingHttpHeaders, request, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { patchNodeServer } from "@/app/_front/node-server";

const { emit } = Server.prototype;
const countPageRequest = vi.fn(async () => 0);
let asked = 0;
let answer: { status: number; headers: Record<string, string>; named?: Record<string, string> };

/** A stub of Next. */
const server = createServer((_, response) => {
  asked += 1;
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  if (answer.named) response.writeHead(answer.status, answer.named);
  response.end("next");
});

beforeAll(async () => {
  patchNodeServer({ isSelfHosted: true, countPageRequest });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});

afterAll(async () => {
  Server.prototype.emit = emit;
  await new Promise((done) => server.close(done));
});

beforeEach(() => {
  asked = 0;
  answer = { status: 200, headers: {} };
  countPageRequest.mockReset().mockResolvedValue(0);
});

function sendRequest(path: string, method = "GET") {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>(
    (done, failed) => {
      const sent = request({ port, host: "127.0.0.1", path, method }, async (response) => {
        let text = "";
        for await (const chunk of response) text += chunk;
        done({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
      sent.on("error", failed).end();
    },
  );
}

describe("Browser caching", () => {
  const ISR = "s-maxage=300, stale-while-revalidate=31535700";
  it.each([
    ["a cached page", "/produit/lavabo", 200, ISR],
    ["a cached page in Arabic", "/ar/produit/lavabo", 200, ISR],
    ["a client-side navigation", "/produit/lavabo?_rsc=1abc", 200, ISR],
    ["a redirect from a former URL", "/produit/ancien", 308, ISR],
    ["a redirect without any lifetime", "/fr/contact", 308, undefined],
    ["an unknown address", "/produit/rien", 404, ISR],
    ["a deleted page", "/api/public/products/x", 410, undefined],
    ["a list of the API", "/api/public/products", 200, "public, max-age=60"],
    ["the sitemap", "/sitemap.xml", 200, "public, max-age=0, must-revalidate"],
    ["an icon", "/icon.svg?icon.1.svg", 200, "public, immutable, no-transform, max-age=31536000"],
    ["a file of the public folder", "/og.jpg", 200, "public, max-age=0"],
    ["an error for a hashed file", "/_next/static/chunks/a.js", 404, "public, max-age=3600"],
    ["a page URL that looks like a file", "/produit/media/a", 200, "max-age=31536000, immutable"],
  ])("is disabled for %s", async (_, path, status, control) => {
    answer = { status, headers: control ? { "cache-control": control } : {} };
    expect((await sendRequest(path)).headers["cache-control"]).toBe("no-cache");
  });

  it("remains disabled when the lifetime is set together with the status", async () => {
    answer = { status: 200, headers: {}, named: { "Cache-Control": ISR } };
    expect((await sendRequest("/")).headers["cache-control"]).toBe("no-cache");
  });

  it("is unchanged when caching is already disabled", async () => {
    const control = "private, no-cache, no-store, max-age=0, must-revalidate";
    answer = { status: 200, headers: { "cache-control": control } };
    expect((await sendRequest("/recherche?q=x")).headers["cache-control"]).toBe(control);
  });

  it.each(["/_next/static/chunks/a.js", "/media/ab/1280.webp", "/fonts/readex.woff2"])(
    "follows the content hash: %s",
    async (path) => {
      const control = "public, max-age=31536000, immutable";
      answer = { status: 200, headers: { "cache-control": control } };
      expect((await sendRequest(path)).headers["cache-control"]).toBe(control);
    },
  );
});

describe("A redirect from a former URL", () => {
  it.each([
    ["/produit/a?v=SKU-1&utm_source=wa", "/produit/b", "/produit/b?v=SKU-1&utm_source=wa"],
    ["/ar/produit/a?v=SKU-1", "/ar/produit/b", "/ar/produit/b?v=SKU-1"],
    [
      "/catalogue/a?option=Couleur:Blanc&option=Taille:60&page=2",
      "/catalogue/b",
      "/catalogue/b?option=Couleur%3ABlanc&option=Taille%3A60&page=2",
    ],
    ["/catalogue/a?page=2", "/catalogue/b?page=2", "/catalogue/b?page=2"],
    ["/catalogue/a?page=2&x=1", "/catalogue/b?page=3", "/catalogue/b?page=3&x=1"],
    ["/ar/catalogue/a?q=%D8%B2%20%26", "/ar/catalogue/b", "/ar/catalogue/b?q=%D8%B2+%26"],
    ["/api/public/products/a?x=1", "/api/public/products/b", "/api/public/products/b?x=1"],
    ["/produit/a", "/produit/b", "/produit/b"],
    ["/produit/a?", "/produit/b", "/produit/b"],
  ])("preserves the query: %s", async (from, location, expected) => {
    answer = { status: 308, headers: { location } };
    expect((await sendRequest(from)).headers.location).toBe(expected);
  });

  it.each([
    ["another page", "/newsletter/merci?x=1", 307, "/"],
    ["another site", "/produit/a?x=1", 308, "https://elsewhere.test/b"],
    ["a form redirect", "/produit/a?x=1", 303, "/produit/b"],
  ])("leaves other redirects unchanged: %s", async (_, from, status, location) => {
    answer = { status, headers: { location } };
    expect((await sendRequest(from)).headers.location).toBe(location);
  });
});

describe("Unused features of Next", () => {
  it.each([
    "/_next/image?url=%2Fmedia%2Fa%2F1280.webp&w=3840&q=75",
    "/_next/image",
    "/_next/data/build/fr/index.json",
    "/_next",
  ])("answer 404 without a request to Next: %s", async (path) => {
    expect((await sendRequest(path)).status).toBe(404);
    expect(asked).toBe(0);
  });

  it.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])(
    "do not accept %s on a page: there are no server actions",
    async (method) => {
      for (const path of ["/", "/contact", "/ar/recherche?q=x", "/admin/login", "/api/docs"]) {
        const { status, headers } = await sendRequest(path, method);
        expect([path, status, headers.allow]).toEqual([path, 405, "GET, HEAD"]);
      }
      expect(asked).toBe(0);
    },
  );

  it("do not affect the API, mailed links and files", async () => {
    for (const path of ["/api/auth/login", "/api/none", "/n/c/x", "/media/x"]) {
      expect((await sendRequest(path, "POST")).status).toBe(200);
    }
  });
});

describe("A client above the page limit", () => {
  it("gets a page in both languages, without a request to Next", async () => {
    countPageRequest.mockResolvedValue(17);
    const { status, headers, text } = await sendRequest("/recherche?q=x");
    expect([status, headers["retry-after"], headers["cache-control"]]).toEqual([
      429,
      "17",
      "private, no-store",
    ]);
    expect(text).toContain('lang="fr"');
    expect(text).toContain('dir="rtl"');
    expect(asked).toBe(0);
  });

  it("still gets the API, files, and cached pages", async () => {
    countPageRequest.mockResolvedValue(17);
    for (const path of ["/api/public/products", "/_next/static/a.js", "/media/a/1280.webp"]) {
      expect((await sendRequest(path)).status).toBe(200);
    }
    countPageRequest.mockResolvedValue(0);
    answer = { status: 200, headers: { "x-nextjs-cache": "HIT", "cache-control": "s-maxage=300" } };
    await sendRequest("/a-propos");
    countPageRequest.mockResolvedValue(17);
    const { status, headers } = await sendRequest("/a-propos");
    expect([status, headers["cache-status"]]).toEqual([200, "shop; hit"]);
  });
});
