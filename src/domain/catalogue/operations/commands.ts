import "server-only";
import type { AuditAction } from "@/domain/audit/actions";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { getOperation } from "./queries";
import { canCancel, canUndo } from "./rules";
import type { OperationRow, OperationState } from "./schema";

/** Starts the undo: the job restores the products that have not changed since. @throws CONFLICT where the operation cannot be undone, or no longer */
export function undoOperation(actor: Actor, id: string): Promise<OperationRow> {
  return transition(actor, id, {
    action: "undo_product_operation",
    to: "UNDOING",
    isAllowed: canUndo,
    refusal: "Cette opération ne peut plus être annulée.",
  });
}

/** Ends a scheduled operation before it begins, or one that is running after its present batch. */
export function cancelOperation(actor: Actor, id: string): Promise<OperationRow> {
  return transition(actor, id, {
    action: "cancel_product_operation",
    to: "CANCELLED",
    isAllowed: canCancel,
    refusal: "Cette opération est déjà terminée.",
  });
}

interface Transition {
  action: AuditAction;
  to: OperationState;
  isAllowed: (operation: OperationRow) => boolean;
  refusal: string;
}

function transition(
  actor: Actor,
  id: string,
  { action, to, isAllowed, refusal }: Transition,
): Promise<OperationRow> {
  const entry = { entityType: "ProductOperation", entityId: id, action } as const;
  return audited(actor, entry, async (tx) => {
    const before = await lockOperation(tx, id);
    if (!isAllowed(before)) throw new AppError("CONFLICT", { message: refusal });
    await tx.$executeRaw`
      UPDATE "ProductOperation" SET "state" = ${to}::"OperationState", "attempts" = 0, "error" = NULL, "leaseId" = NULL, "leaseUntil" = NULL,
        "finishedAt" = CASE WHEN ${to} = 'CANCELLED' THEN now() END,
        "undoUntil" = CASE WHEN ${to} = 'CANCELLED' AND "changed" > 0 THEN now() + interval '30 days' ELSE "undoUntil" END
      WHERE "id" = ${id}`;
    const result = await getOperation(id, tx);
    return {
      result,
      entityLabel: before.title,
      before: { state: before.state },
      after: { state: result.state },
    };
  });
}

async function lockOperation(tx: Transaction, id: string): Promise<OperationRow> {
  await tx.$queryRaw`SELECT 1 FROM "ProductOperation" WHERE "id" = ${id} FOR UPDATE`;
  return getOperation(id, tx);
}
