import { VISIT_LABELS } from "../report/labels";
import type { Measure, ReportDimension } from "./schema";

export const MEASURE_LABELS: Record<Measure, string> = {
  visitors: "Visiteurs",
  visits: "Visites",
  views: "Pages vues",
  productViews: "Fiches produit vues",
  requests: "Demandes",
  whatsapp: "Demandes WhatsApp",
  messages: "Messages",
  phone: "Appels",
  searches: "Recherches",
};

export const DIMENSION_LABELS: Record<ReportDimension, string> = {
  day: "Jour",
  week: "Semaine",
  month: "Mois",
  product: "Produit",
  category: "Catégorie",
  page: "Page",
  ...VISIT_LABELS,
};

export const CARD_TITLES = {
  figures: "Chiffres",
  series: "Courbe des visiteurs",
  top: "Liste",
  funnel: "Entonnoir",
  report: "Rapport",
} as const;
