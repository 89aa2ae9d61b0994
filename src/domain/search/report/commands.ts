import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { createId } from "@/lib/id";
import type { IgnoredSearch, IgnoreInput } from "./schema";

const AUDIT_ENTITY = { entityType: "IgnoredSearch" } as const;

/** Removes a search from the inbox of searches without result, for good. */
export function ignoreSearch(actor: Actor, { query }: IgnoreInput): Promise<IgnoredSearch> {
  const entry = { ...AUDIT_ENTITY, action: "ignore_search" } as const;
  return audited(actor, entry, async (tx) => {
    const [created] = await tx.$queryRaw<IgnoredSearch[]>`
      INSERT INTO "IgnoredSearch" ("id", "query") VALUES (${createId()}, ${query})
      ON CONFLICT ("queryKey") DO NOTHING RETURNING "id", "query"`;
    if (created) {
      const { id, query: entityLabel } = created;
      return { result: created, entityId: id, entityLabel, before: null, after: { query } };
    }
    const [existing] = await tx.$queryRaw<IgnoredSearch[]>`
      SELECT "id", "query" FROM "IgnoredSearch" WHERE "queryKey" = shop_query_key(${query})`;
    if (!existing) throw new AppError("CONFLICT");
    return { result: existing, isUnchanged: true };
  });
}

/** Lists an ignored search in the inbox again. */
export function restoreSearch(actor: Actor, id: string): Promise<null> {
  const entry = { ...AUDIT_ENTITY, action: "restore_search", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const before = await tx.ignoredSearch.findUnique({ where: { id }, select: { query: true } });
    if (!before)
      throw new AppError("NOT_FOUND", { message: "Cette recherche est déjà de retour." });
    await tx.ignoredSearch.delete({ where: { id }, select: { id: true } });
    return { result: null, entityLabel: before.query, before, after: null };
  });
}
