import type { Language } from "@/generated/prisma/enums";
import type { Locale } from "@/lib/i18n/locale";

/** How long the link of a confirmation mail works. */
export const CONFIRMATION_LINK_HOURS = 48;
/** How long somebody who never confirmed stays known. */
export const PENDING_RETENTION_DAYS = 7;
/** How long a row stays after the mails stopped; the suppression stays for good. */
export const ENDED_RETENTION_DAYS = 30;

/** Characters of the proof of consent, for the form and for the schema alike. */
export const MAX_SOURCE_LENGTH = 200;

/** Where a signed link leads to nobody. */
export const INVALID_LINK_MESSAGE = {
  fr: "Ce lien ne mène plus à une inscription.",
  ar: "لم يعد هذا الرابط يؤدي إلى أي اشتراك.",
};

export function toLocale(language: Language): Locale {
  return language === "AR" ? "ar" : "fr";
}

export function toLanguage(locale: Locale): Language {
  return locale === "ar" ? "AR" : "FR";
}

/** "product:robinet-chrome" → "product": what campaigns choose by. */
export function toMainSource(source: string): string {
  return source.split(":")[0] ?? source;
}
