import type { FilterProperty } from "@/domain/analytics/report/filter-schema";
import type { TopCard } from "@/domain/analytics/report/schema";

interface CardWords {
  title: string;
  /** The title of the first column. */
  column: string;
  /** The title of the counted column. */
  counted: string;
  empty: string;
  /** What a click on a value filters by; null for texts. */
  property: FilterProperty | null;
}

const PRODUCT = { column: "Produit", counted: "Visiteurs", property: "product" } as const;
const SEARCH = { column: "Texte cherché", counted: "Recherches", property: null } as const;
const VISIT = { counted: "Visiteurs" } as const;

export const CARD_WORDS: Record<TopCard, CardWords> = {
  products: {
    ...PRODUCT,
    title: "Produits les plus vus",
    empty: "Aucune fiche produit n'a été vue.",
  },
  unaskedProducts: {
    ...PRODUCT,
    title: "Vus, mais jamais demandés",
    empty: "Chaque produit vu a aussi été demandé, ou aucun n'a été vu.",
  },
  categories: {
    title: "Catégories les plus vues",
    column: "Catégorie",
    counted: "Visiteurs",
    property: "category",
    empty: "Aucune fiche produit n'a été vue.",
  },
  pages: {
    title: "Pages",
    column: "Page",
    counted: "Vues",
    property: "page",
    empty: "Aucune page n'a été vue.",
  },
  searches: { ...SEARCH, title: "Recherches", empty: "Personne n'a cherché dans la boutique." },
  emptySearches: {
    ...SEARCH,
    title: "Recherches sans résultat",
    empty: "Toutes les recherches ont trouvé quelque chose.",
  },
  sources: {
    ...VISIT,
    title: "Sources",
    column: "D'où viennent les visiteurs",
    property: "source",
    empty: "Aucune visite.",
  },
  mediums: {
    ...VISIT,
    title: "Supports des liens marqués",
    column: "Support",
    property: "medium",
    empty: "Aucun lien marqué (utm_medium) n'a amené de visite.",
  },
  campaigns: {
    ...VISIT,
    title: "Campagnes",
    column: "Campagne",
    property: "campaign",
    empty: "Aucune newsletter et aucun lien marqué (utm_campaign) n'a amené de visite.",
  },
  devices: {
    ...VISIT,
    title: "Appareils",
    column: "Appareil",
    property: "device",
    empty: "Aucune visite.",
  },
  locales: {
    ...VISIT,
    title: "Langues",
    column: "Langue",
    property: "locale",
    empty: "Aucune visite.",
  },
  towns: {
    ...VISIT,
    title: "Villes",
    column: "Ville",
    property: "town",
    empty: "L'hébergeur n'indique pas la ville des visiteurs.",
  },
};
