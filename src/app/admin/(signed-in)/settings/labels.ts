import type { SettingKey } from "@/domain/settings/settings-input";

export const SETTING_LABELS: Record<SettingKey, string> = {
  name: "Nom de la boutique",
  since: "Année de fondation",
  heroUrl: "Image de la page d'accueil",
  address: "Adresse",
  addressAr: "Adresse en arabe",
  mapUrl: "Lien vers la carte",
  email: "Adresse e-mail",
  phones: "Téléphones",
  whatsapp: "WhatsApp",
  otherWhatsapp: "Autres numéros WhatsApp",
  hours: "Horaires",
  exceptions: "Jours particuliers",
  notificationEmail: "Adresse des notifications",
  autoReply: "Réponse automatique",
  features: "Fonctions",
  requireSecondFactor: "Double authentification",
};

export const DAY_LABELS = {
  mon: "Lundi",
  tue: "Mardi",
  wed: "Mercredi",
  thu: "Jeudi",
  fri: "Vendredi",
  sat: "Samedi",
  sun: "Dimanche",
} as const;
