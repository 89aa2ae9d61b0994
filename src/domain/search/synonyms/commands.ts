import "server-only";
import { assertCurrentVersion } from "@/domain/audit/stale-version";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { abbreviate } from "@/lib/input/text";
import { isSameJson } from "@/lib/same-json";
import { SYNONYM_SELECT } from "./queries";
import type { Synonym, SynonymInput, SynonymPatch } from "./schema";

const AUDIT_ENTITY = { entityType: "SearchSynonym" } as const;
const MAX_SYNONYMS = 2_000;

/** @throws VALIDATION_ERROR for one term that finds nothing else; CONFLICT when the list is full */
export function createSynonym(actor: Actor, input: SynonymInput): Promise<Synonym> {
  assertFindsSomething(input);
  const entry = { ...AUDIT_ENTITY, action: "create_search_synonym" } as const;
  return audited(actor, entry, async (tx) => {
    if ((await tx.searchSynonym.count()) >= MAX_SYNONYMS) {
      throw new AppError("CONFLICT", {
        message: "La liste des synonymes est pleine. Supprimez ceux qui ne servent plus.",
      });
    }
    const result = await tx.searchSynonym.create({ data: input, select: SYNONYM_SELECT });
    return {
      result,
      entityId: result.id,
      entityLabel: toLabel(result),
      before: null,
      after: result,
    };
  });
}

/** @throws PRECONDITION_REQUIRED; CONFLICT for a stale version; VALIDATION_ERROR as `createSynonym` */
export function updateSynonym(
  actor: Actor,
  id: string,
  { version, terms, finds }: SynonymPatch,
): Promise<Synonym> {
  const entry = { ...AUDIT_ENTITY, action: "update_search_synonym", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const before = await lockSynonym(tx, id);
    await assertCurrentVersion(tx, {
      seen: version,
      present: before.version,
      entries: { ...AUDIT_ENTITY, entityId: id },
      getCurrent: () => before,
      message: (editor) => `${editor} a modifié ce synonyme entre-temps.`,
    });
    const data = { terms: terms ?? before.terms, finds: finds ?? before.finds };
    assertFindsSomething(data);
    if (isSameJson([data.terms, data.finds], [before.terms, before.finds])) {
      return { result: before, isUnchanged: true };
    }
    const result = await tx.searchSynonym.update({
      where: { id },
      data: { ...data, version: { increment: 1 } },
      select: SYNONYM_SELECT,
    });
    return { result, entityLabel: toLabel(result), before, after: result };
  });
}

export function deleteSynonym(actor: Actor, id: string): Promise<null> {
  const entry = { ...AUDIT_ENTITY, action: "delete_search_synonym", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const before = await lockSynonym(tx, id);
    await tx.searchSynonym.delete({ where: { id }, select: { id: true } });
    return { result: null, entityLabel: toLabel(before), before, after: null };
  });
}

function assertFindsSomething({ terms, finds }: Pick<Synonym, "terms" | "finds">): void {
  if (terms.length > 1 || finds.length > 0) return;
  const message = "Écrivez le mot à trouver, ou un deuxième mot qui veut dire la même chose.";
  throw new AppError("VALIDATION_ERROR", { message, details: { finds: message } });
}

function toLabel({ terms, finds }: Synonym): string {
  const parts = [terms, finds].filter((words) => words.length > 0);
  return abbreviate(parts.map((words) => words.join(", ")).join(" → "), 120);
}

async function lockSynonym(tx: Transaction, id: string): Promise<Synonym> {
  const [row] = await tx.$queryRaw<Synonym[]>`
    SELECT "id", "version", "terms", "finds" FROM "SearchSynonym" WHERE "id" = ${id} FOR UPDATE`;
  if (!row) throw new AppError("NOT_FOUND", { message: "Ce synonyme n'existe plus." });
  return row;
}
