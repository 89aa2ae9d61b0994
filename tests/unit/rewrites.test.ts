import {
  getRewrittenUrl,
  unstable_getResponseFromNextConfig,
} from "next/experimental/testing/server";
import { describe, expect, it } from "vitest";
import { switchPath } from "@/app/(shop)/addresses";
import { DYNAMIC_TWINS } from "@/app/(shop)/dynamic-twins";
import { buildCookiePattern, listSegmentCodes, readVariants } from "@/lib/cache/variant-codes";
import { findRouteLocale, LOCALES, ROUTE_SEGMENTS } from "@/lib/i18n/locale";
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

  it.each([
    ["/contact", "a0f1"],
    ["/produit/lavabo", "a0f1"],
    ["/", "d0h1"],
    ["/", "a0f"],
    ["/", "a0f1..b0g0"],
    ["/", "a0f1/../admin"],
    ["/", "%61"],
  ])("ignore on %s the cookie %s", async (page, cookie) => {
    const address = localPath(locale, page);
    expect(getPath(await rewrite(address, cookie))).toBe(getPath(await rewrite(address)));
  });

  it("redirect the route of variants to the public URL", async () => {
    for (const page of ["/catalogue/wc", "/"]) {
      const response = await respond(`/${ROUTE_SEGMENTS[locale]}~a0f1${page}`.replace(/\/$/, ""));
      expect(response.status).toBe(308);
      const { pathname } = new URL(response.headers.get("location") ?? "");
      expect(pathname).toBe(localPath(locale, page));
    }
  });

  it("redirect the route's own path to the public URL", async () => {
    const response = await respond(`/${ROUTE_SEGMENTS[locale]}/catalogue/wc?page=2`);
    expect(response.status).toBe(308);
    expect(response.headers.get("location")).toBe(
      `${HOST}${localPath(locale, "/catalogue/wc")}?page=2`,
    );
  });
});

// Next's helper does not fill in what a pattern captures, so the pages themselves are tested in the browser.
it.each([
  ["ab", "a0f1.b0g0.d0h1", "a0f1.b0g0"],
  ["ab", "b0g0", "b0g0"],
  ["b", "a0f1.b0g0.d0h1", "b0g0"],
  ["b", "b0g1.c003", "b0g1"],
  ["bcd", "a0f1.b0g0.d0h1", "b0g0.d0h1"],
  ["bcd", "a0f1", undefined],
  ["ab", "a0f4", undefined],
  ["ab", "A0F1", undefined],
  ["ab", "a0f1.", undefined],
  ["ab", "a0f1;b0g0", undefined],
])(
  "the pattern of the slots %s picks from the cookie %s the variants %s",
  (letters, cookie, variants) => {
    const pattern = new RegExp(`^${buildCookiePattern(letters)}$`);
    expect(pattern.exec(cookie)?.groups?.variants).toBe(variants);
  },
);

it.each([
  ["a=b; variants=a0f1.b0g0; c=d", "a0f1.b0g0"],
  ["a=b", ""],
  ["", ""],
  ["variants=a0f1; variants=a0f2", null],
  ["variants=%610f1", null],
  ['variants="a0f1"', null],
  ["variants=a0f1x", null],
  ["variants=", null],
  ["myvariants=a0f1", null],
])("the variants in the cookies %j are %j", (cookies, variants) => {
  expect(readVariants(cookies)).toBe(variants);
});

it("segments with variants have the locale and the codes", () => {
  expect(findRouteLocale("fr~a0f1.b0g0")).toBe("fr");
  expect(findRouteLocale("ar-ma~a0f1")).toBe("ar");
  expect(findRouteLocale("de~a0f1")).toBeNull();
  expect(listSegmentCodes("fr~a0f1.b0g0")).toEqual(["a0f1", "b0g0"]);
  expect(listSegmentCodes("fr")).toEqual([]);
  expect(listSegmentCodes("fr~../x")).toEqual([]);
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

/** Applies each rewrite to the result of those before it, as Next does. Its helper applies only the first. */
async function rewrite(address: string, variants?: string): Promise<string | null> {
  const cookies: Record<string, string> = variants === undefined ? {} : { variants };
  let url: string | null = null;
  for (const rule of await listRewrites()) {
    const rewrites = async () => ({ beforeFiles: [rule] });
    const response = await unstable_getResponseFromNextConfig({
      url: url ?? HOST + address,
      nextConfig: { rewrites },
      cookies,
    });
    url = getRewrittenUrl(response) ?? url;
  }
  return url?.replace(HOST, "").replace(/\/(?=$|\?)/, "") ?? null;
}

async function listRewrites() {
  const rewrites = await nextConfig.rewrites?.();
  if (!rewrites || Array.isArray(rewrites)) throw new Error("There are no rewrites.");
  return rewrites.beforeFiles ?? [];
}
