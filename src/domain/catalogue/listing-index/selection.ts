import { IS_FEATURED, IS_NEW, type ListingColumns } from "./columns";
import { type PageRequest, pickPage } from "./page";
import { type Filters, RowFilter } from "./row-filter";
import { type Counts, Tally } from "./tally";

/** What a list is about, before its filters: categories, flags and the rows that a search found. */
export interface Scope {
  /** Indexes of categories; null for all. */
  categories: readonly number[] | null;
  isFeatured: boolean | undefined;
  isNew: boolean | undefined;
  /** Rows that a search found; null without a search. */
  matches: Uint32Array | null;
}

export interface Selected extends Counts {
  /** The rows of the page. */
  rows: number[];
}

/** Filters, counts and sorts a scope. Each facet is counted under every filter but its own. */
export function selectRows(
  columns: ListingColumns,
  scope: Scope,
  filters: Filters,
  page: PageRequest,
  now = Date.now(),
): Selected {
  const reading: Reading = {
    columns,
    scope,
    candidates: listCandidates(columns, scope, page),
    visible: columns.getVisible(now),
    filter: new RowFilter(columns, filters),
  };
  if (scope.matches) {
    const { found, counts } = countRows(reading, { countsScope: true });
    return { ...counts, rows: takePage(reading, found, page) };
  }
  const ofScope = getScopeCounts(reading);
  if (reading.filter.isEmpty) {
    const { isSorted } = reading.candidates;
    const wanted = isSorted ? page.offset + page.limit : Number.POSITIVE_INFINITY;
    return { ...ofScope, rows: takePage(reading, readScope(reading, wanted), page) };
  }
  const { found, counts } = countRows(reading, { countsScope: false });
  return { ...counts, inScope: ofScope.inScope, rows: takePage(reading, found, page) };
}

interface Reading {
  columns: ListingColumns;
  scope: Scope;
  candidates: { rows: Uint32Array; isSorted: boolean };
  /** 1 for the rows that customers see. */
  visible: Uint8Array;
  filter: RowFilter;
}

function takePage(
  { columns, candidates }: Reading,
  found: Uint32Array,
  page: PageRequest,
): number[] {
  const { offset, limit } = page;
  return candidates.isSorted
    ? Array.from(found.subarray(offset, offset + limit))
    : pickPage(columns, found, page);
}

/** By the rows that were visible, which are replaced by any change and when a publication begins or ends. */
const scopeCounts = new WeakMap<Uint8Array, Map<string, Counts>>();
const MAX_SCOPE_COUNTS = 200;

/** The counts of a scope without filters, which all its pages, orders and filters share. */
function getScopeCounts(reading: Reading): Counts {
  const { columns, scope, visible } = reading;
  const stored = scopeCounts.get(visible) ?? new Map<string, Counts>();
  scopeCounts.set(visible, stored);
  const key = JSON.stringify(scope);
  const known = stored.get(key);
  if (known) return known;
  const filter = reading.filter.isEmpty ? reading.filter : new RowFilter(columns, NO_FILTERS);
  const { counts } = countRows({ ...reading, filter }, { countsScope: true });
  if (stored.size >= MAX_SCOPE_COUNTS) stored.clear();
  stored.set(key, counts);
  return counts;
}

const NO_FILTERS: Filters = {
  minPrice: undefined,
  maxPrice: undefined,
  inStock: undefined,
  options: [],
};

/** Reads the visible rows of a scope, at most `limit`, in the order of the candidates. */
function readScope({ columns, scope, candidates, visible }: Reading, limit: number): Uint32Array {
  const { rows } = candidates;
  const { flags, category } = columns;
  const { mask, value } = toFlags(scope);
  const inScope = toCategoryMask(columns, scope);
  const found = new Uint32Array(Math.min(rows.length, limit));
  let length = 0;
  for (let i = 0; i < rows.length && length < found.length; i++) {
    const n = rows[i] as number;
    if (visible[n] === 0 || ((flags[n] as number) & mask) !== value) continue;
    if (inScope === null || inScope[category[n] as number] === 1) found[length++] = n;
  }
  return found.subarray(0, length);
}

function countRows(reading: Reading, { countsScope }: { countsScope: boolean }) {
  const { columns, scope, filter } = reading;
  const tally = new Tally(columns, filter);
  const isSearch = scope.matches !== null;
  const rows = readScope(isSearch ? ofAllCategories(reading) : reading, Number.POSITIVE_INFINITY);
  const inScope = isSearch ? toCategoryMask(columns, scope) : null;
  const found = new Uint32Array(rows.length);
  let length = 0;
  for (let i = 0; i < rows.length; i++) {
    const n = rows[i] as number;
    const failing = filter.findFailing(n);
    if (isSearch) tally.addCategory(n, failing);
    if (inScope !== null && inScope[columns.category[n] as number] === 0) continue;
    if (countsScope) tally.addInScope(n);
    tally.add(n, failing);
    if (failing === 0) found[length++] = n;
  }
  return { found: found.subarray(0, length), counts: tally.toCounts(length) };
}

function ofAllCategories(reading: Reading): Reading {
  return { ...reading, scope: { ...reading.scope, categories: null } };
}

function toFlags({ isFeatured, isNew }: Scope) {
  return {
    mask: (isFeatured === undefined ? 0 : IS_FEATURED) | (isNew === undefined ? 0 : IS_NEW),
    value: (isFeatured ? IS_FEATURED : 0) | (isNew ? IS_NEW : 0),
  };
}

/** 1 for the categories of the scope; null for all. */
function toCategoryMask({ categories }: ListingColumns, scope: Scope): Uint8Array | null {
  if (scope.categories === null) return null;
  const mask = new Uint8Array(categories.size);
  for (const index of scope.categories) mask[index] = 1;
  return mask;
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
