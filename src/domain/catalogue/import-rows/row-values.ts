import type { RowValues, Source } from "../import-sources/source";
import { cleanCell } from "../product-file/parse-cell";

/** A row of the file as its columns are mapped. */
export interface ImportRow {
  number: number;
  values: RowValues;
}

/** `keys` has the order of the cells. */
export function toImportRow(
  { number, cells }: { number: number; cells: readonly string[] },
  keys: readonly (string | null)[],
  source: Source | null,
): ImportRow {
  const values = new Map<string, string>();
  for (const [i, key] of keys.entries()) {
    const text = cleanCell(cells[i] ?? "");
    if (key !== null && text !== "") values.set(key, text);
  }
  return { number, values: source ? source.toValues(values) : values };
}

const isVariationKey = (key: string) => key.startsWith("variation.");

export function hasVariation({ values }: ImportRow): boolean {
  return [...values.keys()].some(isVariationKey);
}
