import type { GridProduct } from "@/domain/catalogue/product-list/grid-schema";
import { PRODUCT_FIELDS } from "@/domain/catalogue/products/fields";
import { fromCentimes, MAX_STOCK, parseCount, parsePrice, toCentimes } from "@/lib/input/amount";

const { name, sku, brand, basePrice, variations } = PRODUCT_FIELDS;

/** `width` is a track of a CSS grid. */
export const COLUMNS = [
  { id: "name", label: name.label, width: "minmax(16rem, 2fr)" },
  { id: "sku", label: sku.label, width: "9rem" },
  { id: "brand", label: brand.label, width: "9rem" },
  { id: "price", label: basePrice.formLabel, width: "8rem" },
  { id: "stock", label: variations.parts.stock.label, width: "5rem" },
] as const;
export type Column = (typeof COLUMNS)[number];
export type ColumnId = Column["id"];

/** A product, or one of its variations below it. */
export interface GridRow {
  key: string;
  product: GridProduct;
  variation: GridProduct["variations"][number] | null;
}

export function toRows(products: readonly GridProduct[]): GridRow[] {
  return products.flatMap((product) => [
    { key: product.id, product, variation: null },
    ...product.variations.map((variation) => ({ key: variation.id, product, variation })),
  ]);
}

/** The stored text of a cell; null for a cell without a value of its own. */
export function getStoredText({ product, variation }: GridRow, column: ColumnId): string | null {
  return variation === null
    ? getProductText(product, column)
    : getVariationText(product, variation, column);
}

function getProductText(product: GridProduct, column: ColumnId): string | null {
  if (column === "stock") return null;
  if (column === "price") return product.priceOnRequest ? null : toAmountText(product.basePrice);
  return product[column] ?? "";
}

function getVariationText(
  { basePrice, priceOnRequest }: GridProduct,
  { sku, stock, priceModifier }: GridProduct["variations"][number],
  column: ColumnId,
): string | null {
  if (column === "sku") return sku ?? "";
  if (column === "stock") return stock === null ? "" : String(stock);
  if (column !== "price" || basePrice === null || priceOnRequest) return null;
  return toAmountText(fromCentimes(toCentimes(basePrice) + toCentimes(priceModifier)));
}

/** "129.50" → "129,50", "129.00" → "129". */
function toAmountText(amount: string | null): string {
  return (amount ?? "").replace(/\.00$/, "").replace(".", ",");
}

export function isEditable(row: GridRow, column: ColumnId): boolean {
  return !row.product.hasDraft && getStoredText(row, column) !== null;
}

/** What is wrong with a typed text, as a French sentence; null where nothing is. The route checks the rest. */
export function findCellProblem(row: GridRow, column: ColumnId, text: string): string | null {
  return PROBLEMS[column]?.(text.trim(), row) ?? null;
}

const PROBLEMS: Partial<Record<ColumnId, (typed: string, row: GridRow) => string | null>> = {
  price: (typed, { variation, product }) => {
    if (typed === "") return variation || product.basePrice ? "Indiquez un prix." : null;
    return "amount" in parsePrice(typed) ? null : "Indiquez un prix comme 129 ou 129,50.";
  },
  stock: (typed) =>
    typed === "" || "count" in parseCount(typed, MAX_STOCK)
      ? null
      : "Indiquez un nombre entier comme 12, ou rien.",
  name: (typed) => (typed.length < 2 ? "Donnez un nom d'au moins 2 caractères." : null),
};

/** Whether two texts stand for the same value of the column. */
export function isSameText(column: ColumnId, a: string, b: string): boolean {
  return normalize(column, a) === normalize(column, b);
}

function normalize(column: ColumnId, text: string): string {
  const typed = text.trim();
  if (column === "price") {
    const parsed = parsePrice(typed);
    return "amount" in parsed ? parsed.amount : typed;
  }
  if (column === "stock") {
    const parsed = parseCount(typed, MAX_STOCK);
    return "count" in parsed ? String(parsed.count) : typed;
  }
  return typed;
}
