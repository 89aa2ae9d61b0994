import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import type { AuditAction } from "./actions";

interface AuditEntry {
  action: AuditAction;
  entityType: string;
  entityId?: string;
  /** What people call it, as it was then. */
  entityLabel?: string;
}

interface Audited<T> extends Partial<AuditEntry> {
  result: T;
  before?: object | null;
  after?: object | null;
  /** The request restated what is stored: nothing was written, and there is no entry. */
  isUnchanged?: true;
}

/**
 * Runs a change and writes its audit entry in one transaction, the entry last: neither exists without the other.
 * What `act` answers completes the entry; only fields that differ between `before` and `after` are kept.
 */
export function audited<T>(
  actor: Actor,
  entry: AuditEntry,
  act: (tx: Transaction) => Promise<Audited<T>>,
): Promise<T> {
  return db.$transaction(
    async (tx) => {
      const { result, before, after, isUnchanged, ...known } = await act(tx);
      if (isUnchanged) return result;
      await writeAudit(tx, actor, { ...entry, ...known }, diffFields(before, after));
      return result;
    },
    { maxWait: 5_000, timeout: 15_000 },
  );
}

/** For what changes nothing and must be known all the same: sign-ins, exports. */
export async function writeAudit(
  tx: Transaction,
  actor: Omit<Actor, "role" | "sessionId">,
  entry: AuditEntry,
  changes: Changes = {},
): Promise<void> {
  await tx.auditLog.create({ data: rowOf(actor, entry, changes), select: { id: true } });
}

/** One entry for each of many changes of one kind, in one statement. */
export async function writeAudits(
  tx: Transaction,
  actor: Actor,
  entries: readonly (AuditEntry & { before: object | null; after: object | null })[],
): Promise<void> {
  await tx.auditLog.createMany({
    data: entries.map(({ before, after, ...entry }) =>
      rowOf(actor, entry, diffFields(before, after)),
    ),
  });
}

function rowOf(actor: Omit<Actor, "role" | "sessionId">, entry: AuditEntry, changes: Changes) {
  return {
    ...entry,
    userId: actor.id,
    userName: actor.name,
    requestId: actor.requestId,
    ipAddress: actor.ipHash,
    userAgent: actor.userAgent,
    changes: Object.keys(changes).length > 0 ? (changes as Prisma.InputJsonObject) : Prisma.DbNull,
  };
}

export type Changes = Record<string, { before: unknown; after: unknown }>;

const SECRET = /password|secret|token|hash|codes/i;
const IGNORED_FIELDS = new Set(["updatedAt", "createdAt", "version"]);

/** The fields that differ, each with both sides as JSON; of secrets only that they changed. */
function diffFields(before?: object | null, after?: object | null): Changes {
  const [old, now] = [asJson(before), asJson(after)];
  const names = new Set([...old.keys(), ...now.keys()]);
  const changes = new Map<string, Changes[string]>();
  for (const name of names) {
    const [was, is] = [old.get(name) ?? null, now.get(name) ?? null];
    if (IGNORED_FIELDS.has(name) || JSON.stringify(was) === JSON.stringify(is)) continue;
    changes.set(name, SECRET.test(name) ? MASKED : { before: was, after: is });
  }
  return Object.fromEntries(changes);
}

const MASKED = { before: "•••", after: "•••" };

/** A map, since some fields are named by people: the places of categories. */
function asJson(value?: object | null): Map<string, unknown> {
  return new Map(value ? Object.entries(JSON.parse(JSON.stringify(value))) : []);
}
