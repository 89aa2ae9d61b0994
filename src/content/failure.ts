import type { Locale } from "../lib/i18n/locale";

/** Separate from the dictionaries, because the browser renders the error page and loads these texts. */
export const failure: Record<Locale, Record<"heading" | "text" | "retry" | "call", string>> = {
  fr: {
    heading: "La page n'a pas pu s'afficher.",
    text: "C'est de notre côté. Réessayez dans un instant, ou appelez-nous.",
    retry: "Réessayer",
    call: "Appeler le magasin",
  },
  ar: {
    heading: "تعذّر عرض الصفحة.",
    text: "الخلل من جانبنا. أعيدوا المحاولة بعد لحظات أو اتصلوا بنا.",
    retry: "إعادة المحاولة",
    call: "الاتصال بالمتجر",
  },
};
