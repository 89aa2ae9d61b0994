import { type InTree, MOST_LEVELS } from "@/domain/catalogue/categories/rules";

/** Pixels that one level stands in, on screen and under the finger. */
export const INDENT = 28;

interface Row {
  id: string;
  parentId: string | null;
}

export interface Drop {
  depth: number;
  parentId: string | null;
  /** Among the children of `parentId`, itself left out. */
  index: number;
}

/**
 * Where a dragged row would fall: between its new neighbours, as deep as `offset` pixels say and they allow.
 * `rows` is the tree as shown, without what is below the dragged row; `height` is its own levels.
 */
export function projectDrop(
  rows: readonly InTree<Row>[],
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
  const deepest = Math.min(before ? before.depth + 1 : 0, MOST_LEVELS - height);
  const wanted = active.depth + Math.round(offset / INDENT);
  const depth = Math.max(Math.min(wanted, deepest), after?.depth ?? 0, 0);
  const parentId = parentAt(others.slice(0, to), depth);
  const index = others.slice(0, to).filter((row) => row.parentId === parentId).length;
  return { depth, parentId, index };
}

function parentAt(above: readonly InTree<Row>[], depth: number): string | null {
  if (depth === 0) return null;
  return above.findLast((row) => row.depth === depth - 1)?.id ?? null;
}
