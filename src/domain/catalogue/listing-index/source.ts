import "server-only";
import type pg from "pg";
import type { ProductCard } from "../schema";
import type { IndexedCategory } from "./category-tree";
import { ListingColumns } from "./columns";
import type { IndexedFacetValue } from "./facet-values";
import { parseIntegers, type RawRow, ROW_COLUMNS, toIndexedRow } from "./indexed-row";
import { buildOrderBy, buildPrecedingRow } from "./order-keys";
import { ORDER_NAMES, type OrderName } from "./orders";
import { RowTerms, type Term, TermIndex } from "./words/terms";

/** The catalogue as a process holds it, and the snapshot of the database that it shows. */
export interface CatalogueIndex {
  columns: ListingColumns;
  terms: TermIndex;
  /** Cards that were read lately, by row number. */
  cards: Map<number, ProductCard>;
  snapshot: string;
  /** Changes with the synonyms and rules of the search. */
  searchConfigChange: string | null;
}

const FETCH_ROWS = 5_000;
/** More changed rows than this are loaded with all others. */
const MAX_CHANGED_ROWS = 5_000;

const CATEGORY = `json_build_object('id', c."id", 'slug', c."slug", 'name', c."name", 'nameAr', c."nameAr",
  'parentId', c."parentId", 'isActive', c."isActive")`;
const FACET_VALUE = `json_build_object('id', f."id", 'name', f."name", 'nameAr', f."nameAr", 'value', f."value",
  'valueAr', f."valueAr", 'swatch', f."swatch")`;
const TERM = `json_build_object('id', t."id", 'word', t."word", 'stem', t."stem")`;

/**
 * Loads the whole index from one snapshot. Where the words of the products do not fit into `maxBytes`, the index has none.
 * Returns null where not even the columns fit.
 */
export async function loadIndex(
  pool: pg.Pool,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<CatalogueIndex | null> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query("SET LOCAL statement_timeout = '2min'");
    const index = await readIndex(client, maxBytes);
    await client.query("COMMIT");
    return index;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** The columns of a row, its places in the orders and their inverse, without its facets. */
const ROW_BYTES = 96;

async function readIndex(client: pg.PoolClient, maxBytes: number): Promise<CatalogueIndex | null> {
  const columns = new ListingColumns();
  const [start] = await readRows<[string, IndexedCategory[] | null, IndexedFacetValue[] | null]>(
    client,
    `SELECT pg_current_snapshot()::text, (SELECT json_agg(${CATEGORY}) FROM "Category" c),
      (SELECT json_agg(${FACET_VALUE}) FROM "FacetValue" f)`,
  );
  const [snapshot = "", categories, facetValues] = start ?? [];
  columns.setCategories(categories ?? []);
  columns.setFacetValues(facetValues ?? []);
  const listed = await readListedRows(client, columns, maxBytes);
  if (listed === null) return null;
  const terms =
    (listed.terms && (await readTerms(client, listed.terms, listed.freeBytes))) ?? new TermIndex();
  for (const order of ORDER_NAMES) {
    const [row] = await readRows<[string | null]>(
      client,
      `SELECT string_agg(r."n"::text, ',' ORDER BY ${buildOrderBy(order, "r")}) FROM "ListingRow" r WHERE r."isListed"`,
    );
    columns.setOrder(order, parseIntegers(row?.[0] ?? ""));
  }
  return { columns, terms, cards: new Map(), snapshot, searchConfigChange: null };
}

/** Reads the words of the rows. Returns null where they do not fit into `maxBytes`. */
async function readTerms(
  client: pg.PoolClient,
  rowTerms: RowTerms,
  maxBytes: number,
): Promise<TermIndex | null> {
  const terms = new TermIndex();
  const isWhole = await readBatches<[number, string, string]>(
    client,
    `SELECT t."id", t."word", t."stem" FROM "SearchTerm" t ORDER BY t."word" COLLATE "C"`,
    (rows) => {
      terms.addTerms(rows.map(([id, word, stem]) => ({ id, word, stem })));
      return terms.bytes <= maxBytes;
    },
  );
  if (!isWhole) return null;
  terms.build(rowTerms);
  return terms;
}

interface ListedRows {
  /** Null where they do not fit. */
  terms: RowTerms | null;
  /** What is left of the memory. */
  freeBytes: number;
}

/** Stores the rows in the columns. Returns their terms, or null where not even the columns fit. */
async function readListedRows(
  client: pg.PoolClient,
  columns: ListingColumns,
  maxBytes: number,
): Promise<ListedRows | null> {
  let terms: RowTerms | null = new RowTerms();
  let columnBytes = 0;
  let termBytes = 0;
  const isWhole = await readBatches<RawRow>(
    client,
    `SELECT ${ROW_COLUMNS} FROM "ListingRow" r WHERE r."isListed"`,
    (rows) => {
      for (const row of rows) {
        const indexed = toIndexedRow(row);
        const ownTerms = parseIntegers(row[9]);
        columns.setRow(row[0], indexed);
        terms?.add(row[0], ownTerms);
        columnBytes += ROW_BYTES + indexed.facetIds.byteLength;
        termBytes += ownTerms.byteLength;
      }
      if (columnBytes + termBytes > maxBytes) terms = null;
      return columnBytes <= maxBytes;
    },
  );
  return isWhole ? { terms, freeBytes: maxBytes - columnBytes - termBytes } : null;
}

/** Reads the rows of a query a few thousand at a time, until `use` returns false. Returns false then. */
async function readBatches<T extends unknown[]>(
  client: pg.PoolClient,
  query: string,
  use: (rows: T[]) => boolean,
): Promise<boolean> {
  await client.query(`DECLARE batches NO SCROLL CURSOR FOR ${query}`);
  for (let isLast = false; !isLast; ) {
    const rows = await readRows<T>(client, `FETCH ${FETCH_ROWS} FROM batches`);
    if (!use(rows)) return false;
    isLast = rows.length < FETCH_ROWS;
  }
  await client.query("CLOSE batches");
  return true;
}

interface Changes {
  snapshot: string;
  searchConfigChange: string | null;
  rows: { n: number; row: RawRow | null; after: Record<OrderName, number> | null }[] | null;
  facetValues: IndexedFacetValue[] | null;
  categories: IndexedCategory[] | null;
  terms: Term[] | null;
}

const PRECEDING_ROWS = ORDER_NAMES.map(
  (order) => `'${order}', ${buildPrecedingRow(order, "r")}`,
).join(", ");

/** What was committed after a snapshot ($1): changed by a transaction that the snapshot did not see. */
export const isChanged = (row: string) =>
  `${row}."changed" >= pg_snapshot_xmin($1::pg_snapshot) AND ${row}."changed" < pg_snapshot_xmax(pg_current_snapshot())
    AND NOT pg_visible_in_snapshot(${row}."changed", $1::pg_snapshot)`;

/** False for a snapshot ($1) of another database, such as the one from which a backup was restored. */
export const IS_KNOWN_SNAPSHOT =
  "pg_snapshot_xmax($1::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot())";

/** Small, because each request waits for it. */
const CHECK = `SELECT pg_current_snapshot()::text AS "snapshot", (SELECT "changed"::text FROM "SearchConfigChange") AS "searchConfigChange",
  ${IS_KNOWN_SNAPSHOT} AS "isKnown",
  EXISTS (SELECT 1 FROM "ListingRow" r WHERE ${isChanged("r")}) OR EXISTS (SELECT 1 FROM "FacetValue" f WHERE ${isChanged("f")})
    OR EXISTS (SELECT 1 FROM "Category" c WHERE ${isChanged("c")}) AS "hasChanges"`;

const CHANGES = `SELECT pg_current_snapshot()::text AS "snapshot",
  (SELECT "changed"::text FROM "SearchConfigChange") AS "searchConfigChange",
  (SELECT json_agg(json_build_object('n', r."n",
    'row', CASE WHEN r."isListed" THEN json_build_array(${ROW_COLUMNS}) END,
    'after', CASE WHEN r."isListed" THEN json_build_object(${PRECEDING_ROWS}) END))
    FROM (SELECT * FROM "ListingRow" r WHERE ${isChanged("r")} LIMIT ${MAX_CHANGED_ROWS + 1}) AS r) AS "rows",
  (SELECT json_agg(${FACET_VALUE}) FROM "FacetValue" f WHERE ${isChanged("f")}) AS "facetValues",
  CASE WHEN EXISTS (SELECT 1 FROM "Category" c WHERE ${isChanged("c")})
    THEN (SELECT json_agg(${CATEGORY}) FROM "Category" c) END AS "categories",
  CASE WHEN EXISTS (SELECT 1 FROM "ListingRow" r WHERE ${isChanged("r")} AND r."isListed")
    THEN (SELECT json_agg(${TERM}) FROM "SearchTerm" t WHERE t."id" IN (
      SELECT unnest(r."terms") / 8 FROM "ListingRow" r WHERE ${isChanged("r")} AND r."isListed")) END AS "terms"`;

interface Check {
  snapshot: string;
  searchConfigChange: string | null;
  isKnown: boolean;
  hasChanges: boolean;
}

/** Applies to the index what was committed since its snapshot. Returns false when it must be loaded again. */
export async function refreshIndex(pool: pg.Pool, index: CatalogueIndex): Promise<boolean> {
  const values = [index.snapshot];
  const check = await pool.query<Check>({ name: "listing-check", text: CHECK, values });
  const [state] = check.rows;
  if (!state?.isKnown) return false;
  if (!state.hasChanges) {
    index.snapshot = state.snapshot;
    index.searchConfigChange = state.searchConfigChange;
    return true;
  }
  const { rows } = await pool.query<Changes>({ text: CHANGES, values });
  const [changes] = rows;
  if (!changes || (changes.rows?.length ?? 0) > MAX_CHANGED_ROWS) return false;
  applyChanges(index, changes);
  return true;
}

function applyChanges(index: CatalogueIndex, changes: Changes): void {
  const { columns, terms } = index;
  if (changes.categories) columns.setCategories(changes.categories);
  if (changes.facetValues) columns.setFacetValues(changes.facetValues);
  if (changes.terms && terms.hasPostings) terms.addTerms(changes.terms);
  if (changes.rows) {
    columns.applyChanges(
      changes.rows.map(({ n, row, after }) => ({ n, row: row && toIndexedRow(row), after })),
    );
    for (const { n, row } of changes.rows) {
      terms.setRow(n, row && parseIntegers(row[9]));
      index.cards.delete(n);
    }
  }
  index.snapshot = changes.snapshot;
  index.searchConfigChange = changes.searchConfigChange;
}

async function readRows<T extends unknown[]>(client: pg.PoolClient, text: string): Promise<T[]> {
  const { rows } = await client.query<T>({ text, rowMode: "array" });
  return rows;
}
