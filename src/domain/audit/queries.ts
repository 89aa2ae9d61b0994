import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import type { Pagination } from "@/lib/pagination";
import { startOfShopDay } from "@/lib/shop-day";
import { AuditEntry, type AuditFilters, type AuditQuery } from "./schema";

/** Beyond this a count tells nobody anything. */
const MOST_COUNTED = 10_000;

/** The journal, the latest first. */
export async function listAudit(query: AuditQuery) {
  const { page, pageSize } = query;
  const where = conditionOf(query);
  const [rows, total] = await Promise.all([
    readEntries(where, pageSize, (page - 1) * pageSize),
    db.auditLog.count({ where, take: MOST_COUNTED }),
  ]);
  const totalPages = Math.ceil(total / pageSize);
  const pagination: Pagination = { page, pageSize, total, totalPages };
  return { items: rows, pagination };
}

/** What happened last to one record, or to all of its kind. */
export function listTimeline(entityType: string, entityId: string | undefined, most: number) {
  return readEntries({ entityType, ...(entityId && { entityId }) }, most);
}

/** The coming and going at the door, and what people do to their own account. */
const PERSONAL = [
  ...["sign_in", "sign_in_failed", "second_factor_failed", "end_session", "end_other_sessions"],
  ...["prepare_second_factor", "change_password", "reset_password"],
];

/** What was changed last in the shop and its team. */
export function listLastChanges(most: number) {
  return readEntries({ action: { notIn: PERSONAL } }, most);
}

/** Who can stand in the journal, those who still work here first. */
export function listPeople(): Promise<{ id: string; username: string }[]> {
  return db.user.findMany({
    select: { id: true, username: true },
    orderBy: [{ isActive: "desc" }, { username: "asc" }],
    take: 200,
  });
}

/** What the ids of categories in these entries stand for. */
export async function findNames(entries: AuditEntry[]): Promise<Record<string, string>> {
  const ids = entries.flatMap(({ changes: { categoryId, parentId } }) =>
    [categoryId, parentId].flatMap((change) => [change?.before, change?.after]),
  );
  const known = ids.filter((id) => typeof id === "string");
  if (known.length === 0) return {};
  const rows = await db.category.findMany({
    where: { id: { in: known } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

interface ChainReport {
  checked: number;
  /** Numbers of the first entries that do not follow from those before them. */
  broken: number[];
}

/**
 * Follows the chain of hashes from the oldest entry kept. An entry that was changed past the trigger, or follows one that was
 * taken out, is named. The oldest has nothing before it to be checked against: retention takes entries from that end.
 */
export async function verifyAuditChain(): Promise<ChainReport> {
  const [report] = await db.$queryRaw<ChainReport[]>`
    WITH links AS (
      SELECT a."seq", row_number() OVER (ORDER BY a."seq") AS place,
        a."hash" IS DISTINCT FROM shop_audit_hash(a, lag(a."hash") OVER (ORDER BY a."seq")) AS "isBroken"
      FROM "AuditLog" a
    )
    SELECT count(*)::int AS "checked",
      coalesce((array_agg("seq" ORDER BY "seq") FILTER (WHERE "isBroken" AND place > 1))[1:20], '{}') AS "broken"
    FROM links`;
  return report ?? { checked: 0, broken: [] };
}

async function readEntries(
  where: Prisma.AuditLogWhereInput,
  take: number,
  skip = 0,
): Promise<AuditEntry[]> {
  const rows = await db.auditLog.findMany({
    where,
    select: {
      id: true,
      createdAt: true,
      userId: true,
      userName: true,
      action: true,
      entityType: true,
      entityId: true,
      entityLabel: true,
      changes: true,
      requestId: true,
    },
    orderBy: [{ createdAt: "desc" }, { seq: "desc" }],
    take,
    skip,
  });
  return rows.map(({ createdAt, changes, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    changes: AuditEntry.shape.changes.catch({}).parse(changes ?? {}),
  }));
}

function conditionOf({ from, to, userId, action, entityType, entityId }: AuditFilters) {
  const where: Prisma.AuditLogWhereInput = {
    ...(userId && { userId }),
    ...(action && { action }),
    ...(entityType && { entityType }),
    ...(entityId && { entityId }),
  };
  const createdAt = {
    ...(from && { gte: startOfShopDay(from) }),
    ...(to && { lt: startOfShopDay(to, 1) }),
  };
  return from || to ? { ...where, createdAt } : where;
}
