import { DEFINITION_FIELDS } from "@/domain/analytics/definitions/fields";
import { EXPERIMENT_FIELDS } from "@/domain/analytics/experiments/fields";
import { SHARE_FIELDS } from "@/domain/analytics/shares/fields";
import { CAMPAIGN_FIELDS } from "@/domain/campaigns/fields";
import { STATUS_LABELS as CAMPAIGN_STATUSES } from "@/domain/campaigns/labels";
import { CATEGORY_FIELDS } from "@/domain/catalogue/categories/fields";
import { OPTION_CHOICES } from "@/domain/catalogue/import-rows/option-labels";
import { OPERATION_STATE_LABELS } from "@/domain/catalogue/operations/labels";
import { PRODUCT_FIELDS } from "@/domain/catalogue/products/fields";
import { CANNED_REPLY_FIELDS } from "@/domain/messaging/canned-replies/fields";
import { LEAD_FIELDS } from "@/domain/messaging/leads/fields";
import { LEAD_KIND_LABELS } from "@/domain/messaging/leads/labels";
import {
  SOURCE_LABELS,
  STATUS_LABELS as SUBSCRIBER_STATUSES,
} from "@/domain/newsletter/subscribers/labels";
import { QUERY_RULE_FIELDS } from "@/domain/search/query-rules/fields";
import { SYNONYM_FIELDS } from "@/domain/search/synonyms/fields";
import { SETTING_FIELDS } from "@/domain/settings/fields";
import { USER_FIELDS } from "@/domain/staff/users/fields";
import type { FieldRow, FieldTable } from "@/lib/field-table";
import { LANGUAGE_LABELS } from "@/lib/i18n/language-labels";
import { lookup } from "@/lib/lookup";

const UPLOAD_FIELDS = {
  url: { label: "Adresse de l'image", kind: "shortText" },
  width: { label: "Largeur", kind: "integer" },
  height: { label: "Hauteur", kind: "integer" },
  bytes: { label: "Taille en octets", kind: "integer" },
} as const satisfies FieldTable;

const MESSAGE_FIELDS = {
  status: {
    label: "Statut",
    kind: "choice",
    choices: { NEW: "Nouveau", READ: "Ouvert", REPLIED: "Répondu", ARCHIVED: "Archivé" },
  },
  waitingSince: { label: "En attente depuis", kind: "date" },
  isSpam: { label: "Indésirable", kind: "flag" },
  isDoubtful: { label: "Douteux", kind: "flag" },
  assignedTo: { label: "Confié à", kind: "shortText" },
  receivedAt: { label: "Reçu le", kind: "date" },
} as const satisfies FieldTable;

const LEAD_ENTRY_FIELDS = {
  ...LEAD_FIELDS,
  hasNote: { label: "Note présente", kind: "flag" },
  receivedAt: { label: "Reçue le", kind: "date" },
  kind: { label: "Type", kind: "choice", choices: LEAD_KIND_LABELS },
  q: { label: "Recherche", kind: "text" },
  product: { label: "Produit", kind: "reference" },
  period: { label: "Depuis (jours)", kind: "shortText" },
  late: { label: "En retard", kind: "shortText" },
} as const satisfies FieldTable;

const SUBSCRIBER_FIELDS = {
  status: {
    label: "Statut",
    kind: "choice",
    choices: Object.fromEntries(
      Object.entries(SUBSCRIBER_STATUSES).map(([status, { label }]) => [status, label]),
    ),
  },
  locale: { label: "Langue", kind: "choice", choices: LANGUAGE_LABELS },
  source: { label: "Origine", kind: "choice", choices: SOURCE_LABELS },
  q: { label: "Recherche", kind: "text" },
  from: CAMPAIGN_FIELDS.audience.parts.from,
  to: CAMPAIGN_FIELDS.audience.parts.to,
  added: { label: "Abonnés ajoutés", kind: "integer" },
  consentedOn: { label: "Accord donné le", kind: "date" },
  suppress: { label: "Ne plus jamais écrire à cette adresse", kind: "flag" },
} as const satisfies FieldTable;

const OUTBOX_FIELDS = {
  state: {
    label: "État de l'envoi",
    kind: "choice",
    choices: {
      QUEUED: "En attente",
      SENDING: "En cours d'envoi",
      SENT: "Envoyé",
      FAILED: "Refusé",
      UNKNOWN: "Incertain",
    },
  },
} as const satisfies FieldTable;

const OPERATION_FIELDS = {
  state: { label: "État", kind: "choice", choices: OPERATION_STATE_LABELS },
  total: { label: "Produits", kind: "integer" },
  scheduledAt: { label: "À partir du", kind: "date" },
  rows: { label: "Lignes", kind: "integer" },
  images: { label: "Photos", kind: "integer" },
  key: { kind: "choice", ...OPTION_CHOICES.key },
  mode: { kind: "choice", ...OPTION_CHOICES.mode },
  emptyCells: { kind: "choice", ...OPTION_CHOICES.emptyCells },
  onError: { kind: "choice", ...OPTION_CHOICES.onError },
  publish: { kind: "choice", ...OPTION_CHOICES.publish },
  createCategories: { label: "Créer les catégories", kind: "flag" },
} as const satisfies FieldTable;

/** Entity of audit entries → the fields that its entries name: those of its form, and those that only commands write. */
const ENTITIES = new Map<string, FieldTable>([
  [
    "Product",
    {
      ...PRODUCT_FIELDS,
      deletedAt: { label: "Mis à la corbeille le", kind: "date" },
      copyOf: { label: "Copie de", kind: "reference" },
    },
  ],
  ["ProductOperation", OPERATION_FIELDS],
  [
    "Category",
    {
      ...CATEGORY_FIELDS,
      order: { label: "Ordre", kind: "integer" },
      places: { label: "Places", kind: "list" },
      products: { label: "Produits", kind: "integer" },
      children: { label: "Sous-catégories", kind: "integer" },
      movedTo: { label: "Contenu déplacé vers", kind: "text" },
    },
  ],
  ["SearchSynonym", SYNONYM_FIELDS],
  ["SearchRule", QUERY_RULE_FIELDS],
  ["IgnoredSearch", { query: QUERY_RULE_FIELDS.query }],
  ["Setting", SETTING_FIELDS],
  [
    "Campaign",
    {
      ...CAMPAIGN_FIELDS,
      status: { label: "Statut", kind: "choice", choices: CAMPAIGN_STATUSES },
      toSend: { label: "Destinataires à servir", kind: "integer" },
      pausedReason: { label: "Raison de la pause", kind: "text" },
      to: { label: "Envoyé à", kind: "shortText" },
    },
  ],
  [
    "User",
    {
      ...USER_FIELDS,
      isActive: { label: "Actif", kind: "flag" },
      password: { label: "Mot de passe", kind: "shortText" },
      hasSecondFactor: { label: "Double authentification", kind: "flag" },
    },
  ],
  ["Lead", LEAD_ENTRY_FIELDS],
  ["CannedReply", CANNED_REPLY_FIELDS],
  ["ContactMessage", MESSAGE_FIELDS],
  ["NewsletterSubscriber", SUBSCRIBER_FIELDS],
  ["OutboxEmail", OUTBOX_FIELDS],
  ["Upload", UPLOAD_FIELDS],
  ["AnalyticsDefinition", DEFINITION_FIELDS],
  ["AnalyticsShare", SHARE_FIELDS],
  ["Experiment", EXPERIMENT_FIELDS],
]);

const NO_LABEL = "Autre champ";

/** Internal fields, which the page does not show. */
const HIDDEN = new Set(["id"]);

export function isHiddenField(field: string): boolean {
  return HIDDEN.has(field);
}

export function findAuditField(entityType: string, field: string): FieldRow | undefined {
  const table = ENTITIES.get(entityType);
  return table && lookup(table, field);
}

export function getLabel(row: FieldRow | undefined): string {
  return row?.label ?? NO_LABEL;
}

/** Names of the fields that hold ids of products, categories and segments, at any depth of an entry. */
export const REFERENCE_FIELDS: ReadonlySet<string> = new Set(
  [...ENTITIES.values()].flatMap(listReferenceFields),
);

function listReferenceFields(table: FieldTable): string[] {
  return Object.entries(table).flatMap(([name, { kind, parts = {} }]) => [
    ...(kind === "reference" ? [name] : []),
    ...listReferenceFields(parts),
  ]);
}
