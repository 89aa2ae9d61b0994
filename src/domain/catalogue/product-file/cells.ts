import type { FieldKind, FieldRow } from "@/lib/field-table";
import { SHOP_TIME_ZONE } from "@/lib/format/time-zone";

/** A cell as text for CSV files, and as a number for Excel where it is one. */
export interface Cell {
  text: string;
  number?: number;
}

export const EMPTY_CELL: Cell = { text: "" };

const FLAG_WORDS = { true: "oui", false: "non" } as const;

/** Swedish dates are ISO 8601: "2026-11-30 09:00". */
const MINUTE = new Intl.DateTimeFormat("sv-SE", {
  dateStyle: "short",
  timeStyle: "short",
  timeZone: SHOP_TIME_ZONE,
});

/** Writes a stored value as a cell. Amounts are stored as text with a point: "12.50". */
export function formatCell(
  { kind, choices }: Pick<FieldRow, "kind" | "choices">,
  value: unknown,
): Cell {
  if (value === null || value === undefined || value === "") return EMPTY_CELL;
  const text = String(value);
  if (NUMBERS.has(kind)) return { text: text.replace(".", ","), number: Number(text) };
  if (kind === "flag") return { text: value === true ? FLAG_WORDS.true : FLAG_WORDS.false };
  if (kind === "date") return { text: MINUTE.format(new Date(text)) };
  return { text: kind === "choice" ? (choices?.[text] ?? text) : text };
}

const NUMBERS: ReadonlySet<FieldKind> = new Set<FieldKind>(["price", "decimal", "integer"]);

/** Stands for a text that Excel cannot hold. An import leaves the text of the product alone where it reads this sentence. */
export function describeLongText({ length }: string): string {
  return `[Texte de ${length} caractères, trop long pour Excel : voir la fiche du produit]`;
}
