import "server-only";
import { writeAudits } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { referenceOf } from "../reference";
import { assertAssignee, namesOf } from "./commands";
import { ENTRY, type LockedMessage, lockMessages, told } from "./lock";
import { listMatchingIds, MAX_COUNTED } from "./queries";
import { actionOf, isSameState, type State, stateAfter } from "./rules";
import { type InboxBulk, type InboxBulkResult, InboxQuery, type MessagePatch } from "./schema";

const AT_ONCE = 100;
/** A list that grew or shrank by more than this since it was confirmed is asked for again. */
const TOLERANCE = 0.05;

/**
 * Does one thing to many messages, a hundred a transaction; those that are so already are left alone.
 * @throws CONFLICT where the list is not the one that was confirmed, VALIDATION_ERROR
 */
export async function bulkUpdate(actor: Actor, bulk: InboxBulk): Promise<InboxBulkResult> {
  const changes = changesOf(bulk);
  const ids = [...new Set(await selectedIds(actor, bulk.selection))];
  let changed = 0;
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    changed += await updatePart(actor, changes, ids.slice(start, start + AT_ONCE));
  }
  return { changed };
}

function changesOf({ action, assignedToId }: InboxBulk): MessagePatch {
  if (action !== "assign") return CHANGES[action];
  if (assignedToId !== undefined) return { assignedToId };
  throw new AppError("VALIDATION_ERROR", { details: { assignedToId: "Indiquez à qui." } });
}

const CHANGES = {
  read: { status: "READ" },
  unread: { status: "NEW" },
  wait: { waiting: true },
  replied: { status: "REPLIED" },
  archive: { status: "ARCHIVED" },
  spam: { spam: true },
  notSpam: { spam: false },
} as const satisfies Record<Exclude<InboxBulk["action"], "assign">, MessagePatch>;

async function selectedIds(actor: Actor, selection: InboxBulk["selection"]): Promise<string[]> {
  if ("ids" in selection) return selection.ids;
  const ids = await listMatchingIds(InboxQuery.strict().parse(selection.filter), actor.id);
  if (ids.length >= MAX_COUNTED) {
    throw new AppError("VALIDATION_ERROR", {
      message: "Ce filtre trouve trop de messages à la fois. Affinez-le.",
    });
  }
  if (Math.abs(ids.length - selection.total) / selection.total > TOLERANCE) {
    throw new AppError("CONFLICT", {
      message: `La liste a changé : ${ids.length} messages au lieu de ${selection.total}. Vérifiez-la avant de recommencer.`,
      details: { total: ids.length },
    });
  }
  return ids;
}

function updatePart(actor: Actor, changes: MessagePatch, ids: readonly string[]): Promise<number> {
  return db.$transaction(
    async (tx) => {
      const messages = await lockMessages(tx, ids);
      const assignees = messages.map(({ assignedToId }) => assignedToId);
      const people = await namesOf(tx, [changes.assignedToId ?? null, ...assignees]);
      if (changes.assignedToId !== undefined) assertAssignee(changes.assignedToId, people);
      const now = new Date();
      const moves = messages
        .map((before) => ({ before, after: stateAfter(before, changes, now) }))
        .filter(({ before, after }) => !isSameState(before, after));
      if (moves.length === 0) return 0;
      await writeStates(tx, moves);
      const nameOf = (id: string | null) => people.get(id ?? "")?.username ?? null;
      await writeAudits(
        tx,
        actor,
        moves.map(({ before, after }) => ({
          ...ENTRY,
          action: actionOf(before, after),
          entityId: before.id,
          entityLabel: referenceOf(before.reference),
          before: told(before, nameOf(before.assignedToId)),
          after: told(after, nameOf(after.assignedToId)),
        })),
      );
      return moves.length;
    },
    { maxWait: 5_000, timeout: 30_000 },
  );
}

interface Move {
  before: LockedMessage;
  after: State;
}

async function writeStates(tx: Transaction, moves: readonly Move[]): Promise<void> {
  const rows = moves.map(({ before: { id }, after }) => {
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
