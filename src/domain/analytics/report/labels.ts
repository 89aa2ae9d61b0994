import { lookup } from "@/lib/lookup";
import type { EventType } from "../event";
import { DIRECT, type FilterProperty } from "./filter-schema";

/** How a visit came; reports count by the same. */
export const VISIT_LABELS = {
  source: "Source",
  medium: "Support",
  campaign: "Campagne",
  device: "Appareil",
  locale: "Langue",
  town: "Ville",
} as const;

export const PROPERTY_LABELS: Record<FilterProperty, string> = {
  ...VISIT_LABELS,
  returning: "Visiteurs",
  page: "Page vue",
  product: "Produit vu",
  category: "Catégorie vue",
  event: "Action",
};

const PAGES = {
  home: "Accueil",
  catalogue: "Catalogue",
  category: "Catégorie",
  product: "Fiche produit",
  search: "Recherche",
  contact: "Contact",
  faq: "Questions fréquentes",
  about: "À propos",
  legal: "Mentions légales",
  privacy: "Confidentialité",
  newsletter: "Newsletter",
  plan: "Plan du site",
  other: "Autre page",
};

const EVENT_LABELS: Record<EventType, string> = {
  page_view: "Page vue",
  product_view: "Fiche produit vue",
  whatsapp_click: "Demande WhatsApp",
  phone_click: "Appel",
  contact_submit: "Message envoyé",
  newsletter_subscribe: "Inscription à la newsletter",
  search: "Recherche",
  search_click: "Résultat de recherche ouvert",
  share: "Partage",
  filter: "Filtre utilisé",
  calculator: "Calculateur utilisé",
  quote_open: "Devis ouvert",
  exposure: "Test montré",
  lead_replied: "Demande répondue",
  lead_quoted: "Devis envoyé",
  lead_sold: "Vente",
  lead_lost: "Demande perdue",
};

const VALUES: Partial<Record<FilterProperty, Record<string, string>>> = {
  source: { [DIRECT]: "Accès direct", autres: "Autres sources" },
  device: { phone: "Téléphone", tablet: "Tablette", desktop: "Ordinateur" },
  locale: { fr: "Français", ar: "Arabe" },
  returning: { oui: "De retour", non: "Nouveaux" },
  page: PAGES,
  event: EVENT_LABELS,
};

const DELETED: Partial<Record<FilterProperty, string>> = {
  product: "Produit supprimé",
  category: "Catégorie supprimée",
};

/** The French name of a value; `name` is that of its record, null where the record is gone. */
export function formatValue(
  property: FilterProperty,
  value: string,
  name: string | null = null,
): string {
  return name ?? lookup(VALUES[property] ?? {}, value) ?? DELETED[property] ?? value;
}
