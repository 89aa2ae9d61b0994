import {
  getRewrittenUrl,
  unstable_getResponseFromNextConfig,
} from "next/experimental/testing/server";
import { describe, expect, it } from "vitest";
import { switchPath } from "@/app/(shop)/addresses";
import { DYNAMIC_TWINS } from "@/app/(shop)/dynamic-twins";
import { LOCALES, ROUTE_SEGMENTS } from "@/lib/i18n/locale";
import { localPath, pathLocale } from "@/lib/i18n/paths";
import { routes as nextConfig } from "../../next.routes";

const HOST = "https://shop.example";

const PAGES = [
  "/",
  "/catalogue",
  "/catalogue/wc",
  "/produit/lavabo",
  "/produit/lavabo?v=LAV-1",
  "/recherche?q=wc",
  "/contact",
  "/newsletter/confirmer?token=abc",
  "/apercu/abc",
  "/plan-du-site",
  "/inconnu/aussi",
];

describe.each(LOCALES)("Rewrites of %s URLs", (locale) => {
  it.each(PAGES)("lead %s to a route with another path", async (page) => {
    const address = localPath(locale, page);
    const route = getPath(await rewrite(address));
    expect(route).toBe(`/${ROUTE_SEGMENTS[locale]}${getPath(page)}`.replace(/\/$/, ""));
    expect(route).not.toBe(getPath(address));
  });

  for (const { source, twin, query } of DYNAMIC_TWINS) {
    const page = source.replace(":slug", "wc");
    it.each(query)(`lead ${page}?%s to its dynamic twin, and back to its URL`, async (key) => {
      const address = localPath(locale, page);
      const route = await rewrite(`${address}?${key}=1`);
      expect(getPath(route)).toBe(`/${ROUTE_SEGMENTS[locale]}${page}/${twin}`);
      for (const other of LOCALES) {
        expect(switchPath(getPath(route), other)).toBe(localPath(other, page));
      }
      expect(pathLocale(route ?? "")).toBe(locale);
      expect(pathLocale(address)).toBe(locale);
    });

    it(`leave ${page} alone when the query is empty`, async () => {
      const route = await rewrite(`${localPath(locale, page)}?utm_source=wa`);
      expect(getPath(route)).toBe(`/${ROUTE_SEGMENTS[locale]}${page}`);
    });
  }

  it("redirect the route's own path to the public URL", async () => {
    const response = await respond(`/${ROUTE_SEGMENTS[locale]}/catalogue/wc?page=2`);
    expect(response.status).toBe(308);
    expect(response.headers.get("location")).toBe(
      `${HOST}${localPath(locale, "/catalogue/wc")}?page=2`,
    );
  });
});

it.each([
  "/api/public/products",
  "/admin/produits",
  "/media/a.webp",
  "/_next/static/a.js",
  "/n/o/1",
  "/w/site",
])("rewrites do not touch %s", async (address) => {
  expect(await rewrite(address)).toBeNull();
});

it("rewrites leave a category alone when its slug is the name of a twin", () => {
  expect(switchPath("/catalogue/filtres", "ar")).toBe("/ar/catalogue/filtres");
  expect(switchPath("/catalogue/filtres/filtres", "ar")).toBe("/ar/catalogue/filtres");
});

function getPath(address: string | null): string {
  return address?.split("?")[0] ?? "";
}

function respond(address: string) {
  return unstable_getResponseFromNextConfig({ url: HOST + address, nextConfig });
}

async function rewrite(address: string): Promise<string | null> {
  const url = getRewrittenUrl(await respond(address));
  return url?.replace(HOST, "").replace(/\/(?=$|\?)/, "") ?? null;
}
