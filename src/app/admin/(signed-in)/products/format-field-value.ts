import { findProductField } from "@/domain/catalogue/products/fields";
import { formatDateTime, formatPrice } from "@/lib/format/format";
import { lookup } from "@/lib/lookup";
import type { CategoryOption } from "./category-option";

type Row = Record<string, unknown>;
type Categories = readonly CategoryOption[];

export const EMPTY_TEXT = "(vide)";

/** Formats the value of a product field for display; rows of a list are on separate lines. */
export function formatFieldValue(field: string, value: unknown, categories: Categories): string {
  if (value === null || value === undefined || value === "") return EMPTY_TEXT;
  if (typeof value === "boolean") return value ? "Oui" : "Non";
  if (Array.isArray(value))
    return value.map((row) => formatRow(field, row)).join("\n") || EMPTY_TEXT;
  return formatText(field, String(value), categories);
}

function formatText(field: string, text: string, categories: Categories): string {
  const row = findProductField(field);
  if (row?.kind === "reference") return categories.find(({ id }) => id === text)?.name ?? text;
  if (row?.kind === "price") return formatPrice(text, "fr");
  if (row?.kind === "date") return formatDateTime(text);
  if (row?.kind === "richText") return toPlainText(text);
  return lookup(row?.choices ?? {}, text) ?? text;
}

function formatRow(field: string, row: unknown): string {
  if (typeof row !== "object" || row === null) return String(row);
  const parts = row as Row;
  const french = [parts.name, parts.value].filter(Boolean).join(" : ");
  const arabic = [parts.nameAr, parts.valueAr].filter(Boolean).join(" : ");
  if (field === "facts") return [french, arabic].filter(Boolean).join(" · ");
  if (field === "images") return formatImage(parts);
  return [
    french,
    arabic,
    parts.sku && `réf. ${parts.sku}`,
    Number(parts.priceModifier) !== 0 && `écart ${formatPrice(String(parts.priceModifier), "fr")}`,
    parts.stock == null ? "stock non suivi" : `stock ${parts.stock}`,
    parts.isActive === false && "non proposée",
  ]
    .filter(Boolean)
    .join(" · ");
}

function formatImage({ url, altText, altTextAr, isPrimary }: Row): string {
  const file = String(url).split("/").at(-2)?.slice(0, 8) ?? "";
  return [altText || `Photo ${file}`, altTextAr, isPrimary && "principale"]
    .filter(Boolean)
    .join(" · ");
}

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&nbsp;": "\u00a0",
};

/** Converts rich text to plain text, with each block on its own line. */
export function toPlainText(markup: string): string {
  return markup
    .replace(/<\/(p|h3|li|tr)>|<br\s*\/?>/gi, "\n")
    .replace(/<\/t[dh]>/gi, " | ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (entity) => lookup(ENTITIES, entity) ?? entity)
    .replace(/\n{2,}/g, "\n")
    .trim();
}
