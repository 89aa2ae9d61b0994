import "server-only";
import { writeAudits } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { changeInBatches, resolveSelection } from "@/lib/lists/bulk-selection";
import { followMessages } from "../leads/tx-commands";
import { formatReference } from "../reference";
import { assertAssignee, findAssigneesById } from "./commands";
import { AUDIT_ENTITY, type LockedMessage, lockMessages, toAuditSnapshot } from "./lock";
import { listMatchingIds } from "./queries";
import { applyMessagePatch, getAuditAction, isSameState, type TriageState } from "./rules";
import { type InboxBulk, type InboxBulkResult, InboxQuery, type MessagePatch } from "./schema";

/** Applies one action to many messages; skips messages that the action does not change. @throws VALIDATION_ERROR, CONFLICT as `resolveSelection` */
export async function bulkUpdateMessages(actor: Actor, bulk: InboxBulk): Promise<InboxBulkResult> {
  const changes = toMessagePatch(bulk);
  const ids = await resolveSelection(bulk.selection, {
    plural: "messages",
    listMatchingIds: (filter) => listMatchingIds(InboxQuery.strict().parse(filter), actor.id),
  });
  const counts = await changeInBatches(ids, (batch) => updateBatch(actor, changes, batch));
  return { changed: counts.reduce((sum, count) => sum + count, 0) };
}

function toMessagePatch({ action, assignedToId }: InboxBulk): MessagePatch {
  if (action !== "assign") return ACTION_PATCHES[action];
  if (assignedToId !== undefined) return { assignedToId };
  throw new AppError("VALIDATION_ERROR", { details: { assignedToId: "Indiquez à qui." } });
}

const ACTION_PATCHES = {
  read: { status: "READ" },
  unread: { status: "NEW" },
  wait: { waiting: true },
  replied: { status: "REPLIED" },
  archive: { status: "ARCHIVED" },
  spam: { spam: true },
  notSpam: { spam: false },
} as const satisfies Record<Exclude<InboxBulk["action"], "assign">, MessagePatch>;

function updateBatch(actor: Actor, changes: MessagePatch, ids: readonly string[]): Promise<number> {
  return db.$transaction(
    async (tx) => {
      const messages = await lockMessages(tx, ids);
      const assignees = messages.map(({ assignedToId }) => assignedToId);
      const assigneesById = await findAssigneesById(tx, [
        changes.assignedToId ?? null,
        ...assignees,
      ]);
      if (changes.assignedToId !== undefined) assertAssignee(changes.assignedToId, assigneesById);
      const now = new Date();
      const stateChanges = messages
        .map((before) => ({ before, after: applyMessagePatch(before, changes, now) }))
        .filter(({ before, after }) => !isSameState(before, after));
      if (stateChanges.length === 0) return 0;
      await writeStates(tx, stateChanges);
      await followMessages(tx, actor, stateChanges);
      const getUsername = (id: string | null) => assigneesById.get(id ?? "")?.username ?? null;
      await writeAudits(
        tx,
        actor,
        stateChanges.map(({ before, after }) => ({
          ...AUDIT_ENTITY,
          action: getAuditAction(before, after),
          entityId: before.id,
          entityLabel: formatReference(before.reference),
          before: toAuditSnapshot(before, getUsername(before.assignedToId)),
          after: toAuditSnapshot(after, getUsername(after.assignedToId)),
        })),
      );
      return stateChanges.length;
    },
    { maxWait: 5_000, timeout: 30_000 },
  );
}

interface StateChange {
  before: LockedMessage;
  after: TriageState;
}

async function writeStates(tx: Transaction, stateChanges: readonly StateChange[]): Promise<void> {
  const rows = stateChanges.map(({ before: { id }, after }) => {
    const { status, waitingSince, isSpam, isDoubtful, assignedToId } = after;
    return { id, status, waitingSince, isSpam, isDoubtful, assignedToId };
  });
  await tx.$executeRaw`
    UPDATE "ContactMessage" m SET "status" = r."status", "waitingSince" = r."waitingSince", "isSpam" = r."isSpam",
      "isDoubtful" = r."isDoubtful", "assignedToId" = r."assignedToId", "version" = m."version" + 1, "updatedAt" = now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" text, "status" "MessageStatus",
      "waitingSince" timestamptz, "isSpam" boolean, "isDoubtful" boolean, "assignedToId" text)
    WHERE m."id" = r."id"`;
}
