import { describe, expect, it } from "vitest";
import { parseRedirectPath } from "@/domain/search/query-rules/redirect-path";
import { appUrl } from "@/lib/env";

describe("The page that a search opens", () => {
  it.each([
    ["/catalogue/carrelage", "/catalogue/carrelage"],
    ["/", "/"],
    ["/catalogue/carrelage?sort=price_asc#liste", "/catalogue/carrelage?sort=price_asc#liste"],
    [`${appUrl}/produit/lavabo-blanc`, "/produit/lavabo-blanc"],
    ["/ar/contact", "/contact"],
    ["/ar", "/"],
    ["/fr/contact?x=1", "/contact?x=1"],
    [`${appUrl}/ar?x=1`, "/?x=1"],
    ["/arabe", "/arabe"],
    ["/recherche-de-produits", "/recherche-de-produits"],
  ])("is a page of the shop without its language: %s", (typed, path) => {
    expect(parseRedirectPath(typed)).toBe(path);
  });

  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/ar//evil.example",
    "/fr//evil.example",
    `${appUrl}//evil.example`,
    `${appUrl}/ar//evil.example`,
    `${appUrl}.evil.example/`,
    `${appUrl}@evil.example/`,
    "javascript:alert(1)",
    "data:text/html,x",
    "catalogue/carrelage",
    "",
    "#liste",
    "?q=x",
    "/recherche?q=lavabo",
    "/ar/recherche",
    "/%72echerche",
    "/admin",
    "/admin/search",
    "/api/health",
    "/n/c/abc",
    "/w/product?p=lavabo",
    "/_next/static/x.js",
    "/media/x/1280.webp",
  ])("is nothing else: %s", (typed) => {
    expect(parseRedirectPath(typed)).toBeNull();
  });

  it("stays on the shop's host for every combination of slashes, dots and languages", () => {
    const parts = ["/", "\\", ".", "..", "ar", "fr", "\t", "%2f", "evil.example", "@", ":", "?"];
    for (let seed = 0; seed < 5_000; seed++) {
      const picked = [7, 31, 127, 509, 2039].map(
        (step) => parts[(seed * step + (seed >> 3)) % parts.length],
      );
      const path = parseRedirectPath(`/${picked.join("")}`);
      if (path === null) continue;
      expect(path).toMatch(/^\/(?![/\\])/);
      for (const prefix of ["", "/ar"]) {
        expect([path, new URL(prefix + path, appUrl).origin]).toEqual([
          path,
          new URL(appUrl).origin,
        ]);
      }
    }
  });
});
