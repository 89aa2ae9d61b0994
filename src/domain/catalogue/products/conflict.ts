import "server-only";
import { UNKNOWN_EDITOR } from "@/domain/audit/queries";
import { AppError } from "@/lib/errors";
import { isolateUserText } from "@/lib/format/bidi";
import type { Merge } from "./merge";
import {
  type ProductRecord,
  type ProductSnapshot,
  toProductForEdit,
  toStaffSnapshot,
} from "./record";
import type { EditConflict, SavedProduct } from "./schema";

/** @throws CONFLICT with `EditConflict` details where two editors changed the same field */
export function assertNoConflict(record: ProductRecord, merge: Merge<ProductSnapshot>): void {
  if (Object.keys(merge.conflicts).length === 0) return;
  const details: EditConflict = {
    current: toProductForEdit(record),
    changedBy: record.editedBy ?? UNKNOWN_EDITOR,
    changedAt: record.editedAt,
    fields: Object.fromEntries(
      Object.entries(merge.conflicts).map(([name, sides]) => {
        const shown = Object.entries(sides).map(([side, value]) => [
          side,
          value === null ? null : toStaffSnapshot({ [name]: value })[name as "images"],
        ]);
        return [name, Object.fromEntries(shown)];
      }),
    ),
  };
  throw new AppError("CONFLICT", {
    message: `${isolateUserText(details.changedBy)} a modifié les mêmes champs entre-temps. Choisissez ce qui reste.`,
    details: { ...details },
  });
}

/** Reports the other editor and the fields that were merged into this save; null without a merge. */
export function toMergeResult(
  record: ProductRecord,
  version: number,
  { theirs }: Merge<ProductSnapshot>,
): SavedProduct["mergedWith"] {
  if (version === record.version || theirs.length === 0) return null;
  return { userName: record.editedBy ?? UNKNOWN_EDITOR, fields: theirs };
}
