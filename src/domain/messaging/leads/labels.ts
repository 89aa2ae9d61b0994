import type { LeadKind, LeadStatus } from "./limits";

export const LEAD_STATUS_LABELS: Record<LeadStatus, { tab: string; label: string; tone: string }> =
  {
    NEW: { tab: "À répondre", label: "À répondre", tone: "warn" },
    REPLIED: { tab: "Répondues", label: "Répondue", tone: "info" },
    QUOTED: { tab: "Devis", label: "Devis envoyé", tone: "info" },
    SOLD: { tab: "Vendues", label: "Vendue", tone: "good" },
    LOST: { tab: "Perdues", label: "Perdue", tone: "neutral" },
  };

export const LEAD_KIND_LABELS: Record<LeadKind, string> = {
  WHATSAPP: "WhatsApp",
  MESSAGE: "Message",
};

/** Values of `Lead.page`. */
export const LEAD_PAGE_LABELS: Readonly<Record<string, string>> = {
  home: "Accueil",
  catalogue: "Catalogue",
  category: "Rayon",
  product: "Fiche produit",
  search: "Recherche",
  contact: "Contact",
  faq: "Questions fréquentes",
  about: "La maison",
  legal: "Mentions légales",
  privacy: "Confidentialité",
  newsletter: "Newsletter",
  plan: "Plan du site",
  other: "Autre page",
};

export const DEVICE_LABELS: Readonly<Record<string, string>> = {
  phone: "Téléphone",
  tablet: "Tablette",
  desktop: "Ordinateur",
};
