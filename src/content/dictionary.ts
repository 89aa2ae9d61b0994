import type { Locale } from "@/lib/i18n/locale";
import { ar } from "./ar";
import { type Dictionary, fr } from "./fr";

const dictionaries: Record<Locale, Dictionary> = { fr, ar };

export function getDictionary(locale: Locale): Dictionary {
  return dictionaries[locale];
}
