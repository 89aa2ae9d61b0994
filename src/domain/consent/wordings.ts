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
  "visits-2": {
    fr: "Acceptez-vous un cookie qui reconnaît vos visites et adapte notre newsletter, si vous la recevez ? Il n'est donné à personne. Vous pouvez changer d'avis en bas de page.",
    ar: "هل تقبلون ملف ارتباط (كوكي) يتعرّف على زياراتكم ويكيّف نشرتنا معها إن كنتم تتلقونها؟ لا يُعطى لأحد. يمكنكم تغيير رأيكم أسفل الصفحة.",
  },
  "posthog-2": {
    fr: "Acceptez-vous que PostHog, notre outil de mesure, enregistre vos visites, sans ce que vous tapez, et qu'elles adaptent notre newsletter, si vous la recevez ? Vous pouvez changer d'avis en bas de page.",
    ar: "هل تقبلون أن تسجّل أداة القياس PostHog زياراتكم، دون ما تكتبونه، وأن تُكيَّف نشرتنا معها إن كنتم تتلقونها؟ يمكنكم تغيير رأيكم أسفل الصفحة.",
  },
} as const satisfies Record<string, Record<Locale, string>>;

export type ConsentWording = keyof typeof WORDINGS;

export const CONSENT_WORDINGS = Object.keys(WORDINGS) as ConsentWording[];

/** The text of a shop that recognises visitors who return, and that of a shop with PostHog. */
export const VISITS_WORDING = "visits-2" satisfies ConsentWording;
export const POSTHOG_WORDING = "posthog-2" satisfies ConsentWording;

/** The texts that let the newsletter use the visits of a subscriber. */
export const NEWSLETTER_WORDINGS: readonly ConsentWording[] = [VISITS_WORDING, POSTHOG_WORDING];

export function getConsentText(wording: ConsentWording, locale: Locale): string {
  return WORDINGS[wording][locale];
}
