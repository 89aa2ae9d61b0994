import { IS_IN_STOCK, type ListingColumns } from "./columns";

/** What a list says beside its page. */
export interface Counts {
  /** Products in stock under all other filters. */
  inStock: number;
  /** Centimes, under all filters but the price's own; null without a priced product. */
  lowest: number | null;
  highest: number | null;
  /** Facet id → products in the scope, without filters. */
  inScope: Map<number, number>;
  /** Facet id → products under all filters but those of the facet's own option. */
  counts: Map<number, number>;
  /** Index of the category → products of a search, without filters. */
  categoriesInScope: Map<number, number>;
  /** Index of the category → products of a search under all filters but the category. */
  categories: Map<number, number>;
}

/** Rows of the scope. `failed` holds for each the only filter that removes it. */
export interface FilteredRows {
  rows: Uint32Array;
  /** Null without filters. */
  failed: Int32Array | null;
}

/** No filter, or more than one of them, removes the row. */
export const NONE = -1;
export const SEVERAL = -2;
/** The price or the stock filter alone removes the row. Options are their own index. */
export const PRICE = -3;
export const STOCK = -4;
/** An option that no product has. */
export const UNKNOWN = -5;

export function countCategories(
  { category, categories }: ListingColumns,
  rows: Uint32Array,
  failed: Int32Array | null,
): Map<number, number> {
  const counts = new Uint32Array(categories.size);
  for (let i = 0; i < rows.length; i++) {
    if (failed !== null && failed[i] !== NONE) continue;
    const index = category[rows[i] ?? 0] ?? 0;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return toMap(counts);
}

export function selectPassing(rows: Uint32Array, failed: Int32Array | null): Uint32Array {
  if (failed === null) return rows;
  const passing = new Uint32Array(rows.length);
  let length = 0;
  for (let i = 0; i < rows.length; i++) if (failed[i] === NONE) passing[length++] = rows[i] ?? 0;
  return passing.subarray(0, length);
}

export function countStock({ flags }: ListingColumns, { rows, failed }: FilteredRows) {
  let inStock = 0;
  for (let i = 0; i < rows.length; i++) {
    const only = failed?.[i] ?? NONE;
    const isInStock = ((flags[rows[i] ?? 0] ?? 0) & IS_IN_STOCK) !== 0;
    if (isInStock && (only === NONE || only === STOCK)) inStock += 1;
  }
  return { inStock };
}

export function findPriceRange({ price }: ListingColumns, { rows, failed }: FilteredRows) {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = -1;
  for (let i = 0; i < rows.length; i++) {
    const only = failed?.[i] ?? NONE;
    const amount = price[rows[i] ?? 0] ?? -1;
    if (amount < 0 || (only !== NONE && only !== PRICE)) continue;
    lowest = Math.min(lowest, amount);
    highest = Math.max(highest, amount);
  }
  return highest < 0 ? { lowest: null, highest: null } : { lowest, highest };
}

export function countFacets(columns: ListingColumns, { rows, failed }: FilteredRows) {
  const { optionOf } = columns.facetValues;
  const inScope = new Uint32Array(optionOf.length);
  columns.addFacets(rows, inScope);
  if (failed === null) return { inScope: toMap(inScope), counts: toMap(inScope) };
  const counts = new Uint32Array(optionOf.length);
  columns.addFacets(selectPassing(rows, failed), counts);
  for (const option of new Set(failed)) {
    if (option < 0) continue;
    const own = new Uint32Array(optionOf.length);
    columns.addFacets(
      rows.filter((_, i) => failed[i] === option),
      own,
    );
    own.forEach((count, facet) => {
      if (optionOf[facet] === option) counts[facet] = (counts[facet] ?? 0) + count;
    });
  }
  return { inScope: toMap(inScope), counts: toMap(counts) };
}

function toMap(counts: Uint32Array): Map<number, number> {
  const map = new Map<number, number>();
  counts.forEach((count, id) => {
    if (count > 0) map.set(id, count);
  });
  return map;
}
