// next.config.ts imports this file, and Next resolves no aliases for it.
import {
  findRouteLocale,
  isLocale,
  LOCALES,
  type Locale,
  ROUTE_SEGMENTS,
} from "../../lib/i18n/locale";
import { localPath } from "../../lib/i18n/paths";

interface DynamicTwin {
  /** The public path without the language prefix. */
  source: string;
  /** The segment of the dynamic route below the static one. */
  twin: string;
  /** The query parameters that only the dynamic route reads. */
  query: readonly string[];
}

/** Static pages with a dynamic twin, to which requests with one of the query parameters are rewritten. */
export const DYNAMIC_TWINS: readonly DynamicTwin[] = [
  {
    source: "/catalogue/:slug",
    twin: "filtres",
    query: ["page", "sort", "minPrice", "maxPrice", "inStock", "option", "featured", "new"],
  },
  { source: "/contact", twin: "formulaire", query: ["produit", "recherche", "envoye", "erreur"] },
];

const TWIN_ROUTES = DYNAMIC_TWINS.map(
  ({ source, twin }) => new RegExp(`^(${source.replace(/:\w+/g, "[^/]+")})/${twin}$`),
);

function withoutTwin(path: string): string {
  return TWIN_ROUTES.reduce((rest, route) => rest.replace(route, "$1"), path);
}

/** The rewrites from public paths to the twins, for `next.config.ts`. */
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

/** The path of the same page in another language. `pathname` is a public path or an internal route. */
export function switchPath(pathname: string, to: Locale): string {
  const [, first, ...rest] = pathname.split("/");
  const bare = isLocale(first) || findRouteLocale(first) ? `/${rest.join("/")}` : pathname;
  return localPath(to, withoutTwin(bare || "/"));
}
