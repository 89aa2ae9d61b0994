import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { listRoles } from "@/lib/auth/permissions";
import { db } from "@/lib/db";
import { formatEmail } from "@/lib/input/email";
import { toIsoSql } from "@/lib/iso-sql";
import { MAX_COUNTED, type Pagination, toPagination } from "@/lib/lists/pagination";
import { FOLDERS } from "./constants";
import { resolveFolder } from "./rules";
import type { InboxCounts, InboxFilters, InboxQuery, InboxRow } from "./schema";
import { buildFilters, buildFolderFilter } from "./sql";

const { sql, empty, join, raw } = Prisma;

interface Inbox {
  items: InboxRow[];
  pagination: Pagination;
  /** Messages of each folder that match the other filters. */
  counts: InboxCounts;
}

/** Reads a page of the inbox in two statements. `userId` stands for the assignee `me`. */
export async function listMessages(query: InboxQuery, userId: string): Promise<Inbox> {
  const filters = buildFilters(query, userId);
  const [items, counts] = await Promise.all([
    listRows(query, filters),
    countByFolder(query, filters),
  ]);
  return { items, pagination: toPagination(query, getTotal(query, counts)), counts };
}

function getTotal(query: InboxFilters, counts: InboxCounts): number {
  const folder = resolveFolder(query);
  if (folder !== "all") return counts[folder];
  const { spam: _, ...countsWithoutSpam } = counts;
  return Object.values(countsWithoutSpam).reduce((sum, count) => sum + count, 0);
}

/** Returns the ids of all matching messages, unordered; at most `MAX_COUNTED`. */
export async function listMatchingIds(filters: InboxFilters, userId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT m."id" FROM "ContactMessage" m
    WHERE ${buildFolderFilter(filters)} AND ${buildFilters(filters, userId)} LIMIT ${MAX_COUNTED}`;
  return rows.map(({ id }) => id);
}

const newestFirst = sql`m."createdAt" DESC, m."id" DESC`;
const oldestFirst = sql`m."createdAt" ASC, m."id" ASC`;

async function listRows(query: InboxQuery, filters: Prisma.Sql): Promise<InboxRow[]> {
  const order = query.sort === "newest" ? newestFirst : oldestFirst;
  const matching = sql`"ContactMessage" m WHERE ${buildFolderFilter(query)} AND ${filters}`;
  const found = sql`found AS MATERIALIZED (SELECT m."id", m."createdAt" FROM ${matching} LIMIT ${MAX_COUNTED}),`;
  const rows = await db.$queryRaw<InboxRow[]>`
    WITH ${query.q ? found : empty}
    page AS (
      SELECT m."id", row_number() OVER (ORDER BY ${order}) AS place FROM ${query.q ? sql`found m` : matching}
      ORDER BY ${order} LIMIT ${query.pageSize} OFFSET ${(query.page - 1) * query.pageSize}
    )
    SELECT m."id", m."reference", m."version", m."folder", m."name", m."email", m."phone", m."isDoubtful", m."spamReasons", m."subject",
      left(regexp_replace(m."message", '\\s+', ' ', 'g'), 160) AS "preview", p."name" AS "productName", u."username" AS "assignedTo",
      (SELECT count(*)::int FROM "MessageReply" r WHERE r."messageId" = m."id") AS "replies",
      ${toIsoSql(sql`m."createdAt"`)} AS "createdAt"
    FROM page JOIN "ContactMessage" m USING ("id") LEFT JOIN "Product" p ON p."id" = m."productId"
      LEFT JOIN "User" u ON u."id" = m."assignedToId" ORDER BY page.place`;
  return rows.map((row) => ({ ...row, email: row.email && formatEmail(row.email) }));
}

async function countByFolder({ q }: InboxFilters, filters: Prisma.Sql): Promise<InboxCounts> {
  const found = sql`WITH found AS MATERIALIZED (
    SELECT m."folder" FROM "ContactMessage" m WHERE ${filters} LIMIT ${MAX_COUNTED})`;
  const source = q ? sql`found m WHERE` : sql`"ContactMessage" m WHERE ${filters} AND`;
  const columns = FOLDERS.map(
    (folder) => sql`(SELECT count(*)::int FROM (
      SELECT 1 FROM ${source} m."folder" = ${folder} LIMIT ${MAX_COUNTED}) AS one) AS "${raw(folder)}"`,
  );
  const [counts] = await db.$queryRaw<[InboxCounts]>`${q ? found : empty} SELECT ${join(columns)}`;
  return counts;
}

/** Finds the messages before and after this one in the list that it was opened from. */
export async function findNeighbours(
  query: InboxQuery,
  { id, createdAt }: { id: string; createdAt: string },
  userId: string,
): Promise<{ previous: string | null; next: string | null }> {
  const filters = sql`${buildFolderFilter(query)} AND ${buildFilters(query, userId)}`;
  const position = sql`(${createdAt}::timestamptz, ${id})`;
  const [row] = await db.$queryRaw<[{ newer: string | null; older: string | null }]>`SELECT
    (SELECT m."id" FROM "ContactMessage" m WHERE ${filters} AND (m."createdAt", m."id") > ${position}
      ORDER BY ${oldestFirst} LIMIT 1) AS "newer",
    (SELECT m."id" FROM "ContactMessage" m WHERE ${filters} AND (m."createdAt", m."id") < ${position}
      ORDER BY ${newestFirst} LIMIT 1) AS "older"`;
  const { newer, older } = row;
  return query.sort === "newest"
    ? { previous: newer, next: older }
    : { previous: older, next: newer };
}

/** Lists the active users with permission to reply to messages. */
export function listAssignees(): Promise<{ id: string; username: string }[]> {
  return db.user.findMany({
    where: { isActive: true, role: { in: [...listRoles("messages.write")] } },
    select: { id: true, username: true },
    orderBy: { username: "asc" },
    take: 200,
  });
}

export async function findProductName(id: string): Promise<string | null> {
  const product = await db.product.findUnique({ where: { id }, select: { name: true } });
  return product?.name ?? null;
}
