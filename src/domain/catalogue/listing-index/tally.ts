import { IS_IN_STOCK, type ListingColumns } from "./columns";
import { PRICE, type RowFilter, STOCK } from "./row-filter";

/** What a list says beside its page. */
export interface Counts {
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

/** Counts the rows of a list while they are read. */
export class Tally {
  scopeSize = 0;
  private inStock = 0;
  private lowest = Number.POSITIVE_INFINITY;
  private highest = -1;
  private readonly counts: Uint32Array;
  private readonly inScope: Uint32Array;
  private readonly categories: Uint32Array;
  private readonly categoriesInScope: Uint32Array;

  constructor(
    private readonly columns: ListingColumns,
    private readonly filter: RowFilter,
  ) {
    const { optionOf } = columns.facetValues;
    this.counts = new Uint32Array(optionOf.length);
    this.inScope = new Uint32Array(optionOf.length);
    this.categories = new Uint32Array(columns.categories.size);
    this.categoriesInScope = new Uint32Array(columns.categories.size);
  }

  /** Counts the category of a row of a search, also where another category is chosen. */
  addCategory(n: number, failing: number): void {
    const index = this.columns.category[n] as number;
    this.categoriesInScope[index] = (this.categoriesInScope[index] as number) + 1;
    if (failing === 0) this.categories[index] = (this.categories[index] as number) + 1;
  }

  /** Counts a row of the scope without filters. */
  addInScope(n: number): void {
    this.addFacets(n, this.inScope);
  }

  /** Counts a row of the scope; `failing` holds the bits of the filters that remove it. */
  add(n: number, failing: number): void {
    this.scopeSize += 1;
    if (failing === 0) {
      this.addStock(n);
      this.addPrice(n);
      if (!this.filter.isEmpty) this.addFacets(n, this.counts);
    } else if (failing === PRICE) this.addPrice(n);
    else if (failing === STOCK) this.addStock(n);
    else if ((failing & (failing - 1)) === 0) this.addFacetsOfOption(n, failing);
  }

  /** Returns the counts. Without filters every row of the scope must have been counted by `addInScope` too. */
  toCounts(total: number): Counts {
    const inScope = toMap(this.inScope);
    const isPriced = this.highest >= 0;
    return {
      total,
      scopeSize: this.scopeSize,
      inStock: this.inStock,
      lowest: isPriced ? this.lowest : null,
      highest: isPriced ? this.highest : null,
      inScope,
      counts: this.filter.isEmpty ? inScope : toMap(this.counts),
      categoriesInScope: toMap(this.categoriesInScope),
      categories: toMap(this.categories),
    };
  }

  private addStock(n: number): void {
    if (((this.columns.flags[n] as number) & IS_IN_STOCK) !== 0) this.inStock += 1;
  }

  private addPrice(n: number): void {
    const price = this.columns.price[n] as number;
    if (price < 0) return;
    if (price < this.lowest) this.lowest = price;
    if (price > this.highest) this.highest = price;
  }

  private addFacets(n: number, counts: Uint32Array): void {
    const { facets, facetStart, facetCount } = this.columns;
    const start = facetStart[n] as number;
    const end = start + (facetCount[n] as number);
    for (let at = start; at < end; at++) {
      const facet = facets[at] as number;
      counts[facet] = (counts[facet] as number) + 1;
    }
  }

  private addFacetsOfOption(n: number, bit: number): void {
    const { facets, facetStart, facetCount } = this.columns;
    const start = facetStart[n] as number;
    const end = start + (facetCount[n] as number);
    for (let at = start; at < end; at++) {
      const facet = facets[at] as number;
      if (this.filter.getOptionBit(facet) === bit) {
        this.counts[facet] = (this.counts[facet] as number) + 1;
      }
    }
  }
}

function toMap(counts: Uint32Array): Map<number, number> {
  const map = new Map<number, number>();
  for (let id = 0; id < counts.length; id++) {
    const count = counts[id] as number;
    if (count > 0) map.set(id, count);
  }
  return map;
}
