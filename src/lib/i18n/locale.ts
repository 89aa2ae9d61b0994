export const LOCALES = ["fr", "ar"] as const;
export type Locale = (typeof LOCALES)[number];

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/**
 * First segment of the routes that render a language. It differs from the public address (`/` and `/ar`), so that a rewrite leads
 * to every page. Where address and route are the same, the client router predicts the route of `?page=2` from the plain address
 * and shows the cached page without asking the server.
 */
export const ROUTE_SEGMENTS = { fr: "fr", ar: "ar-ma" } as const satisfies Record<Locale, string>;

export function findRouteLocale(segment: unknown): Locale | null {
  return LOCALES.find((locale) => ROUTE_SEGMENTS[locale] === segment) ?? null;
}

/** French unless the reader prefers Arabic. */
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
