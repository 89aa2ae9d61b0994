import { IMPORT_COLUMNS, type ImportColumn } from "../import-sources/column-keys";
import { parseCell } from "../product-file/parse-cell";
import type { StoredVariation } from "../products/record";
import { isSameText, type RowReader } from "./row-reader";
import { hasVariation, type ImportRow } from "./row-values";
import type { VariationPlan } from "./schema";

const PRICE_KEY = "variation.price";
const PART_COLUMNS = IMPORT_COLUMNS.filter(
  ({ key, level }) => level === "variation" && key !== "variation.id" && key !== PRICE_KEY,
);

/** Variations that the file does not name stay as they are. */
export function planVariations(reader: RowReader): VariationPlan[] {
  let name = "";
  return reader.rows.filter(hasVariation).flatMap((row) => {
    // An export may name the option in the first row of a product only.
    name = row.values.get("variation.name") ?? name;
    return planVariation(reader, row, name) ?? [];
  });
}

function planVariation(reader: RowReader, row: ImportRow, name: string): VariationPlan | null {
  const { number, values } = row;
  const id = values.get("variation.id");
  const stored = findVariation(reader, row, name);
  if (id !== undefined && stored === undefined) {
    const message = "Cette variation n'est pas de ce produit.";
    reader.addProblem(number, "variation.id", id, { code: "unknown-variation", message });
    return null;
  }
  if (stored === undefined) {
    const label = [name, values.get("variation.value")].filter(Boolean).join(" : ");
    const parts = [label, values.get(PRICE_KEY)].filter(Boolean);
    reader.addChange("variation.value", "", parts.join(", "));
  }
  const cells = { number, stored, values: new Map([...values, ["variation.name", name]]) };
  const fields = PART_COLUMNS.flatMap((column) => planPart(reader, column, cells));
  const price = values.get(PRICE_KEY) ?? null;
  if (price !== null && stored !== undefined) reader.addChange(PRICE_KEY, "", price);
  if (stored !== undefined && fields.length === 0 && price === null) return null;
  return { row: number, id: stored?.id ?? null, fields: Object.fromEntries(fields), price };
}

/** Finds the variation of a row by its id, by option and value, or by its reference. */
function findVariation(
  { present }: RowReader,
  { values }: ImportRow,
  name: string,
): StoredVariation | undefined {
  const stored = present?.live.variations ?? [];
  const id = values.get("variation.id");
  if (id !== undefined) return stored.find((variation) => variation.id === id);
  const value = values.get("variation.value");
  if (value !== undefined) {
    return stored.find((variation) => variation.name === name && variation.value === value);
  }
  const sku = values.get("variation.sku")?.toUpperCase();
  return sku === undefined ? undefined : stored.find((variation) => variation.sku === sku);
}

interface VariationCells {
  number: number;
  stored: StoredVariation | undefined;
  values: ReadonlyMap<string, string>;
}

/** The values of a part that is emptied; null for the others. */
const EMPTY_VALUES = new Map<string, unknown>([
  ["name", ""],
  ["value", ""],
  ["priceModifier", "0"],
]);

/** One entry, the name of the part and its new value, or none. */
function planPart(
  reader: RowReader,
  column: ImportColumn,
  { number, stored, values }: VariationCells,
): [string, unknown][] {
  const { key, kind } = column;
  const part = key.slice("variation.".length);
  const text = values.get(key) ?? "";
  const before = stored ? reader.getPresentText(key, stored) : "";
  if (isSameText(kind, text, before)) return [];
  if (text === "" && !isCleared(reader, column)) return [];
  const parsed = text === "" ? { value: EMPTY_VALUES.get(part) ?? null } : parseCell(column, text);
  if ("problem" in parsed) {
    reader.addProblem(number, key, text, parsed.problem);
    return [];
  }
  if (stored !== undefined) reader.addChange(key, before, text);
  return [[part, parsed.value]];
}

function isCleared({ context }: RowReader, { key, kind }: ImportColumn): boolean {
  return context.options.emptyCells === "clear" && context.mapped.has(key) && kind !== "flag";
}
