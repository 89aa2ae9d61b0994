import "server-only";
import { UNKNOWN_EDITOR } from "@/domain/audit/queries";
import { AppError } from "@/lib/errors";
import { isolateUserText } from "@/lib/format/bidi";
import { isSameJson } from "@/lib/same-json";
import {
  type ProductRecord,
  type ProductSnapshot,
  toProductForEdit,
  toStaffSnapshot,
} from "./record";
import type { EditConflict, SavedProduct } from "./schema";

type Sides = Record<string, { base: unknown; theirs: unknown; mine: unknown }>;

export interface Merge<T> {
  /** Fields that only this editor changed. */
  changes: Partial<T>;
  /** Fields that both sides changed, even to the same value. */
  conflicts: Sides;
  /** Names of the fields that others changed since `base`. */
  theirs: string[];
}

/**
 * Merges field by field, three ways. `base` is the version that the editor started from. Where it is null (pruned), each field
 * that differs from the present state is a conflict.
 */
export function mergeEdits<T extends object>(
  base: Partial<T> | null,
  current: T,
  mine: Partial<T>,
): Merge<T> {
  const start = base ?? current;
  const names = Object.keys(current) as (keyof T & string)[];
  const theirs = names.filter((name) => !isSameJson(start[name], current[name]));
  const changed = names.filter((name) => name in mine && !isSameJson(mine[name], start[name]));
  const conflicting = base === null ? changed : changed.filter((name) => theirs.includes(name));
  const conflicts = conflicting.map((name) => [
    name,
    { base: base?.[name] ?? null, theirs: current[name], mine: mine[name] },
  ]);
  const changes = changed
    .filter((name) => !conflicting.includes(name))
    .map((name) => [name, mine[name]]);
  return {
    changes: Object.fromEntries(changes) as Partial<T>,
    conflicts: Object.fromEntries(conflicts),
    theirs,
  };
}

export function getChangedFields<T extends object>(before: T, after: T): Partial<T> {
  const names = (Object.keys(after) as (keyof T)[]).filter(
    (name) => !isSameJson(before[name], after[name]),
  );
  return Object.fromEntries(names.map((name) => [name, after[name]])) as Partial<T>;
}

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
