import { findProductField, PRODUCT_FIELDS } from "@/domain/catalogue/products/fields";
import type { StatusChip } from "@/domain/catalogue/products/schema";
import { lookup } from "@/lib/lookup";

type Tone = "neutral" | "good" | "warn" | "bad" | "info";

export const STATUS_CHIPS: Record<StatusChip, { label: string; tone: Tone }> = {
  DRAFT: { label: "Brouillon", tone: "neutral" },
  PUBLISHED: { label: "Publié", tone: "good" },
  CHANGED: { label: "Modifié", tone: "warn" },
  SCHEDULED: { label: "Programmé", tone: "info" },
  INACTIVE: { label: "Masqué", tone: "neutral" },
  ARCHIVED: { label: "Archivé", tone: "neutral" },
  TRASH: { label: "Corbeille", tone: "bad" },
};

/** Fields of the form that the product does not store under this name. */
const FORM_FIELDS = new Map([
  ["withoutRedirect", PRODUCT_FIELDS.slug.label],
  ["price", PRODUCT_FIELDS.basePrice.label],
]);

const ROWS: Record<string, string> = {
  variations: "Option",
  facts: "Caractéristique",
  images: "Photo",
};

function findPartLabel(list: string, field: string): string | undefined {
  return field === ""
    ? undefined
    : (FORM_FIELDS.get(field) ?? findProductField(`${list}.${field}`)?.label);
}

/** "Option 1, valeur 3, référence" */
function optionLabel(option: number, value: number, field: string): string {
  const place = `Option ${option + 1}, valeur ${value + 1}`;
  const name = field === "value" ? undefined : findPartLabel("variations", field);
  return name ? `${place}, ${name.charAt(0).toLowerCase()}${name.slice(1)}` : place;
}

/** "variations.2.sku" → "Option 3, référence"; "variations.0.values.2.sku" → "Option 1, valeur 3, référence". */
export function getFieldLabel(key: string): string {
  const [head = "", index, ...rest] = key.split(".");
  const row = lookup(ROWS, head);
  if (row === undefined || index === undefined || !/^\d+$/.test(index)) {
    return FORM_FIELDS.get(head) ?? findProductField(head)?.label ?? head;
  }
  const [values, valueIndex, valueField] = rest;
  if (values === "values") return optionLabel(Number(index), Number(valueIndex), valueField ?? "");
  const place = `${row} ${Number(index) + 1}`;
  const name = findPartLabel(head, rest.join("."));
  return name ? `${place}, ${name.charAt(0).toLowerCase()}${name.slice(1)}` : place;
}
