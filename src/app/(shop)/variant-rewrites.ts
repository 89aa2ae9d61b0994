// next.routes.ts imports this file, and Next resolves no aliases for it.
import { buildCookiePattern } from "../../lib/cache/variant-codes";
import { VARIANTS_COOKIE } from "../../lib/cache/variants-cookie";
import { DYNAMIC_TWINS, SEGMENT } from "./dynamic-twins";

/**
 * The pages that contain slots of experiments, with the letters of these slots. Letters of a page follow each other in the alphabet, as in
 * the cookie, so that a pattern can pick them.
 */
const PAGES = [
  { source: "", letters: "ab" },
  { source: "/catalogue", letters: "b" },
  { source: "/catalogue/:slug", letters: "b" },
  { source: "/recherche", letters: "b" },
  { source: "/produit/:slug", letters: "bcd" },
] as const;

/**
 * Rewrites from the routes of these pages to the page with the variants of the cookie: Next caches one document per combination. They follow
 * the rewrites to twins.
 */
export function variantRewrites() {
  const twins = DYNAMIC_TWINS.flatMap(({ source, twin }) =>
    PAGES.filter((page) => page.source === source).map(({ letters }) => ({
      source: `${source}/${twin}`,
      letters,
    })),
  );
  return [...PAGES, ...twins].map(({ source, letters }) => ({
    source: SEGMENT + source,
    has: [hasVariants(letters)],
    destination: `/:segment~:variants${source}`,
  }));
}

const hasVariants = (letters: string) => ({
  type: "cookie" as const,
  key: VARIANTS_COOKIE,
  value: buildCookiePattern(letters),
});
