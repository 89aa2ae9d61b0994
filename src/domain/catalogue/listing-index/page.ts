import type { ListingColumns } from "./columns";
import type { OrderName } from "./orders";

export interface PageRequest {
  order: OrderName;
  /** For each row its score, a whole number below 2 ** 20, best first; equals follow the order. Null for the order alone. */
  scores: Uint32Array | null;
  offset: number;
  limit: number;
}

const MAX_SCORE = 2 ** 20;
const RANKS = 2 ** 32;

/** Finds the rows of a page without sorting those before and after it. */
export function pickPage(
  columns: ListingColumns,
  found: Uint32Array,
  { order, scores, offset, limit }: PageRequest,
): number[] {
  if (offset >= found.length) return [];
  const ranks = columns.getRanks(order);
  const keys = new Float64Array(found.length);
  for (let i = 0; i < found.length; i++) {
    const n = found[i] ?? 0;
    const score = scores === null ? 0 : MAX_SCORE - (scores[n] ?? 0);
    keys[i] = score * RANKS + (ranks[n] ?? 0);
  }
  const end = Math.min(offset + limit, keys.length);
  moveSmallestFirst(keys, end);
  const rows = columns.getOrder(order);
  return Array.from(keys.subarray(0, end).sort().subarray(offset), (key) => rows[key % RANKS] ?? 0);
}

/** Moves the `count` smallest keys to the front, in any order (quickselect). */
export function moveSmallestFirst(keys: Float64Array, count: number): void {
  let left = 0;
  let right = keys.length - 1;
  while (left < right && count < keys.length) {
    const { lower, upper } = partition(keys, left, right);
    if (count - 1 <= lower) right = lower;
    else if (count - 1 >= upper) left = upper;
    else return;
  }
}

/** Keys up to `lower` are at most the pivot, keys from `upper` at least. */
function partition(keys: Float64Array, left: number, right: number) {
  const pivot = keys[(left + right) >> 1] ?? 0;
  let upper = left;
  let lower = right;
  while (upper <= lower) {
    while ((keys[upper] ?? 0) < pivot) upper += 1;
    while ((keys[lower] ?? 0) > pivot) lower -= 1;
    if (upper > lower) break;
    const key = keys[upper] ?? 0;
    keys[upper++] = keys[lower] ?? 0;
    keys[lower--] = key;
  }
  return { lower, upper };
}
