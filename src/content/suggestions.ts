import type { Locale } from "@/lib/i18n/locale";
import type { PluralForms } from "./plural-forms";

const found: PluralForms = { one: "{count} résultat", other: "{count} résultats" };
const seeAll: PluralForms = { one: "Voir le résultat", other: "Voir les {count} résultats" };

const fr = {
  label: "Suggestions",
  queries: "Recherches",
  recent: "Recherches récentes",
  remove: "Retirer « {words} » des recherches récentes",
  clear: "Effacer les recherches récentes",
  popular: "Souvent recherché",
  categories: "Rayons",
  products: "Produits",
  found,
  seeAll,
  none: "Aucun produit ne correspond à « {words} ».",
  corrected: "Résultats pour « {words} »",
  from: "À partir de ",
  onRequest: "Prix sur demande",
  close: "Fermer la recherche",
};

const ar: typeof fr = {
  label: "اقتراحات",
  queries: "عمليات بحث",
  recent: "عمليات البحث الأخيرة",
  remove: "إزالة «{words}» من عمليات البحث الأخيرة",
  clear: "محو عمليات البحث الأخيرة",
  popular: "عمليات بحث شائعة",
  categories: "الأقسام",
  products: "المنتجات",
  found: {
    zero: "لا نتائج",
    one: "نتيجة واحدة",
    two: "نتيجتان",
    few: "{count} نتائج",
    many: "{count} نتيجة",
    other: "{count} نتيجة",
  },
  seeAll: {
    one: "عرض النتيجة",
    two: "عرض النتيجتين",
    few: "عرض {count} نتائج",
    many: "عرض {count} نتيجة",
    other: "عرض {count} نتيجة",
  },
  none: "لا منتج يطابق «{words}».",
  corrected: "نتائج «{words}»",
  from: "ابتداءً من ",
  onRequest: "السعر عند الطلب",
  close: "إغلاق البحث",
};

/** Texts of the suggestions below the search field; apart from the other dictionaries, because browsers load them. */
export const suggestionTexts: Record<Locale, typeof fr> = { fr, ar };
