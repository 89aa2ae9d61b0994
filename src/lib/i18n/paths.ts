import { isLocale, type Locale } from "./locale";

/** French lives at the bare path, Arabic under `/ar`. `path` starts with a slash and may carry a query. */
export function localPath(locale: Locale, path: string): string {
  if (locale === "fr") return path;
  return path === "/" ? "/ar" : `/ar${path}`;
}

/** The same page in the other language; `pathname` as the browser shows it. */
export function switchPath(pathname: string, to: Locale): string {
  const [, first, ...rest] = pathname.split("/");
  const bare = isLocale(first) ? `/${rest.join("/")}` : pathname;
  return localPath(to, bare || "/");
}
