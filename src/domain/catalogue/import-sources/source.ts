/** Column key → the text of its cell, cleaned. Empty cells are absent. */
export type RowValues = ReadonlyMap<string, string>;

/** The value by which a source names the product of a row; rows with the same value are one product. */
export const GROUP_KEY = "group";
/** An image to add to those of the other rows of the product. */
export const ADDED_IMAGE_KEY = "images.added";

/** A shop system whose product export is read without choosing columns. */
export interface Source {
  id: "woocommerce" | "shopify";
  label: string;
  /** Headers, folded, that only its export has together. */
  marks: readonly (readonly string[])[];
  findKey: (header: string) => string | null;
  /** Converts the cells of its own columns to those of the product file. */
  toValues: (values: RowValues) => RowValues;
}

export function withoutBlanks(values: Readonly<Record<string, string>>): RowValues {
  return new Map(Object.entries(values).filter(([, text]) => text !== ""));
}
