import { IS_FEATURED, IS_IN_STOCK, IS_NEW, type ListingColumns } from "./columns";
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

export interface Selected {
  /** The rows of the page. */
  rows: number[];
  total: number;
  /** Products of the scope, without filters. */
  scopeSize: number;
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

/** Filters, counts and sorts in one pass over the scope. Each facet is counted under every filter but its own. */
export function selectRows(
  columns: ListingColumns,
  scope: Scope,
  filters: Filters,
  page: PageRequest,
  now = Date.now(),
): Selected {
  const { rows, isSorted } = listCandidates(columns, scope, page);
  const counter = new RowCounter(columns, scope, filters, now);
  let found = new Uint32Array(rows.length);
  let total = 0;
  for (let i = 0; i < rows.length; i++) {
    const n = rows[i] ?? 0;
    if (counter.count(n)) found[total++] = n;
  }
  found = found.subarray(0, total);
  const { offset, limit } = page;
  return {
    rows: isSorted
      ? Array.from(found.subarray(offset, offset + limit))
      : pickPage(columns, found, page),
    total,
    ...counter.getCounts(),
  };
}

/** Counts the visible products of each category, by its id. */
export function countByCategory(columns: ListingColumns, now = Date.now()): Map<string, number> {
  const counts = new Map<string, number>();
  columns.getRowsByCategory().forEach((rows, index) => {
    const category = columns.categories.get(index);
    if (category) counts.set(category.id, rows.filter((n) => columns.isVisible(n, now)).length);
  });
  return counts;
}

/** No filter, or more than one of them, removes the row. */
const NONE = -1;
const SEVERAL = -2;
/** The price or the stock filter alone removes the row. Options are their own index. */
const PRICE = -3;
const STOCK = -4;
/** An option that no product has. */
const UNKNOWN = -5;

class RowCounter {
  private readonly columns: ListingColumns;
  private readonly filters: Filters;
  private readonly now: number;
  private readonly flagMask: number;
  private readonly flagValue: number;
  private readonly wantedCategories: Uint8Array | null;
  private readonly minPrice: number;
  private readonly maxPrice: number;
  private readonly filtersPrice: boolean;
  private readonly inScope: Uint32Array;
  private readonly counts: Uint32Array;
  private readonly categoriesInScope: Uint32Array;
  private readonly categories: Uint32Array;
  private scopeSize = 0;
  private inStock = 0;
  private lowest = Number.POSITIVE_INFINITY;
  private highest = -1;

  constructor(columns: ListingColumns, scope: Scope, filters: Filters, now: number) {
    const { isFeatured, isNew } = scope;
    this.columns = columns;
    this.filters = filters;
    this.now = now;
    this.flagMask =
      (isFeatured === undefined ? 0 : IS_FEATURED) | (isNew === undefined ? 0 : IS_NEW);
    this.flagValue = (isFeatured ? IS_FEATURED : 0) | (isNew ? IS_NEW : 0);
    this.wantedCategories = toMask(scope.categories, columns.categories.size);
    this.minPrice = filters.minPrice ?? 0;
    this.maxPrice = filters.maxPrice ?? Number.POSITIVE_INFINITY;
    this.filtersPrice = filters.minPrice !== undefined || filters.maxPrice !== undefined;
    this.inScope = new Uint32Array(columns.facetValues.optionOf.length);
    this.counts = new Uint32Array(columns.facetValues.optionOf.length);
    this.categoriesInScope = new Uint32Array(columns.categories.size);
    this.categories = new Uint32Array(columns.categories.size);
  }

  /** Counts a row. Returns whether it is in the scope and passes all filters. */
  count(n: number): boolean {
    const { flags, category } = this.columns;
    if (((flags[n] ?? 0) & this.flagMask) !== this.flagValue) return false;
    if (!this.columns.isVisible(n, this.now)) return false;
    const failed = this.findFailedFilter(n);
    const index = category[n] ?? 0;
    this.categoriesInScope[index] = (this.categoriesInScope[index] ?? 0) + 1;
    if (failed === NONE) this.categories[index] = (this.categories[index] ?? 0) + 1;
    if (this.wantedCategories && this.wantedCategories[index] === 0) return false;
    this.scopeSize += 1;
    this.countFacets(n, failed);
    this.countStockAndPrice(n, failed);
    return failed === NONE;
  }

  getCounts(): Omit<Selected, "rows" | "total"> {
    const hasPrice = this.highest >= 0;
    return {
      scopeSize: this.scopeSize,
      inStock: this.inStock,
      lowest: hasPrice ? this.lowest : null,
      highest: hasPrice ? this.highest : null,
      inScope: toMap(this.inScope),
      counts: toMap(this.counts),
      categoriesInScope: toMap(this.categoriesInScope),
      categories: toMap(this.categories),
    };
  }

  /** The only filter that removes the row. */
  private findFailedFilter(n: number): number {
    const { inStock, options } = this.filters;
    let failed = NONE;
    if (this.filtersPrice && !this.isInPriceRange(this.columns.price[n] ?? -1)) failed = PRICE;
    if (inStock !== undefined && this.isInStock(n) !== inStock) failed = addFailure(failed, STOCK);
    for (const { index, ids } of options) {
      if (!this.hasFacet(n, ids)) failed = addFailure(failed, index < 0 ? UNKNOWN : index);
    }
    return failed;
  }

  private hasFacet(n: number, ids: ReadonlySet<number>): boolean {
    const { facets, facetStart, facetCount } = this.columns;
    const start = facetStart[n] ?? 0;
    const end = start + (facetCount[n] ?? 0);
    for (let at = start; at < end; at++) if (ids.has(facets[at] ?? 0)) return true;
    return false;
  }

  private countFacets(n: number, failed: number): void {
    const { facets, facetStart, facetCount, facetValues } = this.columns;
    const { inScope, counts } = this;
    const start = facetStart[n] ?? 0;
    const end = start + (facetCount[n] ?? 0);
    for (let at = start; at < end; at++) {
      const facet = facets[at] ?? 0;
      inScope[facet] = (inScope[facet] ?? 0) + 1;
      if (failed === NONE || (failed >= 0 && facetValues.optionOf[facet] === failed)) {
        counts[facet] = (counts[facet] ?? 0) + 1;
      }
    }
  }

  private countStockAndPrice(n: number, failed: number): void {
    if ((failed === NONE || failed === STOCK) && this.isInStock(n)) this.inStock += 1;
    const price = this.columns.price[n] ?? -1;
    if (price < 0 || (failed !== NONE && failed !== PRICE)) return;
    this.lowest = Math.min(this.lowest, price);
    this.highest = Math.max(this.highest, price);
  }

  private isInPriceRange(price: number): boolean {
    return price >= this.minPrice && price <= this.maxPrice;
  }

  private isInStock(n: number): boolean {
    return ((this.columns.flags[n] ?? 0) & IS_IN_STOCK) !== 0;
  }
}

function addFailure(before: number, filter: number): number {
  return before === NONE ? filter : SEVERAL;
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

function toMask(indexes: readonly number[] | null, size: number): Uint8Array | null {
  if (indexes === null) return null;
  const mask = new Uint8Array(size);
  for (const index of indexes) mask[index] = 1;
  return mask;
}

function toMap(counts: Uint32Array): Map<number, number> {
  const map = new Map<number, number>();
  counts.forEach((count, id) => {
    if (count > 0) map.set(id, count);
  });
  return map;
}
