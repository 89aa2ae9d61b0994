// next.routes.ts imports this file, and Next resolves no aliases for it.
import { buildCookiePattern } from "../../lib/cache/variant-codes";
import { VARIANTS_COOKIE } from "../../lib/cache/variants-cookie";
import { SEGMENT } from "./dynamic-twins";

/**
 * The pages that contain slots of experiments, twins included, with the letters of these slots. Letters of a page follow each other in the
 * alphabet, as in the cookie, so that a pattern can pick them.
 */
const PAGES = [
  { path: "", letters: "ab" },
  { path: "/:page(catalogue(?:/[^/]+(?:/filtres)?)?|recherche)", letters: "b" },
  { path: "/:page(produit/[^/]+)", letters: "bcd" },
] as const;

/**
 * Rewrites from the routes of these pages to the page with the variants of the cookie: Next caches one document per combination. They follow
 * the rewrites to twins.
 */
export function variantRewrites() {
  return PAGES.map(({ path, letters }) => ({
    source: SEGMENT + path,
    has: [hasVariants(letters)],
    destination: `/:segment~:variants${path && "/:page"}`,
  }));
}

const hasVariants = (letters: string) => ({
  type: "cookie" as const,
  key: VARIANTS_COOKIE,
  value: buildCookiePattern(letters),
});
