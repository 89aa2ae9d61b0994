import { contactDictionaries } from "@/content/contact-form";
import type { ShopSettings } from "@/domain/settings/schema";
import { WEEKDAYS } from "@/domain/settings/weekdays";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";

const WORDS = {
  fr: { days: "{first} à {last}", opening: "de {open} à {close}", and: " et ", closed: "fermé" },
  ar: { days: "{first} إلى {last}", opening: "من {open} إلى {close}", and: " و", closed: "مغلق" },
};

/** Formats the week in one line; consecutive days with the same hours are grouped. */
export function formatOpeningHours(hours: ShopSettings["hours"], locale: Locale): string {
  const words = WORDS[locale];
  const days = contactDictionaries[locale].days;
  const groups: { first: string; last: string; text: string }[] = [];
  for (const day of WEEKDAYS) {
    const openings = (hours[day] ?? []).map((opening) => fill(words.opening, opening));
    const text = openings.join(words.and) || words.closed;
    const previous = groups.at(-1);
    if (previous?.text === text) previous.last = days[day];
    else groups.push({ first: days[day], last: days[day], text });
  }
  const separator = locale === "ar" ? "، " : ", ";
  return groups
    .map(
      ({ first, last, text }) =>
        `${first === last ? first : fill(words.days, { first, last })} ${text}`,
    )
    .join(separator);
}
