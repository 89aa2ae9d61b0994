import { MAX_LEVELS, type WithDepth } from "@/domain/catalogue/categories/rules";

/** Indentation of one level in pixels, in the tree and in drag offsets. */
export const INDENT = 28;

interface Row {
  id: string;
  parentId: string | null;
}

export interface Drop {
  depth: number;
  parentId: string | null;
  /** Position among the children of `parentId`, not counting the dragged category. */
  index: number;
}

/**
 * Projects where a dragged row would be dropped: between its new neighbours, at the depth that `offset` pixels ask for and
 * the neighbours allow. `rows` are the visible rows without descendants of the dragged row; `height` is the number of levels
 * of its subtree. Returns null if a row is missing.
 */
export function projectDrop(
  rows: readonly WithDepth<Row>[],
  activeId: string,
  overId: string,
  offset: number,
  height: number,
): Drop | null {
  const from = rows.findIndex(({ id }) => id === activeId);
  const to = rows.findIndex(({ id }) => id === overId);
  const active = rows[from];
  if (!active || to < 0) return null;
  const others = rows.filter(({ id }) => id !== activeId);
  const [before, after] = [others[to - 1], others[to]];
  const maxDepth = Math.min(before ? before.depth + 1 : 0, MAX_LEVELS - height);
  const wanted = active.depth + Math.round(offset / INDENT);
  const depth = Math.max(Math.min(wanted, maxDepth), after?.depth ?? 0, 0);
  const parentId = findParentId(others.slice(0, to), depth);
  const index = others.slice(0, to).filter((row) => row.parentId === parentId).length;
  return { depth, parentId, index };
}

function findParentId(above: readonly WithDepth<Row>[], depth: number): string | null {
  if (depth === 0) return null;
  return above.findLast((row) => row.depth === depth - 1)?.id ?? null;
}
