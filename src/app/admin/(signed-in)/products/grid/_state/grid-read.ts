import {
  type Column,
  type ColumnId,
  findCellProblem,
  type GridRow,
  getStoredText,
} from "./grid-rows";

export interface Place {
  row: number;
  column: number;
}

export interface Edit {
  key: string;
  /** Undefined: the stored text. */
  before: string | undefined;
  after: string | undefined;
}

export interface GridState {
  rows: readonly GridRow[];
  /** The shown columns; the first is never hidden. */
  columns: readonly Column[];
  /** Typed texts that differ from the stored ones, by `toCellKey`. */
  edits: ReadonlyMap<string, string>;
  past: readonly (readonly Edit[])[];
  future: readonly (readonly Edit[])[];
  /** The selection is the rectangle between both. */
  anchor: Place;
  focus: Place;
  /** The text in the open cell; null while none is open. */
  typing: string | null;
}

export const toCellKey = (row: GridRow, column: ColumnId) => `${row.key} ${column}`;

export function parseCellKey(key: string): { rowKey: string; column: ColumnId } {
  const [rowKey = "", column] = key.split(" ");
  return { rowKey, column: column as ColumnId };
}

export function getText({ edits }: GridState, row: GridRow, column: ColumnId): string {
  return edits.get(toCellKey(row, column)) ?? getStoredText(row, column) ?? "";
}

export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export function getRange({ anchor, focus }: Pick<GridState, "anchor" | "focus">): Range {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

/** The selected cells as tab-separated text, as Excel writes and reads it. */
export function copyRange(state: GridState): string {
  const { top, bottom, left, right } = getRange(state);
  return state.rows
    .slice(top, bottom + 1)
    .map((row) =>
      state.columns
        .slice(left, right + 1)
        .map(({ id }) => getText(state, row, id))
        .join("\t"),
    )
    .join("\n");
}

/** The problem of a cell's typed text; null where nothing was typed, or nothing is wrong with it. */
export function findProblem(
  { edits }: Pick<GridState, "edits">,
  row: GridRow,
  column: ColumnId,
): string | null {
  const text = edits.get(toCellKey(row, column));
  return text === undefined ? null : findCellProblem(row, column, text);
}
