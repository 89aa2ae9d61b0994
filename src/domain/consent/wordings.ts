import type { Locale } from "@/lib/i18n/locale";

/**
 * What the banner asks, by the version in the `consent` cookie. Never change a text: add a version, so that people are asked again, and
 * keep the old one as evidence. tests/unit/consent.test.ts checks a fingerprint of each.
 */
const WORDINGS = {
  "visits-1": {
    fr: "Acceptez-vous un cookie qui nous dit que vous revenez ? Il n'est donné à personne. Vous pouvez changer d'avis en bas de chaque page.",
    ar: "هل تقبلون ملف ارتباط (كوكي) يخبرنا بأنكم عدتم؟ لا يُعطى لأحد. يمكنكم تغيير رأيكم أسفل كل صفحة.",
  },
  "posthog-1": {
    fr: "Acceptez-vous que PostHog, notre outil de mesure, enregistre vos visites, sans ce que vous tapez ? Vous pouvez changer d'avis en bas de chaque page.",
    ar: "هل تقبلون أن تسجّل أداة القياس PostHog زياراتكم، دون ما تكتبونه؟ يمكنكم تغيير رأيكم أسفل كل صفحة.",
  },
} as const satisfies Record<string, Record<Locale, string>>;

export type ConsentWording = keyof typeof WORDINGS;

export const CONSENT_WORDINGS = Object.keys(WORDINGS) as ConsentWording[];

export function getConsentText(wording: ConsentWording, locale: Locale): string {
  return WORDINGS[wording][locale];
}
