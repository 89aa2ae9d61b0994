import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { db, insertRows, type Transaction } from "@/lib/db";
import { createId } from "@/lib/id";
import type { AuditAction } from "./actions";

interface AuditEntry {
  action: AuditAction;
  entityType: string;
  entityId?: string;
  /** The record's name at that time. */
  entityLabel?: string;
}

interface AuditResult<T> extends Partial<AuditEntry> {
  result: T;
  before?: object | null;
  after?: object | null;
  /** The request equals the stored state: the command wrote nothing, so no entry is written. */
  isUnchanged?: true;
}

/**
 * Runs a change and writes its audit entry in one transaction, the entry last. The result of `act` completes the entry; only fields that
 * differ between `before` and `after` are stored.
 */
export function audited<T>(
  actor: AuditActor,
  entry: AuditEntry,
  act: (tx: Transaction) => Promise<AuditResult<T>>,
): Promise<T> {
  return db.$transaction(
    async (tx) => {
      const { result, before, after, isUnchanged, ...details } = await act(tx);
      if (isUnchanged) return result;
      await writeAudit(tx, actor, { ...entry, ...details }, diffFields(before, after));
      return result;
    },
    { maxWait: 5_000, timeout: 15_000 },
  );
}

/** A member of staff, or a job that works on their behalf and has no address of its own. */
export type AuditActor = Pick<Actor, "id" | "name" | "requestId" | "userAgent"> & {
  ipHash: string | null;
};

/** Writes an entry without `audited`, for events that change no record, such as sign-ins and exports. */
export async function writeAudit(
  tx: Transaction,
  actor: AuditActor,
  entry: AuditEntry,
  changes: Changes = {},
): Promise<void> {
  await tx.auditLog.create({ data: toRow(actor, entry, changes), select: { id: true } });
}

/** Writes the entries of a bulk change in one statement. */
export async function writeAudits(
  tx: Transaction,
  actor: AuditActor,
  entries: readonly (AuditEntry & { before: object | null; after: object | null })[],
): Promise<void> {
  const createdAt = new Date().toISOString();
  const rows = entries.map(({ before, after, ...entry }) => {
    const changes = diffFields(before, after);
    return {
      ...entry,
      ...toActorColumns(actor),
      changes: isEmpty(changes) ? null : changes,
      id: createId(),
      createdAt,
    };
  });
  await insertRows(tx, "AuditLog", COLUMNS, rows);
}

const COLUMNS = [
  "id",
  "userId",
  "userName",
  "action",
  "entityType",
  "entityId",
  "entityLabel",
  "changes",
  "requestId",
  "ipAddress",
  "userAgent",
  "createdAt",
] as const;

function toRow(actor: AuditActor, entry: AuditEntry, changes: Changes) {
  return {
    ...entry,
    ...toActorColumns(actor),
    changes: isEmpty(changes) ? Prisma.DbNull : (changes as Prisma.InputJsonObject),
  };
}

const isEmpty = (changes: Changes) => Object.keys(changes).length === 0;

function toActorColumns({ id, name, requestId, ipHash, userAgent }: AuditActor) {
  return { userId: id, userName: name, requestId, ipAddress: ipHash, userAgent };
}

export type Changes = Record<string, { before: unknown; after: unknown }>;

const SECRET = /password|secret|token|hash|codes/i;
const IGNORED_FIELDS = new Set(["updatedAt", "createdAt", "version"]);

/** Returns the fields that differ, with both values as JSON. Values of secret fields are masked. */
function diffFields(before?: object | null, after?: object | null): Changes {
  const [oldFields, newFields] = [toJsonMap(before), toJsonMap(after)];
  const names = new Set([...oldFields.keys(), ...newFields.keys()]);
  const changes = new Map<string, Changes[string]>();
  for (const name of names) {
    const [oldValue, newValue] = [oldFields.get(name) ?? null, newFields.get(name) ?? null];
    if (IGNORED_FIELDS.has(name) || JSON.stringify(oldValue) === JSON.stringify(newValue)) continue;
    changes.set(name, SECRET.test(name) ? MASKED : { before: oldValue, after: newValue });
  }
  return Object.fromEntries(changes);
}

const MASKED = { before: "•••", after: "•••" };

/** A Map instead of an object, since user input names some fields: the places of categories. */
function toJsonMap(value?: object | null): Map<string, unknown> {
  return new Map(value ? Object.entries(JSON.parse(JSON.stringify(value))) : []);
}
