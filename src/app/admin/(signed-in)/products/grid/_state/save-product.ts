import type { GridProduct } from "@/domain/catalogue/product-list/grid-schema";
import type { EditConflict, ProductForEdit } from "@/domain/catalogue/products/schema";
import { type AppError, toAppError } from "@/lib/errors";
import { fromCentimes, parsePrice, toCentimes } from "@/lib/input/amount";
import { getFieldMessages } from "@/ui/form/use-api-form";
import { patchProduct } from "../../product-requests";
import type { GridState } from "./grid-read";
import { getText, toCellKey } from "./grid-read";
import { type GridRow, toRows } from "./grid-rows";

export type SaveResult =
  | { kind: "saved"; product: GridProduct }
  | { kind: "failed"; message: string }
  /** The price is very high; a save with the confirmation accepts it. */
  | { kind: "question"; message: string }
  /** Another editor changed the same field; `current` is the product with that change. */
  | { kind: "conflict"; message: string; current: GridProduct };

export interface SaveOptions {
  confirmHighPrice?: true;
  /** Overwrites the other editor's change of this version. */
  version?: number;
}

/** Saves the edits of one product, in one transaction. */
export async function saveProduct(
  state: GridState,
  product: GridProduct,
  { confirmHighPrice, version = product.version }: SaveOptions,
): Promise<SaveResult> {
  try {
    const body = { ...buildBody(state, product), version, confirmHighPrice };
    const { product: saved } = await patchProduct(product.id, body);
    return { kind: "saved", product: toGridProduct(saved) };
  } catch (thrown) {
    return toFailure(toAppError(thrown));
  }
}

function toFailure(error: AppError): SaveResult {
  const { message } = error;
  const messages = getFieldMessages(error);
  if (messages.confirmHighPrice) return { kind: "question", message: messages.confirmHighPrice };
  const current = (error.details as Partial<EditConflict> | undefined)?.current;
  if (error.code === "CONFLICT" && current) {
    return { kind: "conflict", message, current: toGridProduct(current) };
  }
  return { kind: "failed", message: Object.values(messages).join(" ") || message };
}

function toGridProduct(product: ProductForEdit): GridProduct {
  const { id, version, name, sku, brand, basePrice, priceOnRequest, hasDraft } = product;
  const variations = product.variations.map((variation) => ({
    id: variation.id,
    name: variation.name,
    value: variation.value,
    priceModifier: variation.priceModifier,
    stock: variation.stock,
    sku: variation.sku,
  }));
  return { id, version, name, sku, brand, basePrice, priceOnRequest, hasDraft, variations };
}

/** The changed fields of a product. Variations keep their difference to the price unless their own price was typed. */
export function buildBody(state: GridState, product: GridProduct): Record<string, unknown> {
  const [own, ...variations] = toRows([product]);
  if (!own) return {};
  const typed = (row: GridRow, column: Parameters<typeof getText>[2]) =>
    state.edits.has(toCellKey(row, column)) ? getText(state, row, column).trim() : undefined;
  const basePrice = typed(own, "price");
  const base = toCentimes(toAmount(basePrice) ?? product.basePrice ?? "0.00");
  const changed = variations.map((row) => ({
    row,
    price: toAmount(typed(row, "price")),
    stock: typed(row, "stock"),
    sku: typed(row, "sku"),
  }));
  const isChanged = changed.some(({ price, stock, sku }) => (price ?? stock ?? sku) !== undefined);
  return {
    name: typed(own, "name"),
    sku: typed(own, "sku"),
    brand: typed(own, "brand"),
    basePrice,
    variations: isChanged
      ? changed.map(({ row: { variation }, price, stock, sku }) => ({
          id: variation?.id,
          name: variation?.name,
          value: variation?.value,
          priceModifier: price === undefined ? undefined : fromCentimes(toCentimes(price) - base),
          stock: stock === "" ? null : stock,
          sku,
        }))
      : undefined,
  };
}

function toAmount(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const parsed = parsePrice(text);
  return "amount" in parsed ? parsed.amount : undefined;
}
