import type { SubscriberStatus } from "./schema";

/** French labels of the admin and of exported files. */
export const STATUS_LABELS: Record<SubscriberStatus, { label: string; tone: string }> = {
  CONFIRMED: { label: "Abonné", tone: "good" },
  PENDING: { label: "À confirmer", tone: "info" },
  UNSUBSCRIBED: { label: "Désinscrit", tone: "" },
  BOUNCED: { label: "Adresse en échec", tone: "warn" },
  COMPLAINED: { label: "Plainte", tone: "bad" },
};

export const SOURCE_LABELS: Record<string, string> = {
  footer: "Pied de page",
  home: "Accueil",
  product: "Fiche produit",
  page: "Page d'inscription",
  preferences: "Retour d'un ancien abonné",
  import: "Importé",
};
