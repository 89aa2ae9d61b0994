// next.routes.ts imports this file, and Next resolves no aliases for it. Browsers load addresses.ts only.
import { LOCALES, ROUTE_SEGMENTS } from "../../lib/i18n/locale";
import { localPath } from "../../lib/i18n/paths";
import { TWINS } from "./addresses";

/** The query parameters that only the dynamic route reads. */
const QUERIES: Record<(typeof TWINS)[number]["twin"], readonly string[]> = {
  filtres: ["page", "sort", "minPrice", "maxPrice", "inStock", "option", "featured", "new"],
  formulaire: ["produit", "recherche", "envoye", "erreur"],
};

/** The twins with the query parameters with which a request is rewritten to them. */
export const DYNAMIC_TWINS = TWINS.map(({ source, twin }) => {
  return { source, twin, query: QUERIES[twin] };
});

/** The rewrites from public paths to the twins, for `next.routes.ts`. */
export function twinRewrites() {
  return LOCALES.flatMap((locale) =>
    DYNAMIC_TWINS.flatMap(({ source, twin, query }) =>
      query.map((key) => ({
        source: localPath(locale, source),
        has: [{ type: "query" as const, key }],
        destination: `/${ROUTE_SEGMENTS[locale]}${source}/${twin}`,
      })),
    ),
  );
}
