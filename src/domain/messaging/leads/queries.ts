import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { toIsoSql } from "@/lib/iso-sql";
import { MAX_COUNTED, type Pagination, toPagination } from "@/lib/lists/pagination";
import { findLeadReference } from "./lead-reference";
import { LEAD_STATUSES } from "./limits";
import { resolveStatus } from "./rules";
import type { Lead, LeadCounts, LeadFilters, LeadQuery } from "./schema";

const { sql, join, raw } = Prisma;

interface LeadList {
  items: Lead[];
  pagination: Pagination;
  /** Leads of each status that match the other filters. */
  counts: LeadCounts;
}

/** Reads a page of leads, newest first, in two statements. */
export async function listLeads(query: LeadQuery): Promise<LeadList> {
  const filters = buildFilters(query, await findMatchingIds(query));
  const [items, counts] = await Promise.all([listRows(query, filters), countByStatus(filters)]);
  const status = resolveStatus(query);
  const total =
    status === "all"
      ? Object.values(counts).reduce((sum, count) => sum + count, 0)
      : counts[status];
  return { items, pagination: toPagination(query, total), counts };
}

const newestFirst = sql`l."createdAt" DESC, l."id" DESC`;

function listRows(query: LeadQuery, filters: Prisma.Sql): Promise<Lead[]> {
  return db.$queryRaw<Lead[]>`
    WITH page AS (
      SELECT l."id" FROM "Lead" l WHERE ${buildStatusFilter(query)} AND ${filters} ORDER BY ${newestFirst}
      LIMIT ${query.pageSize} OFFSET ${(query.page - 1) * query.pageSize})
    SELECT ${COLUMNS} FROM page JOIN "Lead" l USING ("id") ${JOINS} ORDER BY ${newestFirst}`;
}

const COLUMNS = sql`l."id", l."kind"::text, l."reference", l."version", l."status"::text, l."amount"::text, l."note", l."selection",
  l."page", l."locale"::text, l."source", l."medium", l."campaign", l."device",
  CASE WHEN p."id" IS NOT NULL THEN json_build_object('id', p."id", 'name', p."name", 'sku', p."sku") END AS "product",
  CASE WHEN m."id" IS NOT NULL THEN json_build_object('id', m."id", 'name', m."name") END AS "message",
  ${toIsoSql(sql`l."statusAt"`)} AS "statusAt", ${toIsoSql(sql`l."createdAt"`)} AS "createdAt"`;
const JOINS = sql`LEFT JOIN "Product" p ON p."id" = l."productId" LEFT JOIN "ContactMessage" m ON m."id" = l."messageId"`;

/** With `ORDER BY`, PostgreSQL counts each status off its index; without it, it reads the whole table. */
async function countByStatus(filters: Prisma.Sql): Promise<LeadCounts> {
  const columns = LEAD_STATUSES.map(
    (status) => sql`(SELECT count(*)::int FROM (
      SELECT 1 FROM "Lead" l WHERE NOT l."isSpam" AND l."status" = ${status}::"LeadStatus" AND ${filters}
      ORDER BY ${newestFirst} LIMIT ${MAX_COUNTED}) AS one) AS "${raw(status)}"`,
  );
  const [counts] = await db.$queryRaw<[LeadCounts]>`SELECT ${join(columns)}`;
  return counts;
}

/** @throws NOT_FOUND */
export async function getLead(
  id: string,
  source: Pick<typeof db, "$queryRaw"> = db,
): Promise<Lead> {
  const [lead] = await source.$queryRaw<Lead[]>`
    SELECT ${COLUMNS} FROM "Lead" l ${JOINS} WHERE l."id" = ${id} AND NOT l."isSpam"`;
  if (!lead) throw new AppError("NOT_FOUND");
  return lead;
}

/** Yields all matching leads in parts, newest first, so that the whole list is never in memory. */
export async function* streamLeads(filters: LeadFilters, partSize = 1_000) {
  const where = sql`${buildStatusFilter(filters)} AND ${buildFilters(filters, await findMatchingIds(filters))}`;
  let after = sql``;
  for (;;) {
    const leads = await db.$queryRaw<Lead[]>`
      SELECT ${COLUMNS} FROM "Lead" l ${JOINS} WHERE ${where} ${after} ORDER BY ${newestFirst} LIMIT ${partSize}`;
    if (leads.length > 0) yield leads;
    const last = leads.at(-1);
    if (!last || leads.length < partSize) return;
    after = sql`AND (l."createdAt", l."id") < (${last.createdAt}::timestamptz, ${last.id})`;
  }
}

/** New clicks on WhatsApp of more than a day ago. */
export async function countLateLeads(): Promise<number> {
  const [{ count }] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS "count" FROM (
      SELECT 1 FROM "Lead" l WHERE ${buildStatusFilter({ status: "NEW" })} AND ${buildFilters({ kind: "WHATSAPP", late: "1" }, null)}
      ORDER BY ${newestFirst} LIMIT ${MAX_COUNTED}) AS late`;
  return count;
}

function buildStatusFilter(filters: LeadFilters): Prisma.Sql {
  const status = resolveStatus(filters);
  return status === "all"
    ? sql`NOT l."isSpam"`
    : sql`NOT l."isSpam" AND l."status" = ${status}::"LeadStatus"`;
}

/** All filters except the status. */
function buildFilters(
  { kind, product, period, late }: LeadFilters,
  ids: readonly string[] | null,
): Prisma.Sql {
  const parts = [
    ids ? sql`l."id" = ANY(${[...ids]}::text[])` : null,
    kind ? sql`l."kind" = ${kind}::"LeadKind"` : null,
    product ? sql`l."productId" = ${product}` : null,
    period ? sql`l."createdAt" > now() - ${Number(period)} * interval '1 day'` : null,
    late ? sql`l."createdAt" < now() - interval '1 day'` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? sql`true` : join(parts, " AND ");
}

/**
 * Finds the leads of a search: by the reference, the words of the customer and the words of the product. Null without a search. Read
 * before the list, whose statements then need no join.
 */
async function findMatchingIds({ q }: LeadFilters): Promise<string[] | null> {
  if (!q) return null;
  const found = findLeadReference(q);
  const byReference = sql`SELECT "id" FROM "Lead" WHERE "reference" = ${found?.reference ?? null}`;
  if (found?.isCertain) return toIds(await db.$queryRaw<{ id: string }[]>`${byReference}`);
  const words = await db.$queryRaw<{ terms: number[] }[]>`
    SELECT "terms" FROM shop_query_terms(${q})`;
  const products = [
    sql`${words.length > 0}`,
    ...words.map(({ terms }) => sql`r."terms" && ${terms}::int[]`),
  ];
  const rows = await db.$queryRaw<{ id: string }[]>`
    ${byReference}
    UNION SELECT "id" FROM "Lead" WHERE "messageId" = ANY(ARRAY(
      SELECT "id" FROM "ContactMessage" WHERE "search" @@ shop_query(${q}) LIMIT ${MAX_COUNTED}))
    UNION SELECT "id" FROM "Lead" WHERE "productId" = ANY(ARRAY(
      SELECT r."productId" FROM "ListingRow" r WHERE ${join(products, " AND ")} LIMIT ${MAX_COUNTED}))
    LIMIT ${MAX_COUNTED}`;
  return toIds(rows);
}

const toIds = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
