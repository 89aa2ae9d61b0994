import type { CampaignStatus } from "./schema";

export const STATUS_LABELS: Record<CampaignStatus, string> = {
  DRAFT: "Brouillon",
  SCHEDULED: "Programmée",
  RUNNING: "En cours d'envoi",
  PAUSED: "En pause",
  FINISHED: "Envoyée",
  CANCELLED: "Annulée",
};

export const STATUS_TONES: Partial<Record<CampaignStatus, string>> = {
  SCHEDULED: "info",
  RUNNING: "info",
  PAUSED: "warn",
  FINISHED: "good",
  CANCELLED: "bad",
};

export const NO_SUBJECT = "Sans objet";
