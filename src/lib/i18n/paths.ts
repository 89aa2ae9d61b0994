import { findRouteLocale, isLocale, LOCALES, type Locale, ROUTE_SEGMENTS } from "./locale";

/** French lives at the bare path, Arabic under `/ar`. `path` starts with a slash and may carry a query. */
export function localPath(locale: Locale, path: string): string {
  if (locale === "fr") return path;
  return path === "/" ? "/ar" : `/ar${path}`;
}

/** The same page in the other language. `pathname` is a public address, or the route that it is rewritten to. */
export function switchPath(pathname: string, to: Locale): string {
  const [, first, ...rest] = pathname.split("/");
  const bare = isLocale(first) || findRouteLocale(first) ? `/${rest.join("/")}` : pathname;
  return localPath(to, withoutTwin(bare || "/"));
}

/** The language of a public address, or of the route that it is rewritten to. */
export function pathLocale(pathname: string): Locale {
  const [, first] = pathname.split("/");
  return isLocale(first) ? first : (findRouteLocale(first) ?? "fr");
}

interface DynamicTwin {
  /** Public address without the language. */
  source: string;
  /** Name of the dynamic route below the static one. */
  twin: string;
  /** The query parameters that only the dynamic route reads. */
  query: readonly string[];
}

/** Static pages that have a dynamic twin, which renders the same address when its query asks for something. */
export const DYNAMIC_TWINS: readonly DynamicTwin[] = [
  {
    source: "/catalogue/:slug",
    twin: "filtres",
    query: ["page", "sort", "minPrice", "maxPrice", "inStock", "option", "featured", "new"],
  },
  { source: "/contact", twin: "formulaire", query: ["produit", "envoye", "erreur"] },
];

const TWIN_ROUTES = DYNAMIC_TWINS.map(
  ({ source, twin }) => new RegExp(`^(${source.replace(/:\w+/g, "[^/]+")})/${twin}$`),
);

function withoutTwin(path: string): string {
  return TWIN_ROUTES.reduce((rest, route) => rest.replace(route, "$1"), path);
}

/** Rewrites of `next.config.ts` from public addresses to the twins, in every language. */
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
