import type { Locale } from "@/lib/i18n/locale";

const fr = {
  label: "Cookies",
  refuse: "Refuser",
  accept: "Accepter",
  close: "Fermer",
  details: "Détails",
  chosen: {
    accepted: "Votre choix actuel : accepté.",
    refused: "Votre choix actuel : refusé.",
  },
  signal:
    "Votre navigateur demande à ne pas être suivi. Cela vaut refus : aucun cookie de suivi n'est déposé.",
};

const ar: typeof fr = {
  label: "ملفات الارتباط",
  refuse: "رفض",
  accept: "قبول",
  close: "إغلاق",
  details: "التفاصيل",
  chosen: {
    accepted: "اختياركم الحالي: قبول.",
    refused: "اختياركم الحالي: رفض.",
  },
  signal: "يطلب متصفحكم عدم التتبّع، ونعدّ ذلك رفضًا: لا يُوضع أي ملف ارتباط للتتبّع.",
};

/** The banner's texts, beside the versioned one of `domain/consent/wordings.ts`. */
export const CONSENT_TEXTS: Record<Locale, typeof fr> = { fr, ar };
