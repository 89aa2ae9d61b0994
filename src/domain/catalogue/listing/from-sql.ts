import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { MAX_COUNTED, toPagination } from "@/lib/lists/pagination";
import { ListingColumns } from "../listing-index/columns";
import type { IndexedFacetValue } from "../listing-index/facet-values";
import { buildOrderBy } from "../listing-index/order-keys";
import { selectRows } from "../listing-index/selection";
import { VISIBLE_ROW } from "../published-sql";
import { findPathTo, listWithDescendants } from "../rules";
import type { ProductCard } from "../schema";
import { listCategories } from "./categories-published";
import { buildFacets } from "./facets";
import { buildFilters, toOrderName } from "./from-index";
import type { Listing, ListQuery } from "./listing";

const { sql, join, raw } = Prisma;

/** What a search found, for PostgreSQL: the condition on `r`, and the order of at most `MAX_RANKED` rows. */
export interface SqlRanking {
  condition: Prisma.Sql;
  sortRows: (rows: { n: number; categoryId: string; terms: number[] }[]) => number[];
}

/** Ranking costs per row, so only this many matches are ranked. */
const MAX_RANKED = 1_000;

/** Lists a page without the index. Facets and totals count the `MAX_COUNTED` newest products. */
export async function listFromSql(query: ListQuery, ranking: SqlRanking | null): Promise<Listing> {
  const scope = await buildScope(query, ranking);
  const rows = await readScope(scope);
  const columns = await buildColumns(rows);
  const selected = selectRows(
    columns,
    { categories: null, isFeatured: undefined, isNew: undefined, matches: null },
    buildFilters(columns, query),
    { order: "newest", scores: null, offset: 0, limit: 0 },
    Date.now(),
  );
  const where = join([scope, ...buildConditions(columns, query)], " AND ");
  const [items, total] = await Promise.all([
    readPage(query, where, ranking),
    rows.length < MAX_COUNTED ? selected.total : countRows(where),
  ]);
  return {
    items,
    pagination: toPagination(query, total),
    facets: buildFacets(selected, columns.facetValues, query, []),
  };
}

async function buildScope(query: ListQuery, ranking: SqlRanking | null): Promise<Prisma.Sql> {
  const conditions = [VISIBLE_ROW];
  if (query.category !== undefined) {
    const category = findPathTo(await listCategories(), query.category).at(-1);
    const ids = category ? listWithDescendants(category).map(({ id }) => id) : [];
    conditions.push(sql`r."categoryId" = ANY(${ids}::text[])`);
  }
  if (query.featured !== undefined) conditions.push(sql`r."isFeatured" = ${query.featured}`);
  if (query.new !== undefined) conditions.push(sql`r."isNew" = ${query.new}`);
  if (ranking) conditions.push(ranking.condition);
  return join(conditions, " AND ");
}

interface ScopeRow {
  n: number;
  price: number | null;
  isInStock: boolean;
  facetIds: number[];
}

function readScope(scope: Prisma.Sql): Promise<ScopeRow[]> {
  return db.$queryRaw`
    SELECT r."n", r."price"::float8 AS "price", r."availability" = 'IN_STOCK' AS "isInStock", r."facetIds"
    FROM "ListingRow" r WHERE ${scope} ORDER BY ${raw(buildOrderBy("newest", "r"))} LIMIT ${MAX_COUNTED}`;
}

/** Columns of the scope alone, so that one function counts both ways. */
async function buildColumns(rows: readonly ScopeRow[]): Promise<ListingColumns> {
  const columns = new ListingColumns();
  const ids = [...new Set(rows.flatMap(({ facetIds }) => facetIds))];
  columns.setFacetValues(
    await db.$queryRaw<IndexedFacetValue[]>`
      SELECT "id", "name", "nameAr", "value", "valueAr", "swatch" FROM "FacetValue" WHERE "id" = ANY(${ids}::int[])`,
  );
  columns.setCategories([ANY_CATEGORY]);
  for (const { n, price, isInStock, facetIds } of rows) {
    columns.setRow(n, {
      categoryId: ANY_CATEGORY.id,
      from: 0,
      until: Number.POSITIVE_INFINITY,
      price,
      isInStock,
      isFeatured: false,
      isNew: false,
      facetIds: Uint32Array.from(facetIds),
    });
  }
  columns.setOrder(
    "newest",
    Uint32Array.from(rows, ({ n }) => n),
  );
  return columns;
}

const ANY_CATEGORY = { id: "", slug: "", name: "", nameAr: null, parentId: null, isActive: true };

function buildConditions(columns: ListingColumns, query: ListQuery): Prisma.Sql[] {
  const { minPrice, maxPrice, inStock, options } = buildFilters(columns, query);
  const conditions = options.map(({ ids }) => sql`r."facetIds" && ${[...ids]}::int[]`);
  if (minPrice !== undefined) conditions.push(sql`r."price" >= ${minPrice}::bigint`);
  if (maxPrice !== undefined) conditions.push(sql`r."price" <= ${maxPrice}::bigint`);
  if (inStock !== undefined) {
    conditions.push(sql`(r."availability" = 'IN_STOCK') = ${inStock}`);
  }
  return conditions;
}

async function readPage(
  query: ListQuery,
  where: Prisma.Sql,
  ranking: SqlRanking | null,
): Promise<ProductCard[]> {
  const offset = (query.page - 1) * query.pageSize;
  if (query.sort !== "relevance" || !ranking) {
    const rows = await db.$queryRaw<{ card: ProductCard }[]>`
      SELECT r."card" FROM "ListingRow" r WHERE ${where}
      ORDER BY ${raw(buildOrderBy(toOrderName(query), "r"))} LIMIT ${query.pageSize} OFFSET ${offset}`;
    return rows.map(({ card }) => card);
  }
  const candidates = await db.$queryRaw<{ n: number; categoryId: string; terms: number[] }[]>`
    SELECT r."n", r."categoryId", r."terms" FROM "ListingRow" r WHERE ${where} LIMIT ${MAX_RANKED}`;
  const page = ranking.sortRows(candidates).slice(offset, offset + query.pageSize);
  const rows = await db.$queryRaw<{ n: number; card: ProductCard }[]>`
    SELECT r."n", r."card" FROM "ListingRow" r WHERE r."n" = ANY(${page}::int[])`;
  const cards = new Map(rows.map(({ n, card }) => [n, card]));
  return page.flatMap((n) => cards.get(n) ?? []);
}

async function countRows(where: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS "total" FROM (SELECT 1 FROM "ListingRow" r WHERE ${where} LIMIT ${MAX_COUNTED}) AS found`;
  return row?.total ?? 0;
}
