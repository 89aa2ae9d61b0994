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
