import type { OperationRow } from "./schema";

type Undoable = Pick<OperationRow, "state" | "undoUntil" | "changed" | "undone" | "notUndone">;

/** Some of its products still have the change. */
export function canUndo(operation: Undoable, now = Date.now()): boolean {
  const { state, undoUntil, changed, undone, notUndone } = operation;
  return (
    ["APPLIED", "PARTIALLY_APPLIED", "CANCELLED", "FAILED"].includes(state) &&
    undoUntil !== null &&
    Date.parse(undoUntil) > now &&
    changed > undone + notUndone
  );
}

export function canCancel({ state }: Pick<OperationRow, "state">): boolean {
  return state === "SCHEDULED" || state === "APPLYING";
}
/** The job has work to do, so its counters change. */
export function isRunning({ state }: Pick<OperationRow, "state">): boolean {
  return state === "APPLYING" || state === "UNDOING";
}
