import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import { deleteMailsAbout, removeFromDigests } from "@/domain/outbox/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { referenceOf } from "../reference";
import { AUDIT_ENTITY, assertVersion, lockMessage, toAuditSnapshot } from "./lock";
import { applyMessagePatch, getAuditAction, isSameState } from "./rules";
import type { MessagePatch, MessageState, NoteInput, SavedNote } from "./schema";
import { getMessageState } from "./thread-queries";

/**
 * Moves a message on: read, aside, replied (by telephone), archived, spam or not, given to somebody.
 * @throws PRECONDITION_REQUIRED, CONFLICT for a stale version, VALIDATION_ERROR for somebody who cannot answer it
 */
export function updateMessage(
  actor: Actor,
  id: string,
  { version, ...changes }: MessagePatch,
): Promise<MessageState> {
  const entry = { ...AUDIT_ENTITY, action: "update_message", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const before = await lockMessage(tx, id);
    await assertVersion(tx, before, version);
    const after = applyMessagePatch(before, changes, new Date());
    if (isSameState(before, after)) {
      return { result: await getMessageState(id, tx), isUnchanged: true };
    }
    const names = await findAssigneesById(tx, [before.assignedToId, after.assignedToId]);
    if (after.assignedToId !== before.assignedToId) assertAssignee(after.assignedToId, names);
    const { status, waitingSince, isSpam, isDoubtful, assignedToId } = after;
    await tx.contactMessage.update({
      where: { id },
      data: { status, waitingSince, isSpam, isDoubtful, assignedToId, version: { increment: 1 } },
      select: { id: true },
    });
    return {
      result: await getMessageState(id, tx),
      action: getAuditAction(before, after),
      entityLabel: referenceOf(before.reference),
      before: toAuditSnapshot(before, names.get(before.assignedToId ?? "")?.username ?? null),
      after: toAuditSnapshot(after, names.get(after.assignedToId ?? "")?.username ?? null),
    };
  });
}

type AssigneesById = Map<string, { username: string; mayAnswer: boolean }>;

/** Those of these ids who are somebody, and whether they read messages. */
export async function findAssigneesById(
  tx: Transaction,
  ids: readonly (string | null)[],
): Promise<AssigneesById> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const users = await tx.user.findMany({
    where: { id: { in: known } },
    select: { id: true, username: true, role: true, isActive: true },
  });
  return new Map(
    users.map(({ id, username, role, isActive }) => [
      id,
      { username, mayAnswer: isActive && can({ role }, "messages.write") },
    ]),
  );
}

/** @throws VALIDATION_ERROR for somebody who cannot read messages */
export function assertAssignee(id: string | null, people: AssigneesById): void {
  if (id === null || people.get(id)?.mayAnswer) return;
  throw new AppError("VALIDATION_ERROR", {
    details: { assignedToId: "Cette personne ne peut pas recevoir de messages." },
  });
}

/** For staff only: a customer never reads it. Who writes a reply meanwhile is asked to read it first. */
export function addNote(actor: Actor, id: string, { body }: NoteInput): Promise<SavedNote> {
  const entry = { ...AUDIT_ENTITY, action: "add_message_note", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const { reference } = await lockMessage(tx, id);
    const note = await tx.messageNote.create({
      data: { messageId: id, userId: actor.id, body },
      select: { id: true, body: true, createdAt: true },
    });
    await tx.contactMessage.update({
      where: { id },
      data: { version: { increment: 1 } },
      select: { id: true },
    });
    const shown = { ...note, createdAt: note.createdAt.toISOString(), author: actor.name };
    const result = { note: shown, message: await getMessageState(id, tx) };
    return { result, entityLabel: referenceOf(reference) };
  });
}

/** For good, with its replies and notes and the mails about it. The journal keeps that it was, not what it said. */
export function deleteMessage(actor: Actor, id: string): Promise<null> {
  const entry = { ...AUDIT_ENTITY, action: "delete_message", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const message = await lockMessage(tx, id);
    await deleteMailsAbout(tx, { type: "ContactMessage", id });
    await removeFromDigests(tx, "contact-digest", id);
    await tx.contactMessage.delete({ where: { id }, select: { id: true } });
    const { status, createdAt } = message;
    const entityLabel = referenceOf(message.reference);
    return { result: null, entityLabel, before: { status, receivedAt: createdAt }, after: null };
  });
}
