import type { FieldTable } from "@/lib/field-table";

export const SLOT_LABELS = {
  hero: "Grand texte de l'accueil",
  cards: "Présentation des produits en grille",
  buttons: "Ordre des boutons du produit",
  whatsapp: "Texte du bouton WhatsApp",
};

export const STATE_LABELS = { DRAFT: "Brouillon", RUNNING: "En cours", STOPPED: "Arrêté" };

export const GOAL_LABELS = {
  whatsapp_click: "Demande WhatsApp",
  contact_submit: "Message envoyé",
  phone_click: "Appel",
  product_view: "Fiche produit vue",
  newsletter_subscribe: "Inscription à la newsletter",
  quote_open: "Devis ouvert",
  lead_sold: "Vente",
};

export const SOURCE_LABELS = { OWN: "La boutique", POSTHOG: "Un drapeau de PostHog" };

/** The fields of an experiment, for its form and the audit log. */
export const EXPERIMENT_FIELDS = {
  name: { label: "Nom", kind: "shortText", maxLength: 80 },
  slot: { label: "Emplacement", kind: "choice", choices: SLOT_LABELS },
  variants: { label: "Versions", kind: "text" },
  goal: { label: "But", kind: "choice", choices: GOAL_LABELS },
  baseline: {
    label: "Taux attendu",
    formLabel: "Visiteurs qui font ce but aujourd'hui, en %",
    kind: "decimal",
  },
  effect: {
    label: "Différence utile",
    formLabel: "Plus petite différence utile, en points de %",
    kind: "decimal",
  },
  horizon: { label: "Visiteurs par version", kind: "integer" },
  source: {
    label: "Répartition",
    formLabel: "Qui répartit les visiteurs",
    kind: "choice",
    choices: SOURCE_LABELS,
  },
  flagKey: {
    label: "Drapeau",
    formLabel: "Clé du drapeau dans PostHog",
    kind: "shortText",
    maxLength: 100,
  },
  state: { label: "État", kind: "choice", choices: STATE_LABELS },
  winner: { label: "Version retenue", kind: "shortText" },
} as const satisfies FieldTable;
