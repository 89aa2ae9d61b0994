import type { GridProduct } from "@/domain/catalogue/product-list/grid-schema";
import { type Edit, type GridState, parseCellKey } from "./grid-read";
import { type GridRow, getStoredText, isSameText, toRows } from "./grid-rows";

/** Shows a product as it is stored now. What was typed after `sent` stays; the history stays, in terms of the new values. */
export function replaceProduct(
  state: GridState,
  product: GridProduct,
  sent: GridState["edits"],
): GridState {
  const first = state.rows.findIndex((row) => row.product.id === product.id);
  const others = state.rows.filter((row) => row.product.id !== product.id);
  const next = toRows([product]);
  const before = toMap(state.rows.filter((row) => row.product.id === product.id));
  const after = toMap(next);
  const isKept = ([key, text]: [string, string]) => {
    const { rowKey } = parseCellKey(key);
    return !before.has(rowKey) || (after.has(rowKey) && sent.get(key) !== text);
  };
  const rebase = (step: readonly Edit[]) => rebaseStep(step, before, after);
  return {
    ...state,
    rows: [...others.slice(0, first), ...next, ...others.slice(first)],
    edits: new Map([...state.edits].filter(isKept)),
    past: state.past.map(rebase).filter(({ length }) => length > 0),
    future: state.future.map(rebase).filter(({ length }) => length > 0),
  };
}

const toMap = (rows: readonly GridRow[]) => new Map(rows.map((row) => [row.key, row]));
type RowsByKey = ReadonlyMap<string, GridRow>;

/** "The stored text" becomes the text that was stored before, and a text that is stored now becomes "the stored text". */
function rebaseStep(step: readonly Edit[], before: RowsByKey, after: RowsByKey): Edit[] {
  return step.flatMap((edit): Edit[] => {
    const { rowKey, column } = parseCellKey(edit.key);
    const former = before.get(rowKey);
    if (former === undefined) return [edit];
    const row = after.get(rowKey);
    if (row === undefined) return [];
    const stored = getStoredText(row, column) ?? "";
    const rebase = (text: string | undefined) => {
      const shown = text ?? getStoredText(former, column) ?? "";
      return isSameText(column, shown, stored) ? undefined : shown;
    };
    const [start, end] = [rebase(edit.before), rebase(edit.after)];
    return start === end ? [] : [{ key: edit.key, before: start, after: end }];
  });
}
