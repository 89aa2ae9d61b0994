import "server-only";
import { assertCurrentVersion } from "@/domain/audit/stale-version";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { AppError, toAppError } from "@/lib/errors";
import { lookup } from "@/lib/lookup";
import { CANNED_REPLY_SELECT } from "./queries";
import type { CannedReply, CannedReplyInput, CannedReplyPatch } from "./schema";

const AUDIT_ENTITY = { entityType: "CannedReply" } as const;

/** @throws CONFLICT for a title that another canned reply in the same language has */
export function createCannedReply(actor: Actor, input: CannedReplyInput): Promise<CannedReply> {
  const entry = {
    ...AUDIT_ENTITY,
    action: "create_canned_reply",
    entityLabel: input.title,
  } as const;
  return audited(actor, entry, async (tx) => {
    const result = await tx.cannedReply.create({ data: input, select: CANNED_REPLY_SELECT });
    return { result, entityId: result.id, before: null, after: result };
  }).catch(toTitleError);
}

/** @throws PRECONDITION_REQUIRED, CONFLICT for a stale version or a taken title */
export function updateCannedReply(
  actor: Actor,
  id: string,
  { version, ...changes }: CannedReplyPatch,
): Promise<CannedReply> {
  const entry = { ...AUDIT_ENTITY, action: "update_canned_reply", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const before = await lockCannedReply(tx, id);
    await assertCurrentVersion(tx, {
      seen: version,
      present: before.version,
      entries: { ...AUDIT_ENTITY, entityId: id },
      getCurrent: () => before,
      message: (editor) => `${editor} a modifié cette réponse entre-temps. Rechargez la page.`,
    });
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    if (given.every(([name, value]) => lookup(before, name) === value)) {
      return { result: before, isUnchanged: true };
    }
    const result = await tx.cannedReply.update({
      where: { id },
      data: { ...Object.fromEntries(given), version: { increment: 1 } },
      select: CANNED_REPLY_SELECT,
    });
    return { result, entityLabel: result.title, before, after: result };
  }).catch(toTitleError);
}

export function deleteCannedReply(actor: Actor, id: string): Promise<null> {
  const entry = { ...AUDIT_ENTITY, action: "delete_canned_reply", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const before = await lockCannedReply(tx, id);
    await tx.cannedReply.delete({ where: { id }, select: { id: true } });
    return { result: null, entityLabel: before.title, before, after: null };
  });
}

async function lockCannedReply(tx: Transaction, id: string): Promise<CannedReply> {
  const [row] = await tx.$queryRaw<CannedReply[]>`
    SELECT "id", "version", "title", "body", "locale"::text FROM "CannedReply" WHERE "id" = ${id} FOR UPDATE`;
  if (!row) throw new AppError("NOT_FOUND", { message: "Cette réponse type n'existe plus." });
  return row;
}

function toTitleError(thrown: unknown): never {
  const error = toAppError(thrown);
  if (error.code !== "CONFLICT" || error.details) throw error;
  throw new AppError("CONFLICT", {
    message: "Une réponse type porte déjà ce titre dans cette langue.",
    details: { title: "Ce titre est déjà pris." },
    cause: thrown,
  });
}
