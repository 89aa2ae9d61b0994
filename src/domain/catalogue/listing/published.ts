import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { cached } from "@/lib/cache/cache";
import { db } from "@/lib/db";
import type { Locale } from "@/lib/i18n/locale";
import { lookup } from "@/lib/lookup";
import type { Pagination } from "@/lib/pagination";
import {
  buildOptionFilters,
  buildOrderBy,
  buildPriceFilter,
  buildScope,
  buildSearchMatchesQuery,
  buildStockFilter,
  CARD_COLUMNS,
  CARD_JOINS,
  type ListingFilters,
  NO_FILTER,
  OPTION_ROWS,
  type SearchMatches,
} from "../published-sql";
import { findPathTo, listWithDescendants, selectUsefulFacets } from "../rules";
import type { FacetGroup, Facets, ProductCard, ProductQuery, SearchQuery } from "../schema";
import { listCategories } from "./categories-published";

const { sql, join, empty } = Prisma;

/** Counting stops here: beyond it a list says "10 000", and facets describe the newest 10,000 products. */
const MAX_COUNTED = 10_000;
/** Ranking costs per row: the best are looked for among this many matches. */
const MOST_RANKED = 1_000;

export interface Listing {
  items: ProductCard[];
  pagination: Pagination;
  facets: Facets;
}

/** A page of the catalogue with its facets, in two statements. An unknown category is an empty one. */
export function listProducts(query: ProductQuery): Promise<Listing> {
  return list(query, null);
}

/** A category's first page as most people see it: no filter, newest first. */
export const listCategoryFirstPage = cached(
  "catalogue",
  "front",
  (category: string, pageSize: number, locale: Locale): Promise<Listing> =>
    listProducts({ page: 1, pageSize, sort: "newest", locale, ...(category && { category }) }),
);

/** Products that match what a customer typed, the best first unless another order is asked for. */
export function searchProducts({ q, ...query }: SearchQuery): Promise<Listing> {
  return list(query, q);
}

type ListQuery = Omit<ProductQuery, "sort"> & { sort: SearchQuery["sort"] };

async function list(query: ListQuery, words: string | null): Promise<Listing> {
  const [categories, named] = await Promise.all([
    categoryIds(query.category),
    words === null ? null : findNamed(words),
  ]);
  const scope = buildScope(query, categories, named);
  const [items, { total, facets }] = await Promise.all([
    readPage(query, scope, words),
    readFacets(query, scope),
  ]);
  const { page, pageSize } = query;
  return {
    items,
    pagination: { page, pageSize, total, totalPages: Math.ceil(total / pageSize) },
    facets,
  };
}

async function categoryIds(slug: string | undefined): Promise<string[] | null> {
  if (slug === undefined) return null;
  const category = findPathTo(await listCategories(), slug).at(-1);
  return category ? listWithDescendants(category).map(({ id }) => id) : [];
}

async function findNamed(words: string): Promise<SearchMatches> {
  const [named] = await db.$queryRaw<Omit<SearchMatches, "words">[]>(
    buildSearchMatchesQuery(words),
  );
  return { words, categoryIds: named?.categoryIds ?? [], productIds: named?.productIds ?? [] };
}

function readPage(
  query: ListQuery,
  scope: Prisma.Sql,
  words: string | null,
): Promise<ProductCard[]> {
  const where = join([scope, ...everyFilter(query)], " AND ");
  const window = sql`LIMIT ${query.pageSize} OFFSET ${(query.page - 1) * query.pageSize}`;
  if (query.sort !== "relevance" || words === null) {
    const order = buildOrderBy(query.sort === "relevance" ? "newest" : query.sort, query.locale);
    return db.$queryRaw`
      WITH page AS (SELECT p."id", row_number() OVER (ORDER BY ${order}) AS place FROM "Product" p WHERE ${where} ORDER BY ${order} ${window})
      SELECT ${CARD_COLUMNS} FROM page JOIN "Product" p USING ("id") ${CARD_JOINS} ORDER BY page.place`;
  }
  return db.$queryRaw`
    WITH hits AS (SELECT p."id", p."sku", p."search", p."shownAvailability" FROM "Product" p WHERE ${where} LIMIT ${MOST_RANKED}),
    page AS (
      SELECT hits."id", row_number() OVER (
        ORDER BY (hits."sku" = upper(btrim(${words}))) IS TRUE DESC,
          ts_rank(hits."search", shop_query(${words})) * CASE WHEN hits."shownAvailability" = 'OUT_OF_STOCK' THEN 0.5 ELSE 1 END DESC, hits."id"
      ) AS place FROM hits ORDER BY place ${window}
    )
    SELECT ${CARD_COLUMNS} FROM page JOIN "Product" p USING ("id") ${CARD_JOINS} ORDER BY page.place`;
}

function everyFilter(filters: ListingFilters): Prisma.Sql[] {
  return [
    buildStockFilter(filters),
    buildPriceFilter(filters),
    ...buildOptionFilters(filters).map(({ condition }) => condition),
  ].filter((condition) => condition !== NO_FILTER);
}

interface FacetRow {
  name: string;
  nameAr: string | null;
  value: string;
  valueAr: string | null;
  swatch: string | null;
  count: number;
}

interface Counts {
  total: number;
  inStock: number;
  lowest: string | null;
  highest: string | null;
  options: FacetRow[] | null;
}

/** One statement: each facet counted with every filter but its own. */
async function readFacets(query: ListQuery, scope: Prisma.Sql) {
  const groups = buildOptionFilters(query);
  const flags = groups.map(({ condition }, i) => sql`, ${condition} AS ${flag(i)}`);
  const selected = groups.map((_, i) => flag(i));
  const butPrice = join([sql`"inStock"`, ...selected], " AND ");
  const butStock = join([sql`"inPrice"`, ...selected], " AND ");
  const butOwn = groups.map(({ name }, i) => sql`AND (${flag(i)} OR o."name" = ${name})`);
  const filters = everyFilter(query);
  const all = join([sql`"inPrice"`, sql`"inStock"`, ...selected], " AND ");
  const counted = sql`(SELECT count(*)::int FROM b WHERE ${all})`;
  const total =
    filters.length === 0
      ? counted
      : sql`CASE WHEN (SELECT count(*) FROM b) < ${MAX_COUNTED} THEN ${counted} ELSE (SELECT count(*)::int FROM (
          SELECT 1 FROM "Product" p WHERE ${join([scope, ...filters], " AND ")} LIMIT ${MAX_COUNTED}) AS found) END`;
  const [counts] = await db.$queryRaw<Counts[]>`
    WITH b AS MATERIALIZED (
      SELECT p."id", p."facts", p."brand", p."shownAvailability", p."shownPrice",
        ${buildPriceFilter(query)} AS "inPrice", ${buildStockFilter(query)} AS "inStock"
        ${flags.length ? join(flags, " ") : empty}
      FROM "Product" p WHERE ${scope} ORDER BY ${buildOrderBy("newest")} LIMIT ${MAX_COUNTED}
    )
    SELECT
      ${total} AS "total",
      (SELECT count(*)::int FROM b WHERE b."shownAvailability" = 'IN_STOCK' AND ${butStock}) AS "inStock",
      (SELECT min(b."shownPrice")::text FROM b WHERE ${butPrice}) AS "lowest",
      (SELECT max(b."shownPrice")::text FROM b WHERE ${butPrice}) AS "highest",
      (SELECT json_agg(counted) FROM (
        SELECT o."name", max(o."nameAr") AS "nameAr", o."value", max(o."valueAr") AS "valueAr", max(o."swatch") AS "swatch",
          count(DISTINCT b."id")::int AS "count"
        FROM b CROSS JOIN LATERAL (${OPTION_ROWS}) AS o
        WHERE "inPrice" AND "inStock" ${butOwn.length ? join(butOwn, " ") : empty}
        GROUP BY o."name", o."value"
      ) AS counted) AS "options"`;
  return { total: counts?.total ?? 0, facets: facetsOf(counts, query) };
}

const flag = (i: number) => Prisma.raw(`"inOption${i}"`);

function facetsOf(counts: Counts | undefined, { option = {}, locale }: ListQuery): Facets {
  const groups = new Map<string, FacetGroup>();
  for (const { name, nameAr, ...value } of counts?.options ?? []) {
    const group = groups.get(name) ?? { name, nameAr, values: [] };
    group.values.push({ ...value, selected: lookup(option, name)?.includes(value.value) ?? false });
    groups.set(name, group);
  }
  return {
    options: selectUsefulFacets([...groups.values()], counts?.total ?? 0, locale),
    price:
      counts?.lowest == null || counts.highest == null
        ? null
        : { min: counts.lowest, max: counts.highest },
    inStock: counts?.inStock ?? 0,
  };
}
