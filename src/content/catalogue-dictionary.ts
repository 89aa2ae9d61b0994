import { formatNumber, plural } from "@/lib/format/format";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { catalogueAr } from "./catalogue-ar";
import { type CatalogueDictionary, catalogueFr } from "./catalogue-fr";
import type { PluralForms } from "./plural-forms";

const dictionaries: Record<Locale, CatalogueDictionary> = { fr: catalogueFr, ar: catalogueAr };

export function getCatalogueDictionary(locale: Locale): CatalogueDictionary {
  return dictionaries[locale];
}

/** `formatCount(3, "fr", { one: "{count} produit", other: "{count} produits" })` → "3 produits". */
export function formatCount(count: number, locale: Locale, forms: PluralForms): string {
  return fill(plural(count, locale, forms), { count: formatNumber(count) });
}
