import { ROLE_LABELS } from "@/domain/staff/role-labels";
import { formatDateTime, formatPrice } from "@/lib/format";
import { fieldLabel } from "./labels";

const MOST = 400;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

const PRICES = new Set(["basePrice", "priceModifier"]);

const WORDS: Record<string, string> = {
  ...ROLE_LABELS,
  DRAFT: "Brouillon",
  ACTIVE: "Publié",
  INACTIVE: "Retiré",
  ARCHIVED: "Archivé",
  SCHEDULED: "Programmée",
  RUNNING: "En cours d'envoi",
  PAUSED: "En pause",
  CANCELLED: "Annulée",
  IN_STOCK: "En stock",
  ON_ORDER: "Sur commande",
  ASK: "À demander",
  OUT_OF_STOCK: "Épuisé",
  PIECE: "Pièce",
  SQUARE_METRE: "m²",
  METRE: "Mètre",
  BAG: "Sac",
  BOX: "Boîte",
  SET: "Lot",
  LITRE: "Litre",
  KILOGRAM: "Kilogramme",
  NEW: "Nouveau",
  READ: "Ouvert",
  REPLIED: "Répondu",
  FR: "Français",
  AR: "Arabe",
};

/** A field's value as people read it. `names` turns ids into what they stand for. */
export function valueText(
  field: string,
  value: unknown,
  names: Record<string, string> = {},
): string {
  const text = fieldText(field, value, names);
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}

function fieldText(field: string, value: unknown, names: Record<string, string>): string {
  const isPrice = PRICES.has(field) && typeof value === "string" && Number.isFinite(Number(value));
  return isPrice ? formatPrice(value, "fr") : textOf(value, names);
}

function textOf(value: unknown, names: Record<string, string>): string {
  if (value === null || value === undefined || value === "") return "vide";
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "string") return stringText(value, names);
  if (Array.isArray(value)) {
    return value.length === 0 ? "aucun" : value.map((each) => textOf(each, names)).join(" ; ");
  }
  if (typeof value === "object") return objectText(value, names);
  return String(value);
}

function stringText(value: string, names: Record<string, string>): string {
  if (INSTANT.test(value) && !Number.isNaN(Date.parse(value))) return formatDateTime(value);
  return (
    names[value] ??
    WORDS[value] ??
    value
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim()
  );
}

/** Of a thing inside a thing what it carries; empty parts are left out. */
function objectText(value: object, names: Record<string, string>): string {
  return Object.entries(value)
    .filter(([field, part]) => field !== "id" && part !== null && part !== "")
    .map(([field, part]) => `${fieldLabel(field)} : ${fieldText(field, part, names)}`)
    .join(", ");
}
