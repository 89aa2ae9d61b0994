import type { FieldRow, FieldTable } from "@/lib/field-table";
import type { Features, ShopSettings, StaffSettings } from "./schema";
import type { Weekday } from "./weekdays";

const OPENING_FIELDS = {
  open: { label: "Ouverture", kind: "shortText" },
  close: { label: "Fermeture", kind: "shortText" },
} as const satisfies FieldTable;

const toDay = (label: string) => ({ label, kind: "list", parts: OPENING_FIELDS }) as const;

const DAY_FIELDS = {
  mon: toDay("Lundi"),
  tue: toDay("Mardi"),
  wed: toDay("Mercredi"),
  thu: toDay("Jeudi"),
  fri: toDay("Vendredi"),
  sat: toDay("Samedi"),
  sun: toDay("Dimanche"),
} as const satisfies Record<Weekday, FieldRow>;

const EXCEPTION_FIELDS = {
  date: { label: "Jour", kind: "date" },
  hours: toDay("Horaires"),
} as const satisfies FieldTable;

const FEATURE_FIELDS = {
  homeFeatured: { label: "Produits en vedette sur la page d'accueil", kind: "flag" },
  homeNew: { label: "Nouveautés sur la page d'accueil", kind: "flag" },
  returningVisitors: {
    label: "Reconnaître, avec leur accord, les visiteurs qui reviennent",
    kind: "flag",
  },
} as const satisfies Record<keyof Features, FieldRow>;

/** The settings, for their form, its messages and the audit log. */
export const SETTING_FIELDS = {
  name: { label: "Nom de la boutique", kind: "text", maxLength: 80 },
  since: { label: "Année de fondation", kind: "integer" },
  heroUrl: { label: "Image de la page d'accueil", kind: "shortText" },
  address: { label: "Adresse", kind: "text", maxLength: 200 },
  addressAr: { label: "Adresse en arabe", kind: "text", maxLength: 200 },
  mapUrl: { label: "Lien vers la carte", kind: "shortText", maxLength: 500 },
  email: { label: "Adresse e-mail", kind: "shortText" },
  phones: { label: "Téléphones", kind: "list" },
  whatsapp: { label: "WhatsApp", kind: "shortText" },
  otherWhatsapp: { label: "Autres numéros WhatsApp", kind: "list" },
  hours: { label: "Horaires", kind: "group", parts: DAY_FIELDS },
  exceptions: { label: "Jours particuliers", kind: "list", parts: EXCEPTION_FIELDS },
  notificationEmail: { label: "Adresse des notifications", kind: "shortText" },
  autoReply: {
    label: "Réponse automatique",
    formLabel: "Confirmer aux clients, par e-mail, que leur message est arrivé",
    kind: "flag",
  },
  weeklyFigures: {
    label: "Résumé de la semaine",
    formLabel: "Envoyer chaque lundi, à l'adresse des notifications, les chiffres de la semaine",
    kind: "flag",
  },
  features: { label: "Fonctions", kind: "group", parts: FEATURE_FIELDS },
  requireSecondFactor: {
    label: "Double authentification",
    formLabel: "Exiger la double authentification des propriétaires",
    kind: "flag",
  },
} as const satisfies Record<keyof (ShopSettings & StaffSettings), FieldRow>;
