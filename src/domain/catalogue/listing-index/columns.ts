import { CategoryTree, type IndexedCategory } from "./category-tree";
import { FacetValues, type IndexedFacetValue } from "./facet-values";
import type { IndexedRow, RowChange } from "./indexed-row";
import { ORDER_NAMES, type OrderName } from "./orders";
import { grow } from "./words/grow";

const IS_LISTED = 1;
export const IS_FEATURED = 2;
export const IS_NEW = 4;
export const IS_IN_STOCK = 8;

/** No price. */
const ON_REQUEST = -1;

/** The listed products as columns, addressed by row number, so that a list is filtered and counted without a query. */
export class ListingColumns {
  flags = new Uint8Array(0);
  category = new Uint16Array(0);
  price = new Float64Array(0);
  from = new Float64Array(0);
  until = new Float64Array(0);
  facetStart = new Uint32Array(0);
  facetCount = new Uint16Array(0);
  /** The facet ids of all rows. A changed row gets a new place at the end. */
  facets = new Uint32Array(0);
  readonly categories = new CategoryTree();
  readonly facetValues = new FacetValues();
  /** Increases with each change. */
  version = 0;
  count = 0;
  private facetsUsed = 0;
  private orders = new Map<OrderName, Uint32Array>();
  private derived: Derived = createDerived();

  /** Stores or removes a row, without its place in the orders. */
  setRow(n: number, row: IndexedRow | null): void {
    this.reserve(n + 1);
    const wasListed = ((this.flags[n] ?? 0) & IS_LISTED) !== 0;
    this.count += Number(row !== null) - Number(wasListed);
    if (row === null) {
      this.flags[n] = 0;
      return;
    }
    this.flags[n] =
      IS_LISTED |
      (row.isFeatured ? IS_FEATURED : 0) |
      (row.isNew ? IS_NEW : 0) |
      (row.isInStock ? IS_IN_STOCK : 0);
    this.category[n] = this.categories.getIndex(row.categoryId);
    this.price[n] = row.price ?? ON_REQUEST;
    this.from[n] = row.from;
    this.until[n] = row.until;
    this.facets = grow(this.facets, this.facetsUsed + row.facetIds.length);
    this.facets.set(row.facetIds, this.facetsUsed);
    this.facetStart[n] = this.facetsUsed;
    this.facetCount[n] = row.facetIds.length;
    this.facetsUsed += row.facetIds.length;
  }

  setOrder(name: OrderName, rows: Uint32Array): void {
    this.orders.set(name, rows);
    this.resetDerived();
  }

  /** Applies changes of one snapshot: rows, then their places in the orders. */
  applyChanges(changes: readonly RowChange[]): void {
    for (const { n, row } of changes) this.setRow(n, row);
    const changed = new Set(changes.map(({ n }) => n));
    for (const name of ORDER_NAMES) {
      const next = new Map<number, number>();
      for (const { n, after } of changes) if (after) next.set(after[name], n);
      this.orders.set(name, this.mergeOrder(this.getOrder(name), changed, next));
    }
    this.resetDerived();
  }

  setCategories(categories: readonly IndexedCategory[]): void {
    this.categories.setAll(categories);
    this.resetDerived();
  }

  setFacetValues(values: readonly IndexedFacetValue[]): void {
    this.facetValues.setAll(values);
    this.version += 1;
  }

  getOrder(name: OrderName): Uint32Array {
    return this.orders.get(name) ?? new Uint32Array(0);
  }

  /** The place of each row in an order. */
  getRanks(name: OrderName): Uint32Array {
    const known = this.derived.ranks.get(name);
    if (known) return known;
    const ranks = new Uint32Array(this.flags.length);
    this.getOrder(name).forEach((n, rank) => {
      ranks[n] = rank;
    });
    this.derived.ranks.set(name, ranks);
    return ranks;
  }

  /** The rows of each category, by the category's index. */
  getRowsByCategory(): readonly Uint32Array[] {
    this.derived.byCategory ??= this.groupByCategory();
    return this.derived.byCategory;
  }

  /** 1 for the rows that customers see at a time. */
  getVisible(now: number): Uint8Array {
    const { visible } = this.derived;
    if (visible && now >= visible.since && now < visible.until) return visible.rows;
    const found = this.findVisible(now);
    this.derived.visible = found;
    return found.rows;
  }

  /** The visible rows, and the next time at which a publication begins or ends. */
  private findVisible(now: number): VisibleRows {
    const { flags, from, until, category } = this;
    const { hidden } = this.categories;
    const rows = new Uint8Array(flags.length);
    let next = Number.POSITIVE_INFINITY;
    for (let n = 0; n < flags.length; n++) {
      if (((flags[n] ?? 0) & IS_LISTED) === 0 || hidden[category[n] ?? 0] !== 0) continue;
      const [start, end] = [from[n] ?? 0, until[n] ?? 0];
      if (start > now) next = Math.min(next, start);
      else if (end > now) {
        rows[n] = 1;
        next = Math.min(next, end);
      }
    }
    return { rows, since: now, until: next };
  }

  private mergeOrder(
    before: Uint32Array,
    changed: ReadonlySet<number>,
    next: ReadonlyMap<number, number>,
  ): Uint32Array {
    const merged = new Uint32Array(this.count);
    let length = 0;
    const place = (n: number) => {
      if (n !== 0) merged[length++] = n;
      for (let follower = next.get(n); follower !== undefined; follower = next.get(follower)) {
        merged[length++] = follower;
      }
    };
    place(0);
    for (const n of before) if (!changed.has(n)) place(n);
    return merged;
  }

  private groupByCategory(): Uint32Array[] {
    const counts = new Uint32Array(this.categories.size);
    const order = this.getOrder("newest");
    for (const n of order) counts[this.category[n] ?? 0] = (counts[this.category[n] ?? 0] ?? 0) + 1;
    const groups = Array.from(counts, (count) => new Uint32Array(count));
    counts.fill(0);
    for (const n of order) {
      const category = this.category[n] ?? 0;
      const at = counts[category] ?? 0;
      const group = groups[category];
      if (group) group[at] = n;
      counts[category] = at + 1;
    }
    return groups;
  }

  private resetDerived(): void {
    this.derived = createDerived();
    this.version += 1;
  }

  private reserve(length: number): void {
    if (length <= this.flags.length) return;
    this.flags = grow(this.flags, length);
    this.category = grow(this.category, length);
    this.price = grow(this.price, length);
    this.from = grow(this.from, length);
    this.until = grow(this.until, length);
    this.facetStart = grow(this.facetStart, length);
    this.facetCount = grow(this.facetCount, length);
  }
}

interface Derived {
  ranks: Map<OrderName, Uint32Array>;
  byCategory: Uint32Array[] | null;
  visible: VisibleRows | null;
}

function createDerived(): Derived {
  return { ranks: new Map(), byCategory: null, visible: null };
}

interface VisibleRows {
  rows: Uint8Array;
  since: number;
  until: number;
}
