import "server-only";
import type { AuditAction } from "@/domain/audit/actions";
import { listEntries } from "@/domain/audit/queries";
import type { AuditEntry } from "@/domain/audit/schema";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { startOfShopDay } from "@/lib/format/shop-day";
import { MAX_COUNTED, toPagination } from "@/lib/lists/pagination";
import { REFERENCE_FIELDS } from "./fields";
import type { AuditFilters, AuditQuery } from "./schema";
import { type AuditTopic, findTopic } from "./topics";
import type { Names } from "./value-text";

const MAX_ENTITIES = 200;

/** Lists audit entries, newest first. */
export async function listAuditEntries(query: AuditQuery) {
  const { page, pageSize } = query;
  const entities = query.q ? await findEntities(query.q) : null;
  const where = buildWhere(query, entities);
  const [rows, total] = await Promise.all([
    listEntries(where, pageSize, (page - 1) * pageSize),
    db.auditLog.count({ where, take: MAX_COUNTED }),
  ]);
  return { items: rows, pagination: toPagination(query, total) };
}

const ACCOUNT_ACTIONS: AuditAction[] = [
  "sign_in",
  "sign_in_failed",
  "second_factor_failed",
  "end_session",
  "end_other_sessions",
  "prepare_second_factor",
  "change_password",
  "reset_password",
];

/** Lists the latest changes, without sign-ins and the changes that users make to their own account. */
export function listRecentChanges(limit: number) {
  return listEntries({ action: { notIn: ACCOUNT_ACTIONS } }, limit);
}

/** Lists the users for the filter, active accounts first. */
export function listAuditUsers(): Promise<{ id: string; username: string }[]> {
  return db.user.findMany({
    select: { id: true, username: true },
    orderBy: [{ isActive: "desc" }, { username: "asc" }],
    take: 200,
  });
}

/** Returns the names of the products, categories and segments whose ids occur in the entries. */
export async function findReferencedNames(entries: readonly AuditEntry[]): Promise<Names> {
  const ids = [...new Set(entries.flatMap(({ changes }) => collectReferencedIds(changes)))];
  if (ids.length === 0) return new Map();
  const query = { where: { id: { in: ids } }, select: { id: true, name: true } };
  const rows = await Promise.all([
    db.category.findMany(query),
    db.product.findMany(query),
    db.analyticsDefinition.findMany(query),
  ]);
  return new Map(rows.flat().map(({ id, name }) => [id, name]));
}

/** Collects ids at any depth, since the blocks of a campaign contain product ids. */
function collectReferencedIds(value: unknown, isReference = false): string[] {
  if (typeof value === "string") return isReference ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => collectReferencedIds(each, isReference));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([field, part]) =>
    collectReferencedIds(part, REFERENCE_FIELDS.has(field) || (isReference && SIDES.has(field))),
  );
}

const SIDES = new Set(["before", "after"]);

interface Entity {
  entityType: string;
  entityId: string;
}

/** Finds records whose name in an audit entry matches the words, and products with this SKU. */
function findEntities(words: string): Promise<Entity[]> {
  return db.$queryRaw<Entity[]>`
    (SELECT DISTINCT a."entityType", a."entityId" FROM "AuditLog" a
      WHERE a."search" @@ shop_query(${words}) AND a."entityId" IS NOT NULL LIMIT ${MAX_ENTITIES})
    UNION SELECT 'Product', p."id" FROM "Product" p WHERE p."sku" = upper(btrim(${words}))
    UNION SELECT 'Product', v."productId" FROM "ProductVariation" v WHERE v."sku" = upper(btrim(${words}))`;
}

interface ChainReport {
  checked: number;
  /** The `seq` of up to 20 entries whose hash does not match. */
  broken: number[];
}

/**
 * Verifies the hash chain from the oldest entry. Reports entries that were changed despite the trigger, and those after a deleted entry.
 * The oldest entry cannot be verified, because retention deletes the entries before it.
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

function buildWhere(filters: AuditFilters, entities: Entity[] | null): Prisma.AuditLogWhereInput {
  const { from, to, userId, action, entityType, entityId, requestId, topic } = filters;
  const conditions: Prisma.AuditLogWhereInput[] = [
    {
      userId: userId || undefined,
      action: action || undefined,
      entityType: entityType || undefined,
      entityId: entityId || undefined,
      requestId: requestId || undefined,
    },
    ...(topic ? [buildTopicWhere(topic)] : []),
    ...(entities ? [buildEntitiesWhere(entities)] : []),
    ...(from || to ? [{ createdAt: toPeriod(filters) }] : []),
  ];
  return { AND: conditions };
}

function toPeriod({ from, to }: AuditFilters) {
  return {
    gte: from ? startOfShopDay(from) : undefined,
    lt: to ? startOfShopDay(to, 1) : undefined,
  };
}

function buildTopicWhere(topic: AuditTopic): Prisma.AuditLogWhereInput {
  const { fields, entityTypes, actions } = findTopic(topic) ?? {};
  return {
    changedFields: fields && { hasSome: [...fields] },
    entityType: entityTypes && { in: [...entityTypes] },
    action: actions && { in: [...actions] },
  };
}

function buildEntitiesWhere(entities: readonly Entity[]): Prisma.AuditLogWhereInput {
  if (entities.length === 0) return { id: { in: [] } };
  const types = [...new Set(entities.map(({ entityType }) => entityType))];
  const listIds = (type: string) =>
    entities.filter(({ entityType }) => entityType === type).map(({ entityId }) => entityId);
  return { OR: types.map((entityType) => ({ entityType, entityId: { in: listIds(entityType) } })) };
}
