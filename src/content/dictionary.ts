import type { Locale } from "@/lib/i18n/locale";
import { ar } from "./ar";
import { fr } from "./fr";

export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

type Widened<T> = T extends string
  ? string
  : T extends PluralForms
    ? PluralForms
    : { [K in keyof T]: Widened<T[K]> };

/** French has every text first; Arabic that lacks one of them does not compile. */
export type Dictionary = Widened<typeof fr>;

const dictionaries: Record<Locale, Dictionary> = { fr, ar };

export function dictionary(locale: Locale): Dictionary {
  return dictionaries[locale];
}
