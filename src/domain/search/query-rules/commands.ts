import "server-only";
import { assertCurrentVersion } from "@/domain/audit/stale-version";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { AppError, toAppError } from "@/lib/errors";
import { isSameJson } from "@/lib/same-json";
import { findQueryRule } from "./queries";
import type { QueryRule, QueryRuleInput, QueryRulePatch } from "./schema";

const AUDIT_ENTITY = { entityType: "SearchRule" } as const;
const MAX_RULES = 1_000;
const NOT_FOUND = "Cette règle n'existe plus.";

/** @throws CONFLICT for a search that has a rule; VALIDATION_ERROR for a rule without effect or with unknown products */
export function createQueryRule(actor: Actor, input: QueryRuleInput): Promise<QueryRule> {
  const entry = {
    ...AUDIT_ENTITY,
    action: "create_search_rule",
    entityLabel: input.query,
  } as const;
  return audited(actor, entry, async (tx) => {
    await assertValid(tx, input, []);
    if ((await tx.searchRule.count()) >= MAX_RULES) {
      throw new AppError("CONFLICT", {
        message: "La liste des règles est pleine. Supprimez celles qui ne servent plus.",
      });
    }
    const { id } = await tx.searchRule.create({ data: input, select: { id: true } });
    return { result: await getQueryRule(tx, id), entityId: id, before: null, after: input };
  }).catch(toQueryError);
}

/** @throws PRECONDITION_REQUIRED; CONFLICT for a stale version; as `createQueryRule` */
export function updateQueryRule(
  actor: Actor,
  id: string,
  { version, ...patch }: QueryRulePatch,
): Promise<QueryRule> {
  const entry = { ...AUDIT_ENTITY, action: "update_search_rule", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const { version: present, ...before } = await lockQueryRule(tx, id);
    await assertCurrentVersion(tx, {
      seen: version,
      present,
      entries: { ...AUDIT_ENTITY, entityId: id },
      getCurrent: () => getQueryRule(tx, id),
      message: (editor) => `${editor} a modifié cette règle entre-temps.`,
    });
    const after = {
      query: patch.query ?? before.query,
      pinnedProductIds: patch.pinnedProductIds ?? before.pinnedProductIds,
      hiddenProductIds: patch.hiddenProductIds ?? before.hiddenProductIds,
      redirectTo: patch.redirectTo === undefined ? before.redirectTo : patch.redirectTo,
    };
    if (isSameJson(before, after)) {
      return { result: await getQueryRule(tx, id), isUnchanged: true };
    }
    await assertValid(tx, after, [...before.pinnedProductIds, ...before.hiddenProductIds]);
    await tx.searchRule.update({
      where: { id },
      data: { ...after, version: { increment: 1 } },
      select: { id: true },
    });
    return { result: await getQueryRule(tx, id), entityLabel: after.query, before, after };
  }).catch(toQueryError);
}

export function deleteQueryRule(actor: Actor, id: string): Promise<null> {
  const entry = { ...AUDIT_ENTITY, action: "delete_search_rule", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const { version: _, ...before } = await lockQueryRule(tx, id);
    await tx.searchRule.delete({ where: { id }, select: { id: true } });
    return { result: null, entityLabel: before.query, before, after: null };
  });
}

/** A stored id may belong to a deleted product; a new one may not. */
async function assertValid(
  tx: Transaction,
  rule: QueryRuleInput,
  storedIds: readonly string[],
): Promise<void> {
  const { pinnedProductIds: pinned, hiddenProductIds: hidden, redirectTo } = rule;
  if (pinned.length + hidden.length === 0 && redirectTo === null) {
    throw invalid("pinnedProductIds", "Choisissez au moins un produit, ou une page à ouvrir.");
  }
  if (pinned.some((id) => hidden.includes(id))) {
    throw invalid("hiddenProductIds", "Un produit ne peut pas être à la fois en tête et caché.");
  }
  const known = await tx.product.findMany({
    where: { id: { in: [...pinned, ...hidden] } },
    select: { id: true },
  });
  const knownIds = new Set([...storedIds, ...known.map(({ id }) => id)]);
  const isUnknown = (id: string) => !knownIds.has(id);
  const message = "Un de ces produits n'existe plus. Retirez-le.";
  if (pinned.some(isUnknown)) throw invalid("pinnedProductIds", message);
  if (hidden.some(isUnknown)) throw invalid("hiddenProductIds", message);
}

function invalid(field: keyof QueryRuleInput, message: string): AppError {
  return new AppError("VALIDATION_ERROR", { message, details: { [field]: message } });
}

async function getQueryRule(tx: Transaction, id: string): Promise<QueryRule> {
  const rule = await findQueryRule(tx, id);
  if (!rule) throw new AppError("NOT_FOUND", { message: NOT_FOUND });
  return rule;
}

async function lockQueryRule(
  tx: Transaction,
  id: string,
): Promise<QueryRuleInput & { version: number }> {
  const [row] = await tx.$queryRaw<(QueryRuleInput & { version: number })[]>`
    SELECT "version", "query", "pinnedProductIds", "hiddenProductIds", "redirectTo"
    FROM "SearchRule" WHERE "id" = ${id} FOR UPDATE`;
  if (!row) throw new AppError("NOT_FOUND", { message: NOT_FOUND });
  return row;
}

function toQueryError(thrown: unknown): never {
  const error = toAppError(thrown);
  if (error.code !== "CONFLICT" || error.details) throw error;
  const message = "Cette recherche a déjà une règle : modifiez celle-là.";
  throw new AppError("CONFLICT", { message, details: { query: message }, cause: thrown });
}
