export const LOCALES = ["fr", "ar"] as const;
export type Locale = (typeof LOCALES)[number];

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/**
 * The first segment of the internal routes. It differs from the public paths (`/` and `/ar`), so that every page is reached by a rewrite.
 * Where path and route are the same, the client router predicts the route of `?page=2` from the path without a query and shows its
 * cached page without a request.
 */
export const ROUTE_SEGMENTS = { fr: "fr", ar: "ar-ma" } as const satisfies Record<Locale, string>;

/** The locale of a first segment, which may also name variants of experiments: `fr~a0f1`. */
export function findRouteLocale(segment: string | undefined): Locale | null {
  const [name] = segment?.split("~") ?? [];
  return LOCALES.find((locale) => ROUTE_SEGMENTS[locale] === name) ?? null;
}

/** French unless the header prefers Arabic. */
export function parseAcceptLanguage(acceptLanguage: string | null): Locale {
  const languages = (acceptLanguage ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().toLowerCase().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { language: tag.split("-")[0], weight: quality ? Number(quality.split("=")[1]) : 1 };
    })
    .filter(({ language, weight }) => isLocale(language) && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return (languages[0]?.language as Locale) ?? "fr";
}
