import type { Locale } from "@/lib/i18n/locale";

/**
 * Texts that people read when they gave their consent, by the version in the consent ledger. Never change a text: add a version and
 * keep the old one as evidence. tests/unit/newsletter-wordings.test.ts checks a fingerprint of each.
 */
const WORDINGS = {
  "newsletter-1": {
    fr: "Nous vous écrivons une à deux fois par mois : arrivages, offres et conseils du magasin. Votre adresse ne sert qu'à cela et n'est donnée à personne. Chaque e-mail porte un lien pour vous désinscrire.",
    ar: "نراسلكم مرة أو مرتين في الشهر: الجديد والعروض ونصائح المتجر. لا يُستعمل عنوانكم إلا لهذا الغرض ولا يُعطى لأحد. في كل رسالة رابط لإلغاء الاشتراك.",
  },
  "import-1": {
    fr: "Je déclare que ces personnes ont accepté de recevoir la newsletter du magasin, à la date et de la manière indiquées, et que je peux le prouver si elles le demandent.",
    ar: "أصرّح بأن هؤلاء الأشخاص وافقوا على تلقي نشرة المتجر في التاريخ وبالطريقة المذكورين، وأستطيع إثبات ذلك إذا طلبوه.",
  },
} as const satisfies Record<string, Record<Locale, string>>;

export type WordingVersion = keyof typeof WORDINGS;

/** The version that the forms show now. */
export const FORM_WORDING: WordingVersion = "newsletter-1";
/** The declaration of the staff member who imports addresses. */
export const IMPORT_WORDING: WordingVersion = "import-1";

export function getWording(version: WordingVersion, locale: Locale): string {
  return WORDINGS[version][locale];
}

export const WORDING_VERSIONS = Object.keys(WORDINGS) as WordingVersion[];
