import { STATUS_LABELS as CAMPAIGN_STATUSES } from "@/domain/campaigns/labels";
import {
  LANGUAGE_LABELS,
  SOURCE_LABELS,
  STATUS_LABELS as SUBSCRIBER_STATUSES,
} from "@/domain/newsletter/subscribers/labels";
import { ROLE_LABELS } from "@/domain/staff/users/role-labels";
import { formatDateTime, formatDay, formatPrice } from "@/lib/format/format";
import { abbreviate } from "@/lib/input/text";
import { fieldLabel, isHiddenField } from "./field-labels";

/** Id → name. A Map instead of a plain object, since the keys come from the database. */
export type Names = ReadonlyMap<string, string>;

const MAX_LENGTH = 400;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const DAY = /^\d{4}-\d\d-\d\d$/;

const PRICES = new Set(["basePrice", "priceModifier"]);
const MARKUP = new Set(["details", "detailsAr", "fr", "ar"]);
const REFERENCES = new Set(["categoryId", "parentId", "copyOf", "productIds", "icon"]);
const IMAGE_PARTS = new Set(["url", "width", "height"]);

/** The labels of enum values by field, since user text may equal an enum value: a brand may be called "BOX". */
const LABELS_BY_FIELD = new Map<string, ReadonlyMap<string, string>>([
  [
    "status",
    toMap({
      ...CAMPAIGN_STATUSES,
      ...Object.fromEntries(
        Object.entries(SUBSCRIBER_STATUSES).map(([status, { label }]) => [status, label]),
      ),
      DRAFT: "Brouillon",
      ACTIVE: "Publié",
      INACTIVE: "Masqué",
      ARCHIVED: "Archivé",
      NEW: "Nouveau",
      READ: "Ouvert",
      REPLIED: "Répondu",
    }),
  ],
  [
    "state",
    toMap({
      QUEUED: "En attente",
      SENDING: "En cours d'envoi",
      SENT: "Envoyé",
      FAILED: "Refusé",
      UNKNOWN: "Incertain",
    }),
  ],
  ["role", toMap(ROLE_LABELS)],
  ["locale", toMap(LANGUAGE_LABELS)],
  ["source", toMap(SOURCE_LABELS)],
  ["sources", toMap(SOURCE_LABELS)],
  [
    "availability",
    toMap({
      IN_STOCK: "En stock",
      ON_ORDER: "Sur commande",
      ASK: "Nous consulter",
      OUT_OF_STOCK: "Épuisé",
    }),
  ],
  [
    "saleUnit",
    toMap({
      PIECE: "La pièce",
      SQUARE_METRE: "Le m²",
      METRE: "Le mètre",
      BAG: "Le sac",
      BOX: "La boîte",
      SET: "Le lot",
      LITRE: "Le litre",
      KILOGRAM: "Le kilo",
    }),
  ],
  ["unitOfSize", toMap({ M2: "m²", KG: "kg", L: "litres", ML: "mètres" })],
  [
    "kind",
    toMap({
      text: "Texte",
      image: "Image",
      button: "Bouton",
      products: "Produits",
      divider: "Trait",
    }),
  ],
]);

function toMap(words: Record<string, string>): ReadonlyMap<string, string> {
  return new Map(Object.entries(words));
}

/** Formats the value of a field in French. */
export function formatFieldValue(field: string, value: unknown, names: Names = new Map()): string {
  return abbreviate(formatValue(field, value, names), MAX_LENGTH);
}

function formatValue(field: string, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === "") return "vide";
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "string") return stringText(field, value, names);
  if (Array.isArray(value)) return listText(field, value, names);
  if (typeof value === "object") return objectText(value, names);
  return String(value);
}

function listText(field: string, list: readonly unknown[], names: Names): string {
  if (list.length === 0) return "aucun";
  if (list.every(isOpening)) return list.map(({ open, close }) => `${open}–${close}`).join(", ");
  return list.map((each) => formatValue(field, each, names)).join(" ; ");
}

function isOpening(value: unknown): value is { open: string; close: string } {
  return typeof value === "object" && value !== null && "open" in value && "close" in value;
}

function stringText(field: string, value: string, names: Names): string {
  if (REFERENCES.has(field)) return names.get(value) ?? (field === "icon" ? value : "supprimé");
  const label = LABELS_BY_FIELD.get(field)?.get(value);
  if (label !== undefined) return label;
  if (PRICES.has(field) && Number.isFinite(Number(value))) return formatPrice(value, "fr");
  if (INSTANT.test(value) && !Number.isNaN(Date.parse(value))) return formatDateTime(value);
  if (DAY.test(value) && !Number.isNaN(Date.parse(value))) return formatDay(value);
  return MARKUP.has(field) ? plainText(value) : value.replace(/\s+/g, " ").trim();
}

function plainText(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, " ")
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (entity) => ENTITIES.get(entity) ?? entity)
    .replace(/\s+/g, " ")
    .trim();
}

const ENTITIES = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&nbsp;", " "],
]);

/** Empty and hidden fields are left out. */
function objectText(value: object, names: Names): string {
  if ("altText" in value && "url" in value) return imageText(value, names);
  return (
    Object.entries(value)
      .filter(([field, part]) => !isHiddenField(field) && !isEmpty(part))
      .map(([field, part]) => `${fieldLabel(field)} : ${formatValue(field, part, names)}`)
      .join(", ") || "tous"
  );
}

function isEmpty(part: unknown): boolean {
  return part === null || part === "" || (Array.isArray(part) && part.length === 0);
}

function imageText(image: { altText: unknown; url: unknown }, names: Names): string {
  const key = String(image.url).split("/").at(-2)?.slice(0, 8) ?? "";
  const parts = Object.entries(image).filter(
    ([field, part]) => !IMAGE_PARTS.has(field) && !isEmpty(part) && part !== false,
  );
  const described = parts.map(([field, part]) =>
    field === "isPrimary" ? "principale" : formatValue(field, part, names),
  );
  return [...(image.altText ? [] : [`Photo ${key}`]), ...described].join(", ");
}
