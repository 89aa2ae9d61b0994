import { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { describe, expect, it, vi } from "vitest";
import { countPageRequest } from "@/app/_front/page-limit";
import { db } from "@/lib/db";
import { newIpAddress } from "../support/sign-in";

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

async function useUp(name: string, address: string, requests: number) {
  await requestPage("/recherche?q=x", address);
  await db.$executeRaw`
    INSERT INTO "RateLimit" ("key", "windowStart", "count")
    VALUES (${`${name}:${address}`}, now(), ${requests})
    ON CONFLICT ("key") DO UPDATE SET "windowStart" = now(), "count" = ${requests}`;
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
  ])("are limited to 300 a minute for each client: %s", async (url) => {
    const address = newIpAddress();
    expect(await requestPage(url, address)).toBe(0);
    await useUp("rendered-pages", address, 300);
    const wait = await requestPage(url, address);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await requestPage(url, newIpAddress())).toBe(0);
  });

  it("do not count against other clients", async () => {
    const address = newIpAddress();
    await useUp("rendered-pages", address, 300);
    for (const url of ["/", "/ar", "/produit/lavabo?v=1", "/catalogue/carrelage?utm_source=x"]) {
      expect([url, await requestPage(url, address, { cache: "HIT" })]).toEqual([url, 0]);
    }
    expect(await requestPage("/admin/login", address)).toBe(0);
  });
});

describe("Pages missing from the cache", () => {
  it.each<[string, Answer]>([
    ["an unknown product", { status: 404, cache: "MISS" }],
    ["an unknown address", { status: 404 }],
    ["a page on its first view", { cache: "MISS" }],
  ])("count against the limit after they are rendered: %s", async (_, made) => {
    const address = newIpAddress();
    await useUp("uncached-pages", address, 600);
    expect(await requestPage("/produit/x", address, made)).toBe(0);
    await vi.waitFor(async () =>
      expect(await requestPage("/produit/y", address)).toBeGreaterThan(0),
    );
    expect(await requestPage("/produit/y", newIpAddress())).toBe(0);
  });

  it.each(["HIT", "STALE"])("do not count when they come from the cache: %s", async (cache) => {
    const address = newIpAddress();
    await useUp("uncached-pages", address, 600);
    for (let visit = 0; visit < 3; visit++) {
      expect(await requestPage("/produit/lavabo", address, { cache })).toBe(0);
      await new Promise((done) => setTimeout(done, 50));
    }
  });
});

it("allows pages while the database is down: cached pages are served, others report the outage", async () => {
  const query = vi
    .spyOn(db, "$queryRaw")
    .mockRejectedValue(Object.assign(new Error("connect"), { code: "ECONNREFUSED" }) as never);
  expect(await requestPage("/recherche?q=x", newIpAddress())).toBe(0);
  expect(await requestPage("/produit/x", newIpAddress(), { cache: "MISS" })).toBe(0);
  query.mockRestore();
});
