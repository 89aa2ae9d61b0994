import type { Availability } from "../schema";
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

/** A row as `ROW_COLUMNS` reads it. */
export type RawRow = [
  n: number,
  categoryId: string,
  from: number,
  until: number | null,
  price: number | null,
  availability: Availability,
  isFeatured: boolean,
  isNew: boolean,
  facetIds: string,
  terms: string,
];

/** A cast to text, because parsing arrays is slower than parsing digits. */
export const ROW_COLUMNS = `r."n", r."categoryId", (extract(epoch FROM r."publishAt") * 1000)::float8,
  (extract(epoch FROM r."unpublishAt") * 1000)::float8, r."price"::float8, r."availability"::text, r."isFeatured", r."isNew",
  r."facetIds"::text, r."terms"::text`;

export function toIndexedRow([
  ,
  categoryId,
  from,
  until,
  price,
  availability,
  isFeatured,
  isNew,
  facetIds,
]: RawRow): IndexedRow {
  return {
    categoryId,
    from,
    until: until ?? Number.POSITIVE_INFINITY,
    price,
    isInStock: availability === "IN_STOCK",
    isFeatured,
    isNew,
    facetIds: parseIntegers(facetIds),
  };
}

/** Parses the digits of "{1,2}" or "1,2". */
export function parseIntegers(text: string): Uint32Array {
  const isEmpty = text === "" || text === "{}";
  let count = isEmpty ? 0 : 1;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === COMMA) count += 1;
  const values = new Uint32Array(count);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === COMMA) at += 1;
    else if (code >= ZERO && code < ZERO + 10) values[at] = (values[at] ?? 0) * 10 + code - ZERO;
  }
  return values;
}

const ZERO = 48;
const COMMA = 44;
