import { findRouteLocale, isLocale, type Locale } from "./locale";

/** French has no prefix, Arabic has `/ar`. `path` starts with a slash and may have a query. */
export function localPath(locale: Locale, path: string): string {
  if (locale === "fr") return path;
  return path === "/" ? "/ar" : `/ar${path}`;
}

/** The language of a public path or an internal route. */
export function pathLocale(pathname: string): Locale {
  const [, first] = pathname.split("/");
  return isLocale(first) ? first : (findRouteLocale(first) ?? "fr");
}
