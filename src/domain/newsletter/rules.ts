import type { Language } from "@/generated/prisma/enums";
import type { Locale } from "@/lib/i18n/locale";

export const CONFIRMATION_LINK_HOURS = 48;
/** Retention of a request that is never confirmed. */
export const PENDING_RETENTION_DAYS = 7;
/** Retention of a subscription after its end. The suppression stays. */
export const ENDED_RETENTION_DAYS = 30;

/** In characters: the proof of consent. Shared by the form and the schema. */
export const MAX_SOURCE_LENGTH = 200;

/** The cookie with the values of a rejected form. */
export const NEWSLETTER_FLASH_FORM = "newsletter-form";

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

/** "product:robinet-chrome" → "product": campaigns filter by the main source. */
export function toMainSource(source: string): string {
  return source.split(":")[0] ?? source;
}
