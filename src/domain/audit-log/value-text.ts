import type { FieldRow, FieldTable } from "@/lib/field-table";
import { formatDateTime, formatDay, formatPrice } from "@/lib/format/format";
import { abbreviate } from "@/lib/input/text";
import { lookup } from "@/lib/lookup";
import { getLabel, isHiddenField } from "./fields";

/** Id → name. A Map instead of a plain object, since the keys come from the database. */
export type Names = ReadonlyMap<string, string>;

const MAX_LENGTH = 400;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Parts of a photo that its text leaves out. */
const IMAGE_PARTS = new Set(["url", "width", "height"]);

/** Formats the value of a field in French. Without a row the value is formatted as text. */
export function formatFieldValue(
  row: FieldRow | undefined,
  value: unknown,
  names: Names = new Map(),
): string {
  return abbreviate(formatValue(row, value, names), MAX_LENGTH);
}

function formatValue(row: FieldRow | undefined, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === "") return "vide";
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "string") return stringText(row, value, names);
  if (Array.isArray(value)) return listText(row, value, names);
  if (typeof value === "object") return objectText(row?.parts ?? {}, value, names);
  return String(value);
}

function listText(row: FieldRow | undefined, list: readonly unknown[], names: Names): string {
  if (list.length === 0) return "aucun";
  if (list.every(isOpening)) return list.map(({ open, close }) => `${open}–${close}`).join(", ");
  return list.map((each) => formatValue(row, each, names)).join(" ; ");
}

function isOpening(value: unknown): value is { open: string; close: string } {
  return typeof value === "object" && value !== null && "open" in value && "close" in value;
}

function stringText(row: FieldRow | undefined, value: string, names: Names): string {
  switch (row?.kind) {
    case "reference":
      return names.get(value) ?? "supprimé";
    case "choice":
      return lookup(row.choices ?? {}, value) ?? names.get(value) ?? value;
    case "price":
      return Number.isFinite(Number(value)) ? formatPrice(value, "fr") : value;
    case "date":
      return formatDate(value);
    case "richText":
      return plainText(value);
    default:
      return value.replace(/\s+/g, " ").trim();
  }
}

function formatDate(value: string): string {
  if (Number.isNaN(Date.parse(value))) return value;
  if (INSTANT.test(value)) return formatDateTime(value);
  return DAY.test(value) ? formatDay(value) : value;
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
function objectText(parts: FieldTable, value: object, names: Names): string {
  if ("altText" in value && "url" in value) return imageText(value);
  return (
    Object.entries(value)
      .filter(([field, part]) => !isHiddenField(field) && !isEmpty(part))
      .map(([field, part]) => {
        const row = lookup(parts, field);
        return `${getLabel(row)} : ${formatValue(row, part, names)}`;
      })
      .join(", ") || "tous"
  );
}

function isEmpty(part: unknown): boolean {
  return part === null || part === "" || (Array.isArray(part) && part.length === 0);
}

function imageText(image: { altText: unknown; url: unknown }): string {
  const key = String(image.url).split("/").at(-2)?.slice(0, 8) ?? "";
  const parts = Object.entries(image).filter(
    ([field, part]) => !IMAGE_PARTS.has(field) && !isEmpty(part) && part !== false,
  );
  const described = parts.map(([field, part]) =>
    field === "isPrimary" ? "principale" : String(part),
  );
  return [...(image.altText ? [] : [`Photo ${key}`]), ...described].join(", ");
}
