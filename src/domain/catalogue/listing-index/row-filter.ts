import { IS_IN_STOCK, type ListingColumns } from "./columns";

export interface Filters {
  /** Centimes. */
  minPrice: number | undefined;
  maxPrice: number | undefined;
  inStock: boolean | undefined;
  /** For each option with chosen values its index and their ids. At most 10. */
  options: readonly { index: number; ids: ReadonlySet<number> }[];
}

/** A filter is one bit, so that the filters that remove a row are one number. Options have the bits from OPTIONS on. */
export const PRICE = 1;
export const STOCK = 2;
const OPTIONS = 4;

/** The filters of a list, compiled for many rows. */
export class RowFilter {
  readonly isEmpty: boolean;
  private readonly min: number;
  private readonly max: number;
  private readonly hasPrice: boolean;
  private readonly hasStock: boolean;
  private readonly stock: number;
  /** The bits of all options with chosen values. */
  private readonly chosenOptions: number;
  /** Facet id → the bit of its option if the facet is chosen, or 0. */
  private readonly chosen: Uint16Array;
  /** Facet id → the bit of its option if the option has chosen values, or 0. */
  private readonly own: Uint16Array;

  constructor(
    private readonly columns: ListingColumns,
    { minPrice, maxPrice, inStock, options }: Filters,
  ) {
    const { optionOf } = columns.facetValues;
    this.hasPrice = minPrice !== undefined || maxPrice !== undefined;
    this.min = minPrice ?? 0;
    this.max = maxPrice ?? Number.POSITIVE_INFINITY;
    this.hasStock = inStock !== undefined;
    this.stock = inStock ? IS_IN_STOCK : 0;
    this.chosen = new Uint16Array(options.length > 0 ? optionOf.length : 0);
    this.own = new Uint16Array(options.length > 0 ? optionOf.length : 0);
    options.forEach(({ index, ids }, i) => {
      const bit = OPTIONS << i;
      for (const id of ids) this.chosen[id] = bit;
      optionOf.forEach((option, id) => {
        if (option === index) this.own[id] = bit;
      });
    });
    this.chosenOptions = options.length > 0 ? (OPTIONS << options.length) - OPTIONS : 0;
    this.isEmpty = !this.hasPrice && !this.hasStock && options.length === 0;
  }

  /** Returns the bits of the filters that remove a row, 0 for a row that passes. */
  findFailing(n: number): number {
    const { columns } = this;
    let failing = this.chosenOptions;
    if (failing !== 0) {
      const { facets } = columns;
      const start = columns.facetStart[n] as number;
      const end = start + (columns.facetCount[n] as number);
      for (let at = start; at < end; at++) {
        failing &= ~(this.chosen[facets[at] as number] as number);
      }
    }
    if (this.hasPrice) {
      const price = columns.price[n] as number;
      if (price < this.min || price > this.max) failing |= PRICE;
    }
    if (this.hasStock && ((columns.flags[n] as number) & IS_IN_STOCK) !== this.stock) {
      failing |= STOCK;
    }
    return failing;
  }

  /** The bit of a facet's option, 0 where nothing of it is chosen. */
  getOptionBit(facet: number): number {
    return this.own[facet] as number;
  }
}
