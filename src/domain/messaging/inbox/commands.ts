import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import { deleteMailsAbout, removeFromDigests } from "@/domain/outbox/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { followMessages } from "../leads/tx-commands";
import { formatReference } from "../reference";
import { AUDIT_ENTITY, assertVersion, lockMessage, toAuditSnapshot } from "./lock";
import { applyMessagePatch, getAuditAction, isSameState } from "./rules";
import type { MessagePatch, MessageState, NoteInput, SavedNote } from "./schema";
import { getMessageState } from "./thread-queries";

/**
 * Changes the status, the hold, the spam mark or the assignee of a message.
 * @throws PRECONDITION_REQUIRED, CONFLICT for a stale version, VALIDATION_ERROR for an assignee without permission to reply
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
    const assigneesById = await findAssigneesById(tx, [before.assignedToId, after.assignedToId]);
    if (after.assignedToId !== before.assignedToId)
      assertAssignee(after.assignedToId, assigneesById);
    const { status, waitingSince, isSpam, isDoubtful, assignedToId } = after;
    await tx.contactMessage.update({
      where: { id },
      data: { status, waitingSince, isSpam, isDoubtful, assignedToId, version: { increment: 1 } },
      select: { id: true },
    });
    await followMessages(tx, actor, [{ before, after }]);
    return {
      result: await getMessageState(id, tx),
      action: getAuditAction(before, after),
      entityLabel: formatReference(before.reference),
      before: toAuditSnapshot(
        before,
        assigneesById.get(before.assignedToId ?? "")?.username ?? null,
      ),
      after: toAuditSnapshot(after, assigneesById.get(after.assignedToId ?? "")?.username ?? null),
    };
  });
}

type AssigneesById = Map<string, { username: string; mayAnswer: boolean }>;

/** Returns the users that exist, and whether each has permission to reply to messages. */
export async function findAssigneesById(
  tx: Transaction,
  ids: readonly (string | null)[],
): Promise<AssigneesById> {
  const userIds = ids.filter((id) => id !== null);
  if (userIds.length === 0) return new Map();
  const users = await tx.user.findMany({
    where: { id: { in: userIds } },
    select: { id: true, username: true, role: true, isActive: true },
  });
  return new Map(
    users.map(({ id, username, role, isActive }) => [
      id,
      { username, mayAnswer: isActive && can({ role }, "messages.write") },
    ]),
  );
}

/** @throws VALIDATION_ERROR for a user without permission to reply to messages */
export function assertAssignee(id: string | null, assigneesById: AssigneesById): void {
  if (id === null || assigneesById.get(id)?.mayAnswer) return;
  throw new AppError("VALIDATION_ERROR", {
    details: { assignedToId: "Cette personne ne peut pas recevoir de messages." },
  });
}

/** Adds an internal note. Increments the version, so that a colleague who is writing a reply has to read the note first. */
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
    const savedNote = { ...note, createdAt: note.createdAt.toISOString(), author: actor.name };
    const result = { note: savedNote, message: await getMessageState(id, tx) };
    return { result, entityLabel: formatReference(reference) };
  });
}

/** Deletes a message with its lead, its replies, its notes and its mails. The audit entry holds no content of the message. */
export function deleteMessage(actor: Actor, id: string): Promise<null> {
  const entry = { ...AUDIT_ENTITY, action: "delete_message", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const message = await lockMessage(tx, id);
    await deleteMailsAbout(tx, { type: "ContactMessage", id });
    await removeFromDigests(tx, "contact-digest", id);
    await tx.contactMessage.delete({ where: { id }, select: { id: true } });
    const { status, createdAt } = message;
    const entityLabel = formatReference(message.reference);
    return { result: null, entityLabel, before: { status, receivedAt: createdAt }, after: null };
  });
}
