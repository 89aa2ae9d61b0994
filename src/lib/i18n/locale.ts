export const LOCALES = ["fr", "ar"] as const;
export type Locale = (typeof LOCALES)[number];

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/** French unless the reader prefers Arabic. */
export function localeFrom(acceptLanguage: string | null): Locale {
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
