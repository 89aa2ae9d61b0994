import type { Locale } from "@/lib/i18n/locale";
import { SHOP_TIME_ZONE } from "./time-zone";

const TAGS = { fr: "fr-FR", ar: "ar-MA-u-nu-latn" } as const;
const TIME = { hour: "2-digit", minute: "2-digit" } as const;

/** "5 décembre"; with the time unless it is midnight, and with the year unless it is that of `now`. In the shop's time zone. */
export function formatComingMoment(iso: string, locale: Locale, now = new Date()): string {
  const moment = new Date(iso);
  const isMidnight = format(moment, "fr", TIME) === "00:00";
  const isThisYear =
    format(moment, "fr", { year: "numeric" }) === format(now, "fr", { year: "numeric" });
  const text = format(moment, locale, {
    day: "numeric",
    month: "long",
    ...(isThisYear ? {} : { year: "numeric" }),
    ...(isMidnight ? {} : TIME),
  });
  return locale === "fr" ? text.replace(/^1 /, "1er ") : text;
}

function format(moment: Date, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: SHOP_TIME_ZONE }).format(
    moment,
  );
}
