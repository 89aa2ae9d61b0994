import type { Locale } from "./i18n/locale";

/** Latin digits in Arabic too, as Moroccan price tags have them. */
const TAGS = { fr: "fr-FR", ar: "ar-MA-u-nu-latn" } as const;
const CURRENCY = { fr: "MAD", ar: "درهم" } as const;

/** `"1299.00"` → "1 299 MAD", `"129.50"` → "129,50 MAD", with spaces that do not break. */
export function formatPrice(amount: string, locale: Locale): string {
  const value = Number(amount);
  const decimals = Number.isInteger(value) ? 0 : 2;
  const figure = new Intl.NumberFormat("fr-FR", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
  return `${figure} ${CURRENCY[locale]}`;
}

export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(TAGS[locale]).format(value);
}

/** Picks the plural form of a count: `{ one: "produit", other: "produits" }`; Arabic has up to six. */
export function plural(
  count: number,
  locale: Locale,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  return forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
}

const SHOP_TIME = new Intl.DateTimeFormat("fr-FR", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "Africa/Casablanca",
});

/** An instant by the clock of the shop: "22 nov. 2026, 18:30". */
export function formatDateTime(iso: string | Date): string {
  return SHOP_TIME.format(new Date(iso));
}
