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
  "visits-3": {
    fr: "Acceptez-vous un cookie qui reconnaît vos visites, pour adapter notre newsletter et comparer des versions de nos pages ? Il n'est donné à personne. Vous pouvez changer d'avis en bas de page.",
    ar: "هل تقبلون ملف ارتباط (كوكي) يتعرّف على زياراتكم، لتكييف نشرتنا ومقارنة نسخ من صفحاتنا؟ لا يُعطى لأحد. يمكنكم تغيير رأيكم أسفل الصفحة.",
  },
  "posthog-3": {
    fr: "Acceptez-vous que PostHog, notre outil de mesure, enregistre vos visites, sans ce que vous tapez, et qu'elles servent à adapter notre newsletter et à comparer des versions de nos pages ? Vous pouvez changer d'avis en bas de page.",
    ar: "هل تقبلون أن تسجّل أداة القياس PostHog زياراتكم، دون ما تكتبونه، وأن تُستعمل لتكييف نشرتنا ومقارنة نسخ من صفحاتنا؟ يمكنكم تغيير رأيكم أسفل الصفحة.",
  },
  // Short, so that the banner leaves room for a page's main action on a phone.
  "visits-4": {
    fr: "Acceptez-vous un cookie qui reconnaît vos visites, pour adapter notre newsletter et comparer nos pages ? Choix modifiable en bas de page.",
    ar: "هل تقبلون ملف ارتباط يتعرّف على زياراتكم، لتكييف نشرتنا ومقارنة صفحاتنا؟ يمكنكم تغيير رأيكم أسفل الصفحة.",
  },
  "posthog-4": {
    fr: "Notre outil PostHog peut-il enregistrer vos visites, pour adapter notre newsletter et comparer nos pages ? Choix modifiable en bas de page.",
    ar: "هل تقبلون أن تسجّل أداتنا PostHog زياراتكم، لتكييف نشرتنا ومقارنة صفحاتنا؟ يمكنكم تغيير رأيكم أسفل الصفحة.",
  },
} as const satisfies Record<string, Record<Locale, string>>;

/** What a text asks for beyond recognising visitors. */
export type ConsentPurpose = "posthog" | "newsletter" | "experiments";

const PURPOSES: Record<ConsentWording, readonly ConsentPurpose[]> = {
  "visits-1": [],
  "posthog-1": ["posthog"],
  "visits-2": ["newsletter"],
  "posthog-2": ["posthog", "newsletter"],
  "visits-3": ["newsletter", "experiments"],
  "posthog-3": ["posthog", "newsletter", "experiments"],
  "visits-4": ["newsletter", "experiments"],
  "posthog-4": ["posthog", "newsletter", "experiments"],
};

export function hasPurpose(wording: ConsentWording, purpose: ConsentPurpose): boolean {
  return PURPOSES[wording].includes(purpose);
}

export type ConsentWording = keyof typeof WORDINGS;

export const CONSENT_WORDINGS = Object.keys(WORDINGS) as ConsentWording[];

/** The text of a shop that recognises visitors who return, and that of a shop with PostHog. */
export const VISITS_WORDING = "visits-4" satisfies ConsentWording;
export const POSTHOG_WORDING = "posthog-4" satisfies ConsentWording;

export function getConsentText(wording: ConsentWording, locale: Locale): string {
  return WORDINGS[wording][locale];
}
