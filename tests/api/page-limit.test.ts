import { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { describe, expect, it, vi } from "vitest";
import { countPageRequest } from "@/app/_front/page-limit";
import { newIpAddress } from "../support/sign-in";
import { recordStatements } from "../support/statements";

interface Answer {
  status?: number;
  cache?: string;
}

/** Requests a page as a browser at this IP address; returns the seconds to wait. */
async function requestPage(url: string, address: string, { status = 200, cache }: Answer = {}) {
  const headers = { "x-forwarded-for": address };
  const response = Object.assign(new EventEmitter(), {
    statusCode: status,
    getHeader: (name: string) => (name === "x-nextjs-cache" ? cache : undefined),
  });
  const wait = await countPageRequest(
    { url, headers } as unknown as IncomingMessage,
    response as unknown as ServerResponse,
  );
  response.emit("finish");
  return wait;
}

async function requestTimes(times: number, url: string, address: string, answer?: Answer) {
  for (let i = 0; i < times; i++) expect(await requestPage(url, address, answer)).toBe(0);
}

const NOT_CACHED: Answer = { status: 404, cache: "MISS" };

function moveClock(seconds: number) {
  vi.spyOn(performance, "now").mockReturnValue(performance.now() + seconds * 1000);
}

describe("Pages rendered for a single request", () => {
  it.each([
    "/recherche",
    "/recherche?q=zellige",
    "/ar/recherche?q=x",
    "/recherche?q=x&_rsc=1abc",
    "/catalogue/carrelage?page=2",
    "/ar/catalogue/carrelage?option=Couleur:Blanc",
    "/catalogue/carrelage/filtres",
    "/contact?produit=lavabo",
    "/ar/contact?erreur=1",
    "/contact/formulaire",
    "/newsletter/preferences?token=x",
    "/newsletter/merci",
    "/apercu/x",
    "/sitemap.xml",
    "/sitemaps/products-1.xml",
  ])("are limited to 300 a minute for each client: %s", async (url) => {
    const address = newIpAddress();
    await requestTimes(300, url, address);
    const wait = await requestPage(url, address);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await requestPage(url, newIpAddress())).toBe(0);
    moveClock(61);
    expect(await requestPage(url, address)).toBe(0);
  });

  it("do not count against cached pages", async () => {
    const address = newIpAddress();
    await requestTimes(300, "/recherche?q=x", address);
    for (const url of ["/", "/ar", "/produit/lavabo?v=1", "/catalogue/carrelage?utm_source=x"]) {
      expect([url, await requestPage(url, address, { cache: "HIT" })]).toEqual([url, 0]);
    }
    expect(await requestPage("/admin/login", address)).toBe(0);
  });

  it("allow a client of the admin 1,200 pages a minute", async () => {
    const address = newIpAddress();
    await requestTimes(1_200, "/admin/products", address);
    expect(await requestPage("/admin/products", address)).toBeGreaterThan(0);
  });
});

describe("Pages missing from the cache", () => {
  it.each<[string, Answer]>([
    ["an unknown product", NOT_CACHED],
    ["an unknown address", { status: 404 }],
    ["a page on its first view", { cache: "MISS" }],
  ])("count against the limit after they are rendered: %s", async (_, made) => {
    const address = newIpAddress();
    await requestTimes(601, "/produit/x", address, made);
    await vi.waitFor(async () =>
      expect(await requestPage("/produit/y", address, { cache: "HIT" })).toBeGreaterThan(0),
    );
    expect(await requestPage("/produit/y", newIpAddress())).toBe(0);
    moveClock(61);
    expect(await requestPage("/produit/y", address)).toBe(0);
  });

  it.each(["HIT", "STALE"])("do not count when they come from the cache: %s", async (cache) => {
    const address = newIpAddress();
    await requestTimes(600, "/produit/x", address, NOT_CACHED);
    await requestTimes(10, "/produit/lavabo", address, { cache });
  });
});

it("Counting pages sends no statement to the database", async () => {
  const address = newIpAddress();
  const statements = await recordStatements(async () => {
    for (const url of ["/recherche?q=x", "/admin/products", "/catalogue/carrelage?page=2"]) {
      await requestPage(url, address);
    }
    await requestPage("/produit/x", address, NOT_CACHED);
  });
  expect(statements).toEqual([]);
});
