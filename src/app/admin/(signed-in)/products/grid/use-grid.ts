import { useMemo, useReducer, useState } from "react";
import type { GridProduct } from "@/domain/catalogue/product-list/grid-schema";
import type { GridState } from "./_state/grid-read";
import { parseCellKey } from "./_state/grid-read";
import { findCellProblem, type GridRow } from "./_state/grid-rows";
import { createGrid, reduceGrid } from "./_state/grid-state";
import { type SaveOptions, type SaveResult, saveProduct } from "./_state/save-product";

const PARALLEL_SAVES = 4;

export type RowResult = Exclude<SaveResult, { kind: "saved" }>;

/** The state of the grid, and what the last save said of each product. */
export function useGrid(products: readonly GridProduct[]) {
  const [state, dispatch] = useReducer(reduceGrid, products, createGrid);
  const [results, setResults] = useState<ReadonlyMap<string, RowResult>>(new Map());
  const [isSaving, setSaving] = useState(false);
  const { rows, edits } = state;
  const rowsByKey = useMemo(() => new Map(rows.map((row) => [row.key, row])), [rows]);
  const { dirty, ready, problemCount } = useMemo(
    () => listDirty(rowsByKey, edits),
    [rowsByKey, edits],
  );

  const record = (id: string, result: RowResult | null) =>
    setResults((last) => {
      const next = new Map(last);
      if (result === null) next.delete(id);
      else next.set(id, result);
      return next;
    });
  const saveOne = async (product: GridProduct, options: SaveOptions = {}) => {
    const result = await saveProduct(state, product, options);
    record(product.id, result.kind === "saved" ? null : result);
    if (result.kind === "saved") {
      dispatch({ type: "saved", product: result.product, sent: state.edits });
    }
  };
  const save = async () => {
    setSaving(true);
    const waiting = [...ready];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await saveOne(next);
    };
    await Promise.all(Array.from({ length: PARALLEL_SAVES }, work));
    setSaving(false);
  };
  const takeTheirs = (product: GridProduct) => {
    record(product.id, null);
    dispatch({ type: "discard", product });
  };
  return {
    state,
    dispatch,
    results,
    dirtyCount: dirty.size,
    problemCount,
    isSaving,
    save,
    saveOne,
    takeTheirs,
  };
}

export type Grid = ReturnType<typeof useGrid>;

/** The products with typed values, and those of them without a problem. */
function listDirty(rowsByKey: ReadonlyMap<string, GridRow>, edits: GridState["edits"]) {
  const dirty = new Map<string, GridProduct>();
  const blocked = new Set<string>();
  let problemCount = 0;
  for (const [key, text] of edits) {
    const { rowKey, column } = parseCellKey(key);
    const row = rowsByKey.get(rowKey);
    if (row === undefined) continue;
    dirty.set(row.product.id, row.product);
    if (findCellProblem(row, column, text) === null) continue;
    blocked.add(row.product.id);
    problemCount++;
  }
  const ready = [...dirty.values()].filter(({ id }) => !blocked.has(id));
  return { dirty, ready, problemCount };
}
