// next.routes.ts imports this file, and Next resolves no aliases for it. Browsers load addresses.ts only.
import { ROUTE_SEGMENTS } from "../../lib/i18n/locale";
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

/** The first segment of a route, as a parameter of a rewrite. */
export const SEGMENT = `/:segment(${Object.values(ROUTE_SEGMENTS).join("|")})`;

/**
 * The rewrites from the routes of public paths to the twins, for `next.routes.ts`: each route to its twin, and back where the query has no
 * parameter of the twin. One rewrite per parameter would cost more.
 */
export function twinRewrites() {
  return DYNAMIC_TWINS.flatMap(({ source, twin, query }) => [
    { source: SEGMENT + source, destination: `/:segment${source}/${twin}` },
    {
      source: `${SEGMENT}${source}/${twin}`,
      missing: query.map((key) => ({ type: "query" as const, key })),
      destination: `/:segment${source}`,
    },
  ]);
}
