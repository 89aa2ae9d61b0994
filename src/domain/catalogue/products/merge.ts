import { isSameJson } from "@/lib/same-json";

type Sides = Record<string, { base: unknown; theirs: unknown; mine: unknown }>;

export interface Merge<T> {
  /** What this editor changed and nobody else did. */
  changes: Partial<T>;
  /** What both changed, to the same value or not. */
  conflicts: Sides;
  /** What others changed since. */
  theirs: string[];
}

/**
 * Three-way merge, field by field. `base` is what the editor started from; null when it is no longer known:
 * then whatever differs from the present state is a conflict.
 */
export function mergeEdits<T extends object>(
  base: Partial<T> | null,
  current: T,
  mine: Partial<T>,
): Merge<T> {
  const started = base ?? current;
  const names = Object.keys(current) as (keyof T & string)[];
  const theirs = names.filter((name) => !isSameJson(started[name], current[name]));
  const changed = names.filter((name) => name in mine && !isSameJson(mine[name], started[name]));
  const disputed = base === null ? changed : changed.filter((name) => theirs.includes(name));
  const conflicts = disputed.map((name) => [
    name,
    { base: base?.[name] ?? null, theirs: current[name], mine: mine[name] },
  ]);
  const changes = changed
    .filter((name) => !disputed.includes(name))
    .map((name) => [name, mine[name]]);
  return {
    changes: Object.fromEntries(changes) as Partial<T>,
    conflicts: Object.fromEntries(conflicts),
    theirs,
  };
}

/** The fields of `after` that differ from `before`. */
export function getChangedFields<T extends object>(before: T, after: T): Partial<T> {
  const names = (Object.keys(after) as (keyof T)[]).filter(
    (name) => !isSameJson(before[name], after[name]),
  );
  return Object.fromEntries(names.map((name) => [name, after[name]])) as Partial<T>;
}
