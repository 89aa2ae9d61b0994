import type { OrderName } from "./orders";

/** What the index holds of a listed product. */
export interface IndexedRow {
  categoryId: string;
  /** Milliseconds; `until` is Infinity where the publication has no end. */
  from: number;
  until: number;
  /** Centimes; null is "Prix sur demande". */
  price: number | null;
  isInStock: boolean;
  isFeatured: boolean;
  isNew: boolean;
  facetIds: Uint32Array;
}

/** A changed row; a null `row` removes it. `after` holds, for each order, the row that precedes it, or 0 for the first. */
export interface RowChange {
  n: number;
  row: IndexedRow | null;
  after: Record<OrderName, number> | null;
}
