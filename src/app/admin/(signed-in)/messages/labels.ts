import type { DeliveryStatus, Folder } from "@/domain/messaging/inbox/schema";

export const FOLDER_LABELS: Record<Folder, { tab: string; label: string; tone: string }> = {
  new: { tab: "Nouveaux", label: "Nouveau", tone: "warn" },
  open: { tab: "Ouverts", label: "Ouvert", tone: "info" },
  waiting: { tab: "En attente", label: "En attente", tone: "info" },
  replied: { tab: "Répondus", label: "Répondu", tone: "good" },
  archived: { tab: "Archivés", label: "Archivé", tone: "neutral" },
  spam: { tab: "Indésirables", label: "Indésirable", tone: "bad" },
};

export const PERIOD_LABELS = {
  "1": "Depuis un jour",
  "7": "Depuis 7 jours",
  "30": "Depuis 30 jours",
  "90": "Depuis 3 mois",
  "365": "Depuis un an",
} as const;

export const DELIVERY_LABELS: Record<DeliveryStatus, { label: string; tone: string }> = {
  queued: { label: "Envoi en cours", tone: "neutral" },
  sent: { label: "Envoyée", tone: "good" },
  delivered: { label: "Arrivée", tone: "good" },
  bounced: { label: "Refusée par sa boîte", tone: "bad" },
  complained: { label: "Signalée comme indésirable", tone: "bad" },
  failed: { label: "Pas partie", tone: "bad" },
  unknown: { label: "Incertaine", tone: "warn" },
  gone: { label: "Envoyée", tone: "good" },
};
