import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { cached } from "@/lib/cache/cache";
import { db } from "@/lib/db";
import type { Locale } from "@/lib/i18n/locale";
import { MAX_COUNTED, type Pagination, toPagination } from "@/lib/lists/pagination";
import { lookup } from "@/lib/lookup";
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

/** Ranking costs per row, so only this many matches are ranked. */
const MAX_RANKED = 1_000;

export interface Listing {
  items: ProductCard[];
  pagination: Pagination;
  facets: Facets;
}

/** Lists a page of the catalogue with its facets, in two statements. An unknown category has no products. */
export function listProducts(query: ProductQuery): Promise<Listing> {
  return listPage(query, null);
}

/** The first page of a category without filters, newest first. */
export const listCategoryFirstPage = cached(
  "catalogue",
  "front",
  (category: string, pageSize: number, locale: Locale): Promise<Listing> =>
    listProducts({ page: 1, pageSize, sort: "newest", locale, category: category || undefined }),
);

/** Searches products, best match first unless the query names another order. */
export function searchProducts({ q, ...query }: SearchQuery): Promise<Listing> {
  return listPage(query, q);
}

type ListQuery = Omit<ProductQuery, "sort"> & { sort: SearchQuery["sort"] };

async function listPage(query: ListQuery, words: string | null): Promise<Listing> {
  const [categoryIds, matches] = await Promise.all([
    findCategoryIds(query.category),
    words === null ? null : findSearchMatches(words),
  ]);
  const scope = buildScope(query, categoryIds, matches);
  const [items, { total, facets }] = await Promise.all([
    readPage(query, scope, words),
    readFacets(query, scope),
  ]);
  return { items, pagination: toPagination(query, total), facets };
}

async function findCategoryIds(slug: string | undefined): Promise<string[] | null> {
  if (slug === undefined) return null;
  const category = findPathTo(await listCategories(), slug).at(-1);
  return category ? listWithDescendants(category).map(({ id }) => id) : [];
}

async function findSearchMatches(words: string): Promise<SearchMatches> {
  const [matches] = await db.$queryRaw<Omit<SearchMatches, "words">[]>(
    buildSearchMatchesQuery(words),
  );
  return { words, categoryIds: matches?.categoryIds ?? [], productIds: matches?.productIds ?? [] };
}

function readPage(
  query: ListQuery,
  scope: Prisma.Sql,
  words: string | null,
): Promise<ProductCard[]> {
  const where = join([scope, ...buildFilters(query)], " AND ");
  const window = sql`LIMIT ${query.pageSize} OFFSET ${(query.page - 1) * query.pageSize}`;
  if (query.sort !== "relevance" || words === null) {
    const order = buildOrderBy(query.sort === "relevance" ? "newest" : query.sort, query.locale);
    return db.$queryRaw`
      WITH page AS (SELECT p."id", row_number() OVER (ORDER BY ${order}) AS place FROM "Product" p WHERE ${where} ORDER BY ${order} ${window})
      SELECT ${CARD_COLUMNS} FROM page JOIN "Product" p USING ("id") ${CARD_JOINS} ORDER BY page.place`;
  }
  return db.$queryRaw`
    WITH hits AS (SELECT p."id", p."sku", p."search", p."shownAvailability" FROM "Product" p WHERE ${where} LIMIT ${MAX_RANKED}),
    page AS (
      SELECT hits."id", row_number() OVER (
        ORDER BY (hits."sku" = upper(btrim(${words}))) IS TRUE DESC,
          ts_rank(hits."search", shop_query(${words})) * CASE WHEN hits."shownAvailability" = 'OUT_OF_STOCK' THEN 0.5 ELSE 1 END DESC, hits."id"
      ) AS place FROM hits ORDER BY place ${window}
    )
    SELECT ${CARD_COLUMNS} FROM page JOIN "Product" p USING ("id") ${CARD_JOINS} ORDER BY page.place`;
}

function buildFilters(filters: ListingFilters): Prisma.Sql[] {
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

/** Counts each facet under every filter but its own, in one statement. */
async function readFacets(query: ListQuery, scope: Prisma.Sql) {
  const groups = buildOptionFilters(query);
  const optionFlags = groups.map(({ condition }, i) => sql`, ${condition} AS ${toFlag(i)}`);
  const selected = groups.map((_, i) => toFlag(i));
  const allButPrice = join([sql`"inStock"`, ...selected], " AND ");
  const allButStock = join([sql`"inPrice"`, ...selected], " AND ");
  const allButOwn = groups.map(({ name }, i) => sql`AND (${toFlag(i)} OR o."name" = ${name})`);
  const filters = buildFilters(query);
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
        ${optionFlags.length ? join(optionFlags, " ") : empty}
      FROM "Product" p WHERE ${scope} ORDER BY ${buildOrderBy("newest")} LIMIT ${MAX_COUNTED}
    )
    SELECT
      ${total} AS "total",
      (SELECT count(*)::int FROM b WHERE b."shownAvailability" = 'IN_STOCK' AND ${allButStock}) AS "inStock",
      (SELECT min(b."shownPrice")::text FROM b WHERE ${allButPrice}) AS "lowest",
      (SELECT max(b."shownPrice")::text FROM b WHERE ${allButPrice}) AS "highest",
      (SELECT json_agg(counted) FROM (
        SELECT o."name", max(o."nameAr") AS "nameAr", o."value", max(o."valueAr") AS "valueAr", max(o."swatch") AS "swatch",
          count(DISTINCT b."id")::int AS "count"
        FROM b CROSS JOIN LATERAL (${OPTION_ROWS}) AS o
        WHERE "inPrice" AND "inStock" ${allButOwn.length ? join(allButOwn, " ") : empty}
        GROUP BY o."name", o."value"
      ) AS counted) AS "options"`;
  return { total: counts?.total ?? 0, facets: toFacets(counts, query) };
}

const toFlag = (i: number) => Prisma.raw(`"inOption${i}"`);

function toFacets(counts: Counts | undefined, { option = {}, locale }: ListQuery): Facets {
  const groups = new Map<string, FacetGroup>();
  for (const { name, nameAr, ...value } of counts?.options ?? []) {
    const group = groups.get(name) ?? { name, nameAr, values: [] };
    group.values.push({ ...value, selected: lookup(option, name)?.includes(value.value) ?? false });
    groups.set(name, group);
  }
  return {
    categories: [],
    options: selectUsefulFacets([...groups.values()], counts?.total ?? 0, locale),
    price:
      counts?.lowest == null || counts.highest == null
        ? null
        : { min: counts.lowest, max: counts.highest },
    inStock: counts?.inStock ?? 0,
  };
}
