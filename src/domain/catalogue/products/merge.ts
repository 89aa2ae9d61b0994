import { isSameJson } from "@/lib/same-json";

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
