import type { Locale } from "@/lib/i18n/locale";
import { SHOP_TIME_ZONE } from "./time-zone";

const CURRENCY = { fr: "MAD", ar: "درهم" } as const;

/** `"1299.00"` → "1 299 MAD", `"129.50"` → "129,50 MAD", with no-break spaces. */
export function formatPrice(amount: string, locale: Locale): string {
  const value = Number(amount);
  const decimals = Number.isInteger(value) ? 0 : 2;
  const figure = new Intl.NumberFormat("fr-FR", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
  return `${figure} ${CURRENCY[locale]}`;
}

const NUMBER = new Intl.NumberFormat("fr-FR");

/**
 * "1 299,5", with a no-break space, in Arabic too: Moroccan price tags have Latin digits, and "1.299" beside "1 299 درهم" would read as
 * a decimal.
 */
export function formatNumber(value: number): string {
  return NUMBER.format(value);
}

/** A share in French, such as "12,5 %"; empty for a share of nothing. */
export function formatPercent(part: number, whole: number): string {
  if (whole === 0) return "";
  return `${formatNumber(Math.round((part / whole) * 1000) / 10)} %`;
}

/** Selects the plural form of a count: `{ one: "produit", other: "produits" }`; Arabic has up to six forms. */
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
  timeZone: SHOP_TIME_ZONE,
});

/** An instant in the shop's time zone: "22 nov. 2026, 18:30". */
export function formatDateTime(iso: string | Date): string {
  return toOrdinal(SHOP_TIME.format(new Date(iso)));
}

const DAY = new Intl.DateTimeFormat("fr-FR", { dateStyle: "medium", timeZone: "UTC" });

/** A calendar date: "2026-11-22" → "22 nov. 2026", "2026-11-01" → "1er nov. 2026". */
export function formatDay(day: string): string {
  return toOrdinal(DAY.format(new Date(`${day}T00:00:00Z`)));
}

/** French writes the first of a month as "1er". */
export function toOrdinal(date: string): string {
  return date.replace(/^1(?=\s)/, "1er");
}

const AGO = new Intl.RelativeTimeFormat("fr-FR", { numeric: "auto" });
const STEPS: [Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];
const SHOP_DAY = new Intl.DateTimeFormat("fr-FR", {
  dateStyle: "medium",
  timeZone: SHOP_TIME_ZONE,
});
const MAX_RELATIVE_DAYS = 7;

/** "à l'instant", "il y a 3 heures", "hier"; after a week the date. */
export function formatRelative(iso: string, now = Date.now()): string {
  const past = Math.max(0, (now - Date.parse(iso)) / 1000);
  if (past >= MAX_RELATIVE_DAYS * 86_400) return toOrdinal(SHOP_DAY.format(new Date(iso)));
  const step = STEPS.find(([, seconds]) => past >= seconds);
  return step ? AGO.format(-Math.floor(past / step[1]), step[0]) : "à l'instant";
}
