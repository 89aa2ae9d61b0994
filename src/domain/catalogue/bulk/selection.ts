import "server-only";
import { resolveSelection, type Selection } from "@/lib/lists/bulk-selection";
import { listMatchingIds } from "../product-list/queries";

/** More products than the shop plans to have. */
const MAX_PRODUCTS = 20_000;

const LIST = {
  plural: "produits",
  maxRows: MAX_PRODUCTS,
  listMatchingIds: (filter: Record<string, string>) => listMatchingIds(filter, MAX_PRODUCTS),
};

/** @throws CONFLICT where the filter finds another number of products than the person confirmed */
export function resolveProducts(selection: Selection): Promise<string[]> {
  return resolveSelection(selection, LIST);
}

/** As `resolveProducts`, for any number of products. */
export function previewProducts(selection: Selection): Promise<string[]> {
  return resolveSelection(selection, { ...LIST, isPreview: true });
}
