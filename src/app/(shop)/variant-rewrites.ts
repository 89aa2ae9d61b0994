// next.routes.ts imports this file, and Next resolves no aliases for it.
import { buildCookiePattern } from "../../lib/cache/variant-codes";
import { VARIANTS_COOKIE } from "../../lib/cache/variants-cookie";
import { LOCALES, ROUTE_SEGMENTS } from "../../lib/i18n/locale";
import { localPath } from "../../lib/i18n/paths";
import { twinRewrites } from "./dynamic-twins";

/**
 * The pages that contain slots of experiments, with the letters of these slots. Letters of a page follow each other in the alphabet, as in
 * the cookie, so that a pattern can pick them.
 */
const PAGES = [
  { source: "/", letters: "ab" },
  { source: "/catalogue", letters: "b" },
  { source: "/catalogue/:slug", letters: "b" },
  { source: "/recherche", letters: "b" },
  { source: "/produit/:slug", letters: "bcd" },
] as const;

/** Rewrites to the page with the variants of the cookie: Next caches one document per combination. They precede those without. */
export function variantRewrites() {
  return LOCALES.flatMap((locale) => {
    const segment = ROUTE_SEGMENTS[locale];
    const twins = twinRewrites().filter(({ destination }) =>
      destination.startsWith(`/${segment}/catalogue/`),
    );
    return [
      ...twins.map(({ source, has, destination }) => ({
        source,
        has: [...has, hasVariants("b")],
        destination: destination.replace(segment, `${segment}~:variants`),
      })),
      ...PAGES.map(({ source, letters }) => ({
        source: localPath(locale, source),
        has: [hasVariants(letters)],
        destination: `/${segment}~:variants${source === "/" ? "" : source}`,
      })),
    ];
  });
}

const hasVariants = (letters: string) => ({
  type: "cookie" as const,
  key: VARIANTS_COOKIE,
  value: buildCookiePattern(letters),
});
