import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { startOfShopDay } from "@/lib/format/shop-day";
import type { Pagination } from "@/lib/pagination";
import { AuditEntry, type AuditFilters, type AuditQuery } from "./schema";
import { type AuditTopic, findTopic } from "./topics";
import type { Names } from "./value-text";

/** Beyond this a count tells nobody anything. */
const MAX_COUNTED = 10_000;
const MAX_ENTITIES = 200;

/** The audit log, latest first. */
export async function listAuditEntries(query: AuditQuery) {
  const { page, pageSize } = query;
  const entities = query.q ? await findEntities(query.q) : null;
  const where = conditionOf(query, entities);
  const [rows, total] = await Promise.all([
    readEntries(where, pageSize, (page - 1) * pageSize),
    db.auditLog.count({ where, take: MAX_COUNTED }),
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
export function listRecentChanges(most: number) {
  return readEntries({ action: { notIn: PERSONAL } }, most);
}

/** Who can stand in the journal, those who still work here first. */
export function listAuditUsers(): Promise<{ id: string; username: string }[]> {
  return db.user.findMany({
    select: { id: true, username: true },
    orderBy: [{ isActive: "desc" }, { username: "asc" }],
    take: 200,
  });
}

/** What the ids in these entries stand for. */
export async function findReferencedNames(entries: readonly AuditEntry[]): Promise<Names> {
  const ids = [...new Set(entries.flatMap(({ changes }) => referencedIds(changes)))];
  if (ids.length === 0) return new Map();
  const wanted = { where: { id: { in: ids } }, select: { id: true, name: true } };
  const rows = await Promise.all([db.category.findMany(wanted), db.product.findMany(wanted)]);
  return new Map(rows.flat().map(({ id, name }) => [id, name]));
}

const REFERENCES = new Set(["categoryId", "parentId", "copyOf", "productIds"]);

/** Ids stand at any depth: the blocks of a campaign name products. */
function referencedIds(value: unknown, isReference = false): string[] {
  if (typeof value === "string") return isReference ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => referencedIds(each, isReference));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([field, part]) =>
    referencedIds(part, REFERENCES.has(field) || (isReference && SIDES.has(field))),
  );
}

const SIDES = new Set(["before", "after"]);

interface Entity {
  entityType: string;
  entityId: string;
}

/** Records whose name in the audit log matches the words, and products with this reference. */
function findEntities(words: string): Promise<Entity[]> {
  return db.$queryRaw<Entity[]>`
    (SELECT DISTINCT a."entityType", a."entityId" FROM "AuditLog" a
      WHERE a."search" @@ shop_query(${words}) AND a."entityId" IS NOT NULL LIMIT ${MAX_ENTITIES})
    UNION SELECT 'Product', p."id" FROM "Product" p WHERE p."sku" = upper(btrim(${words}))
    UNION SELECT 'Product', v."productId" FROM "ProductVariation" v WHERE v."sku" = upper(btrim(${words}))`;
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
  return rows.map(({ createdAt, changes, ...row }) => {
    const { data, success } = AuditEntry.shape.changes.safeParse(changes ?? {});
    return { ...row, createdAt: createdAt.toISOString(), changes: data ?? {}, isReadable: success };
  });
}

function conditionOf(filters: AuditFilters, entities: Entity[] | null): Prisma.AuditLogWhereInput {
  const { from, to, userId, action, entityType, entityId, topic } = filters;
  const conditions: Prisma.AuditLogWhereInput[] = [
    { ...(userId && { userId }), ...(action && { action }), ...(entityType && { entityType }) },
    ...(entityId ? [{ entityId }] : []),
    ...(topic ? [topicCondition(topic)] : []),
    ...(entities ? [entitiesCondition(entities)] : []),
    ...(from || to ? [{ createdAt: periodOf(filters) }] : []),
  ];
  return { AND: conditions };
}

function periodOf({ from, to }: AuditFilters) {
  return {
    ...(from && { gte: startOfShopDay(from) }),
    ...(to && { lt: startOfShopDay(to, 1) }),
  };
}

function topicCondition(topic: AuditTopic): Prisma.AuditLogWhereInput {
  const { fields, entityTypes, actions } = findTopic(topic) ?? {};
  return {
    ...(fields && { changedFields: { hasSome: [...fields] } }),
    ...(entityTypes && { entityType: { in: [...entityTypes] } }),
    ...(actions && { action: { in: [...actions] } }),
  };
}

function entitiesCondition(entities: readonly Entity[]): Prisma.AuditLogWhereInput {
  if (entities.length === 0) return { id: { in: [] } };
  const types = [...new Set(entities.map(({ entityType }) => entityType))];
  const idsOf = (type: string) =>
    entities.filter(({ entityType }) => entityType === type).map(({ entityId }) => entityId);
  return { OR: types.map((entityType) => ({ entityType, entityId: { in: idsOf(entityType) } })) };
}
