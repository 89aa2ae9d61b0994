// next.routes.ts imports this file, and Next resolves no aliases for it.
import { findRouteLocale, isLocale, type Locale } from "../../lib/i18n/locale";
import { localPath } from "../../lib/i18n/paths";

/**
 * Static pages with a dynamic twin: the public path without the language prefix, and the segment of the dynamic route below the
 * static one.
 */
export const TWINS = [
  { source: "/catalogue/:slug", twin: "filtres" },
  { source: "/contact", twin: "formulaire" },
] as const;

const TWIN_ROUTES = TWINS.map(
  ({ source, twin }) => new RegExp(`^(${source.replace(/:\w+/g, "[^/]+")})/${twin}$`),
);

function withoutTwin(path: string): string {
  return TWIN_ROUTES.reduce((rest, route) => rest.replace(route, "$1"), path);
}

/** The path of the same page in another language. `pathname` is a public path or an internal route. */
export function switchPath(pathname: string, to: Locale): string {
  const [, first, ...rest] = pathname.split("/");
  const bare = isLocale(first) || findRouteLocale(first) ? `/${rest.join("/")}` : pathname;
  return localPath(to, withoutTwin(bare || "/"));
}
