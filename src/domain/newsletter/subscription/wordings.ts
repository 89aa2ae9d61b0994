import type { Locale } from "@/lib/i18n/locale";

/**
 * What people read when they agreed, by the version that the consent ledger names. A text that stands here is never changed:
 * another text is another version, and the old one stays to be looked up. tests/unit/newsletter-wordings.test.ts holds each.
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

/** What the forms show now. */
export const FORM_WORDING: WordingVersion = "newsletter-1";
/** What whoever imports addresses declares. */
export const IMPORT_WORDING: WordingVersion = "import-1";

export function getWording(version: WordingVersion, locale: Locale): string {
  return WORDINGS[version][locale];
}

export const WORDING_VERSIONS = Object.keys(WORDINGS) as WordingVersion[];
