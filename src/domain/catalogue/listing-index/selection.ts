import { IS_FEATURED, IS_IN_STOCK, IS_NEW, type ListingColumns } from "./columns";
import {
  type Counts,
  countCategories,
  countFacets,
  countStock,
  type FilteredRows,
  findPriceRange,
  NONE,
  PRICE,
  SEVERAL,
  STOCK,
  selectPassing,
  UNKNOWN,
} from "./counts";
import { type PageRequest, pickPage } from "./page";

/** What a list is about, before its filters: categories, flags and the rows that a search found. */
export interface Scope {
  /** Indexes of categories; null for all. */
  categories: readonly number[] | null;
  isFeatured: boolean | undefined;
  isNew: boolean | undefined;
  /** Rows that a search found; null without a search. */
  matches: Uint32Array | null;
}

export interface Filters {
  /** Centimes. */
  minPrice: number | undefined;
  maxPrice: number | undefined;
  inStock: boolean | undefined;
  /** For each option with chosen values its index and their ids. */
  options: readonly { index: number; ids: ReadonlySet<number> }[];
}

export interface Selected extends Counts {
  /** The rows of the page. */
  rows: number[];
  total: number;
  /** Products of the scope, without filters. */
  scopeSize: number;
}

/** Filters, counts and sorts a scope. Each facet is counted under every filter but its own. */
export function selectRows(
  columns: ListingColumns,
  scope: Scope,
  filters: Filters,
  page: PageRequest,
  now = Date.now(),
): Selected {
  const { rows, isSorted } = listCandidates(columns, scope, page);
  const visible = selectVisible(columns, rows, scope, now);
  const failed = findFailedFilters(columns, visible, filters);
  const inCategory = selectCategories(columns, visible, failed, scope.categories);
  const found = selectPassing(inCategory.rows, inCategory.failed);
  const { offset, limit } = page;
  const count = () => countRows(columns, visible, failed, inCategory);
  return {
    rows: isSorted
      ? Array.from(found.subarray(offset, offset + limit))
      : pickPage(columns, found, page),
    total: found.length,
    scopeSize: inCategory.rows.length,
    // The pages and orders of a list without filters have the same counts.
    ...(failed === null && scope.matches === null
      ? getStoredCounts(columns.getVisible(now), JSON.stringify(scope), count)
      : count()),
  };
}

/** Counts by the rows that were visible, which are replaced by any change and when a publication begins or ends. */
const storedCounts = new WeakMap<Uint8Array, Map<string, Counts>>();
const MAX_STORED_COUNTS = 200;

function getStoredCounts(visible: Uint8Array, key: string, count: () => Counts): Counts {
  const stored = storedCounts.get(visible) ?? new Map<string, Counts>();
  storedCounts.set(visible, stored);
  const counts = stored.get(key) ?? count();
  if (stored.size >= MAX_STORED_COUNTS) stored.clear();
  stored.set(key, counts);
  return counts;
}

function countRows(
  columns: ListingColumns,
  visible: Uint32Array,
  failed: Int32Array | null,
  inCategory: FilteredRows,
): Counts {
  return {
    ...countStock(columns, inCategory),
    ...findPriceRange(columns, inCategory),
    ...countFacets(columns, inCategory),
    categoriesInScope: countCategories(columns, visible, null),
    categories: countCategories(columns, visible, failed),
  };
}

/** Counts the visible products of each category, by its id. */
export function countByCategory(columns: ListingColumns, now = Date.now()): Map<string, number> {
  const visible = columns.getVisible(now);
  const counts = new Map<string, number>();
  columns.getRowsByCategory().forEach((rows, index) => {
    const category = columns.categories.get(index);
    if (category) counts.set(category.id, rows.filter((n) => visible[n] === 1).length);
  });
  return counts;
}

function selectVisible(
  columns: ListingColumns,
  rows: Uint32Array,
  { isFeatured, isNew }: Scope,
  now: number,
): Uint32Array {
  const visible = columns.getVisible(now);
  const { flags } = columns;
  const mask = (isFeatured === undefined ? 0 : IS_FEATURED) | (isNew === undefined ? 0 : IS_NEW);
  const value = (isFeatured ? IS_FEATURED : 0) | (isNew ? IS_NEW : 0);
  const selected = new Uint32Array(rows.length);
  let length = 0;
  for (let i = 0; i < rows.length; i++) {
    const n = rows[i] ?? 0;
    if (visible[n] === 1 && ((flags[n] ?? 0) & mask) === value) selected[length++] = n;
  }
  return selected.subarray(0, length);
}

function findFailedFilters(
  columns: ListingColumns,
  rows: Uint32Array,
  { minPrice, maxPrice, inStock, options }: Filters,
): Int32Array | null {
  const filtersPrice = minPrice !== undefined || maxPrice !== undefined;
  if (!filtersPrice && inStock === undefined && options.length === 0) return null;
  const failed = new Int32Array(rows.length).fill(NONE);
  if (filtersPrice) {
    const { price } = columns;
    const [min, max] = [minPrice ?? 0, maxPrice ?? Number.POSITIVE_INFINITY];
    addFailures(failed, rows, PRICE, (n) => (price[n] ?? -1) < min || (price[n] ?? -1) > max);
  }
  if (inStock !== undefined) {
    const { flags } = columns;
    const wanted = inStock ? IS_IN_STOCK : 0;
    addFailures(failed, rows, STOCK, (n) => ((flags[n] ?? 0) & IS_IN_STOCK) !== wanted);
  }
  for (const { index, ids } of options) {
    const chosen = toMask([...ids], columns.facetValues.optionOf.length);
    addFailures(failed, rows, index < 0 ? UNKNOWN : index, (n) => !columns.hasFacet(n, chosen));
  }
  return failed;
}

function addFailures(
  failed: Int32Array,
  rows: Uint32Array,
  filter: number,
  fails: (n: number) => boolean,
): void {
  for (let i = 0; i < rows.length; i++) {
    if (fails(rows[i] ?? 0)) failed[i] = failed[i] === NONE ? filter : SEVERAL;
  }
}

function selectCategories(
  { category, categories }: ListingColumns,
  rows: Uint32Array,
  failed: Int32Array | null,
  wanted: readonly number[] | null,
): FilteredRows {
  if (wanted === null) return { rows, failed };
  const mask = toMask(wanted, categories.size);
  const selected = new Uint32Array(rows.length);
  const selectedFailed = failed && new Int32Array(rows.length);
  let length = 0;
  for (let i = 0; i < rows.length; i++) {
    const n = rows[i] ?? 0;
    if (mask[category[n] ?? 0] === 0) continue;
    if (selectedFailed && failed) selectedFailed[length] = failed[i] ?? NONE;
    selected[length++] = n;
  }
  return {
    rows: selected.subarray(0, length),
    failed: selectedFailed?.subarray(0, length) ?? null,
  };
}

/** A large part of the catalogue is read in the order of the list, a small one by category and sorted after. */
function listCandidates(
  columns: ListingColumns,
  { categories, matches }: Scope,
  { order }: PageRequest,
): { rows: Uint32Array; isSorted: boolean } {
  if (matches) return { rows: matches, isSorted: false };
  const all = columns.getOrder(order);
  if (categories === null) return { rows: all, isSorted: true };
  const groups = columns.getRowsByCategory();
  const parts = categories.map((index) => groups[index] ?? new Uint32Array(0));
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  if (size > all.length / 4) return { rows: all, isSorted: true };
  const rows = new Uint32Array(size);
  let at = 0;
  for (const part of parts) {
    rows.set(part, at);
    at += part.length;
  }
  return { rows, isSorted: false };
}

function toMask(indexes: readonly number[], size: number): Uint8Array {
  const mask = new Uint8Array(size);
  for (const index of indexes) mask[index] = 1;
  return mask;
}
