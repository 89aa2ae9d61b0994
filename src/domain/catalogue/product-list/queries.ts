import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { toIsoSql } from "@/lib/iso-sql";
import { MAX_COUNTED, type Pagination, toPagination } from "@/lib/lists/pagination";
import { findMissingForPublishing } from "../products/rules";
import {
  type StaffProductFilters,
  StaffProductQuery,
  type StaffProductRow,
  type StatusChip,
} from "../products/schema";
import { SHOWN_PRICE, VISIBLE, VISIBLE_CATEGORY } from "../published-sql";
import {
  buildChipFilter,
  buildFilters,
  buildScopeColumns,
  buildStaffOrder,
  HAS_ARABIC,
  type Scope,
  STATUS_CHIP,
} from "./sql";

const { sql, empty } = Prisma;

export interface StaffProductList {
  items: StaffProductRow[];
  pagination: Pagination;
  /** Products of each chip that match the other filters. */
  counts: Partial<Record<StatusChip, number>>;
}

/**
 * Lists a page of the staff list, in three statements. Without `status` the list leaves out the trash. The chips of a list longer than
 * `MAX_COUNTED` count the products changed last; a search reads this many matches.
 */
export async function listStaffProducts(query: StaffProductQuery): Promise<StaffProductList> {
  const scope = await findScope(query);
  const filters = buildFilters(query, scope);
  const [items, { total, counts }] = await Promise.all([
    readPage(query, filters),
    readCounts(query, filters),
  ]);
  return { items, pagination: toPagination(query, total), counts };
}

/** The condition of the staff list on the rows `p` of "Product". */
export async function buildListCondition(filters: StaffProductFilters): Promise<Prisma.Sql> {
  const conditions = buildFilters(filters, await findScope(filters));
  return sql`${buildChipFilter(filters.status)} AND ${conditions}`;
}

async function findScope(filters: StaffProductFilters): Promise<Scope> {
  if (!filters.q && filters.categoryId === undefined) return EMPTY_SCOPE;
  const [scope] = await db.$queryRaw<Scope[]>(sql`SELECT ${buildScopeColumns(filters)}`);
  return scope ?? EMPTY_SCOPE;
}

const EMPTY_SCOPE: Scope = { categoryIds: [], productIds: [], words: [], skus: [] };

/** The products of the staff list, for a selection by filter. */
export const SELECTABLE_PRODUCTS = {
  plural: "produits",
  listMatchingIds: (filter: Record<string, string>) => listMatchingIds(filter, MAX_COUNTED),
};

/** Lists the ids of the products that match the filters of the staff list, unordered, at most `limit`. @throws for an invalid filter */
export async function listMatchingIds(
  filter: Record<string, string>,
  limit: number,
): Promise<string[]> {
  const filters = StaffProductQuery.strict().parse(filter);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p."id" FROM "Product" p WHERE ${await buildListCondition(filters)} LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

type Row = Omit<StaffProductRow, "missing"> & { description: string };

/** A search finds its matches before it sorts them: read in list order, every product would be compared with the words. */
const SORT_COLUMNS = sql`p."id", p."updatedAt", p."sortName", p."basePrice", p."createdAt", p."viewCount"`;

async function readPage(query: StaffProductQuery, filters: Prisma.Sql): Promise<StaffProductRow[]> {
  const order = buildStaffOrder(query);
  const matching = sql`"Product" p WHERE ${buildChipFilter(query.status)} AND ${filters}`;
  const rows = await db.$queryRaw<Row[]>`
    WITH ${query.q ? sql`found AS MATERIALIZED (SELECT ${SORT_COLUMNS} FROM ${matching} LIMIT ${MAX_COUNTED}),` : empty}
    page AS (
      SELECT p."id", row_number() OVER (ORDER BY ${order}) AS place FROM ${query.q ? sql`found p` : matching}
      ORDER BY ${order} LIMIT ${query.pageSize} OFFSET ${(query.page - 1) * query.pageSize}
    )
    SELECT p."id", p."version", p."slug", p."name", p."sku", p."brand", p."categoryId", c."name" AS "categoryName",
      NOT ${VISIBLE_CATEGORY} AS "isCategoryHidden", coalesce(${VISIBLE}, false) AS "isVisible", ${STATUS_CHIP} AS "chip",
      p."draft" IS NOT NULL AS "hasDraft", p."basePrice"::text, p."priceOnRequest", p."saleUnit"::text, ${SHOWN_PRICE},
      (SELECT sum(v."stock")::float8 FROM "ProductVariation" v WHERE v."productId" = p."id" AND v."isActive") AS "stock",
      (SELECT json_build_object('url', i."url", 'altText', i."altText") FROM "ProductImage" i
        WHERE i."productId" = p."id" ORDER BY i."isPrimary" DESC, i."order" LIMIT 1) AS "image",
      ${HAS_ARABIC} AS "hasArabic", left(btrim(p."description"), 20) AS "description", p."viewCount",
      ${toIsoSql(sql`p."updatedAt"`)} AS "updatedAt"
    FROM page JOIN "Product" p USING ("id") JOIN "Category" c ON c."id" = p."categoryId" ORDER BY page.place`;
  return rows.map(({ description, ...row }) => ({
    ...row,
    missing: Object.values(
      findMissingForPublishing({
        description,
        categoryId: row.categoryName,
        images: row.image ? [row.image] : [],
        basePrice: row.basePrice,
        priceOnRequest: row.priceOnRequest,
      }),
    ),
  }));
}

async function readCounts({ q, status }: StaffProductFilters, filters: Prisma.Sql) {
  const newest = q ? empty : sql`ORDER BY p."updatedAt" DESC, p."id"`;
  const [counts] = await db.$queryRaw<{ total: number; counts: Record<StatusChip, number> }[]>`
    WITH newest AS MATERIALIZED (
      SELECT ${STATUS_CHIP} AS "chip" FROM "Product" p WHERE ${filters} ${newest} LIMIT ${MAX_COUNTED}
    )
    SELECT CASE WHEN (SELECT count(*) FROM newest) < ${MAX_COUNTED}
        THEN (SELECT count(*)::int FROM newest WHERE ${status === undefined ? sql`"chip" <> 'TRASH'` : sql`"chip" = ${status}`})
        ELSE (SELECT count(*)::int FROM (SELECT 1 FROM "Product" p WHERE ${buildChipFilter(status)} AND ${filters} LIMIT ${MAX_COUNTED}) AS found)
      END AS "total",
      coalesce((SELECT json_object_agg("chip", "n") FROM (SELECT "chip", count(*)::int AS "n" FROM newest GROUP BY "chip") AS c), '{}') AS "counts"`;
  return { total: counts?.total ?? 0, counts: counts?.counts ?? {} };
}
