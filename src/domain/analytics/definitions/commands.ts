import "server-only";
import { assertCurrentVersion } from "@/domain/audit/stale-version";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { isSameJson } from "@/lib/same-json";
import { toNameError } from "../name-error";
import type { AnalyticsFilter } from "../report/filter-schema";
import { findNames } from "../report/names-queries";
import { findDefinition } from "./queries";
import type { DefinitionInput, DefinitionPatch, SavedDefinition } from "./schema";
import { summarize } from "./summary";

const AUDIT_ENTITY = { entityType: "AnalyticsDefinition" } as const;
const MAX_PER_KIND = 100;
const NOT_FOUND = "Cet élément n'existe plus.";

/** @throws CONFLICT where the name exists for this kind, or the list is full */
export function createDefinition(actor: Actor, input: DefinitionInput): Promise<SavedDefinition> {
  const entry = {
    ...AUDIT_ENTITY,
    action: "create_analytics_definition",
    entityLabel: input.name,
  } as const;
  return audited(actor, entry, async (tx) => {
    if ((await tx.analyticsDefinition.count({ where: { kind: input.kind } })) >= MAX_PER_KIND) {
      throw new AppError("CONFLICT", {
        message: "Cette liste est pleine. Supprimez ce qui ne sert plus.",
      });
    }
    const { id } = await tx.analyticsDefinition.create({ data: input, select: { id: true } });
    const after = await toAuditFields(input);
    return { result: await getDefinition(tx, id), entityId: id, before: null, after };
  }).catch(toNameError);
}

/** @throws PRECONDITION_REQUIRED; CONFLICT for a stale version or a name that exists; NOT_FOUND, also for another kind */
export function updateDefinition(
  actor: Actor,
  id: string,
  { version, ...input }: DefinitionPatch,
): Promise<SavedDefinition> {
  const entry = { ...AUDIT_ENTITY, action: "update_analytics_definition", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const stored = await lockDefinition(tx, id);
    if (stored.kind !== input.kind) throw new AppError("NOT_FOUND", { message: NOT_FOUND });
    await assertCurrentVersion(tx, {
      seen: version,
      present: stored.version,
      entries: { ...AUDIT_ENTITY, entityId: id },
      getCurrent: () => getDefinition(tx, id),
      message: (editor) => `${editor} l'a modifié entre-temps.`,
    });
    if (stored.name === input.name && isSameJson(stored.definition, input.definition)) {
      return { result: stored, isUnchanged: true };
    }
    const { name, definition } = input;
    await tx.analyticsDefinition.update({
      where: { id },
      data: { name, definition, version: { increment: 1 } },
      select: { id: true },
    });
    const [before, after] = [await toAuditFields(stored), await toAuditFields(input)];
    return { result: await getDefinition(tx, id), entityLabel: name, before, after };
  }).catch(toNameError);
}

/** @throws CONFLICT where another definition, a shared link or a campaign that is not sent uses it */
export function deleteDefinition(actor: Actor, id: string): Promise<null> {
  const entry = { ...AUDIT_ENTITY, action: "delete_analytics_definition", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const stored = await lockDefinition(tx, id);
    await assertUnused(tx, id);
    await tx.analyticsDefinition.delete({ where: { id }, select: { id: true } });
    const before = await toAuditFields(stored);
    return { result: null, entityLabel: stored.name, before, after: null };
  });
}

async function assertUnused(tx: Transaction, id: string): Promise<void> {
  const mention = `%"${id}"%`;
  const [user] = await tx.$queryRaw<{ name: string }[]>`
    SELECT "name" FROM "AnalyticsDefinition" WHERE "definition"::text LIKE ${mention}
    UNION ALL SELECT "name" FROM "AnalyticsShare" WHERE "target"::text LIKE ${mention} AND "expiresAt" > now()
    UNION ALL SELECT coalesce(nullif("subject", ''), 'Une campagne') FROM "Campaign"
      WHERE "audience" ->> 'segment' = ${id} AND "startedAt" IS NULL AND "status" <> 'CANCELLED' LIMIT 1`;
  if (!user) return;
  throw new AppError("CONFLICT", {
    message: `« ${user.name} » s'en sert. Modifiez-le ou supprimez-le d'abord.`,
  });
}

async function toAuditFields(input: DefinitionInput) {
  return { name: input.name, summary: summarize(input, await findNames(listFilters(input))) };
}

function listFilters(input: DefinitionInput): AnalyticsFilter[] {
  return input.kind === "SEGMENT" || input.kind === "REPORT" ? [input.definition.filter] : [];
}

async function lockDefinition(tx: Transaction, id: string): Promise<SavedDefinition> {
  await tx.$queryRaw`SELECT FROM "AnalyticsDefinition" WHERE "id" = ${id} FOR UPDATE`;
  return getDefinition(tx, id);
}

async function getDefinition(tx: Transaction, id: string): Promise<SavedDefinition> {
  const saved = await findDefinition(id, tx);
  if (!saved) throw new AppError("NOT_FOUND", { message: NOT_FOUND });
  return saved;
}
