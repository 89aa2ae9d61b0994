import type { GridProduct } from "@/domain/catalogue/product-list/grid-schema";
import {
  type Edit,
  type GridState,
  getRange,
  getText,
  type Place,
  type Range,
  toCellKey,
} from "./grid-read";
import {
  COLUMNS,
  type ColumnId,
  type GridRow,
  getStoredText,
  isEditable,
  isSameText,
  toRows,
} from "./grid-rows";
import { replaceProduct } from "./replace-product";

export function createGrid(products: readonly GridProduct[]): GridState {
  const start = { row: 0, column: 0 };
  return {
    rows: toRows(products),
    columns: COLUMNS,
    edits: new Map(),
    past: [],
    future: [],
    anchor: start,
    focus: start,
    typing: null,
  };
}

export type GridAction =
  | { type: "columns"; columns: GridState["columns"] }
  | { type: "select"; place: Place; extend: boolean }
  | { type: "open"; text: string | null }
  | { type: "type"; text: string }
  | { type: "close"; keep: boolean; move: Partial<Place> }
  | { type: "clear" }
  | { type: "paste"; cells: readonly (readonly string[])[] }
  | { type: "fill"; toRow: number }
  | { type: "fillDown" }
  | { type: "undo" }
  | { type: "redo" }
  | { type: "saved"; product: GridProduct; sent: GridState["edits"] }
  | { type: "discard"; product: GridProduct };

export function reduceGrid(state: GridState, action: GridAction): GridState {
  switch (action.type) {
    case "columns":
      return showColumns(state, action.columns);
    case "select":
      return select(state, action.place, action.extend);
    case "open":
      return openCell(state, action.text);
    case "type":
      return { ...state, typing: action.text };
    case "close":
      return closeCell(state, action.keep, action.move);
    case "clear":
      return paste(state, [[""]]);
    case "paste":
      return paste(state, action.cells);
    case "fill":
      return fill(state, action.toRow);
    case "fillDown":
      return fillDown(state);
    case "undo":
      return travel(state, "past", "future");
    case "redo":
      return travel(state, "future", "past");
    case "saved":
      return replaceProduct(state, action.product, action.sent);
    case "discard":
      return replaceProduct(state, action.product, state.edits);
  }
}

function clamp(state: GridState, { row, column }: Place): Place {
  return {
    row: Math.max(0, Math.min(row, state.rows.length - 1)),
    column: Math.max(0, Math.min(column, state.columns.length - 1)),
  };
}

/** The active cell stays in its column while this is shown. */
function showColumns(state: GridState, columns: GridState["columns"]): GridState {
  const active = state.columns[state.focus.column]?.id;
  const column = Math.max(
    0,
    columns.findIndex(({ id }) => id === active),
  );
  return select({ ...state, columns }, { row: state.focus.row, column }, false);
}

function select(state: GridState, place: Place, extend: boolean): GridState {
  const focus = clamp(state, place);
  return { ...state, focus, anchor: extend ? state.anchor : focus, typing: null };
}

function getCell(state: GridState, { row, column }: Place) {
  const found = state.rows[row];
  const id = state.columns[column]?.id;
  return found && id && isEditable(found, id) ? { row: found, id } : null;
}

function openCell(state: GridState, text: string | null): GridState {
  const cell = getCell(state, state.focus);
  if (cell === null) return state;
  return { ...state, anchor: state.focus, typing: text ?? getText(state, cell.row, cell.id) };
}

function closeCell(state: GridState, keep: boolean, move: Partial<Place>): GridState {
  const cell = getCell(state, state.focus);
  const { typing, focus } = state;
  const changed =
    keep && cell && typing !== null ? change(state, [[cell.row, cell.id, typing]]) : state;
  const next = { row: focus.row + (move.row ?? 0), column: focus.column + (move.column ?? 0) };
  return select(changed, next, false);
}

type CellText = readonly [row: GridRow, column: ColumnId, text: string];

/** Makes one step of the history of all cells; a text equal to the stored one is no edit. */
function change(state: GridState, cells: readonly CellText[]): GridState {
  const step = cells.flatMap(([row, column, text]): Edit[] => {
    const key = toCellKey(row, column);
    const before = state.edits.get(key);
    const stored = getStoredText(row, column) ?? "";
    const after = isSameText(column, text, stored) ? undefined : text;
    return before === after ? [] : [{ key, before, after }];
  });
  if (step.length === 0) return state;
  return {
    ...state,
    edits: applyStep(state.edits, step, "after"),
    past: [...state.past, step],
    future: [],
  };
}

function applyStep(edits: GridState["edits"], step: readonly Edit[], side: "before" | "after") {
  const next = new Map(edits);
  for (const edit of step) {
    const text = edit[side];
    if (text === undefined) next.delete(edit.key);
    else next.set(edit.key, text);
  }
  return next;
}

function travel(state: GridState, from: "past" | "future", to: "past" | "future"): GridState {
  const step = state[from].at(-1);
  if (step === undefined) return state;
  return {
    ...state,
    edits: applyStep(state.edits, step, from === "past" ? "before" : "after"),
    [from]: state[from].slice(0, -1),
    [to]: [...state[to], step],
    typing: null,
  };
}

/** From the top left of the selection on. A single text fills the whole selection. Cells that cannot be edited stay as they are. */
function paste(state: GridState, cells: readonly (readonly string[])[]): GridState {
  const range = getRange(state);
  const isSingle = cells.length === 1 && cells[0]?.length === 1;
  const block = isSingle ? repeat(cells[0]?.[0] ?? "", range) : cells;
  const texts = block.flatMap((line, down) =>
    line.flatMap((text, right): CellText[] => {
      const cell = getCell(state, { row: range.top + down, column: range.left + right });
      return cell ? [[cell.row, cell.id, text]] : [];
    }),
  );
  const changed = change({ ...state, typing: null }, texts);
  if (isSingle) return changed;
  const width = Math.max(1, ...block.map(({ length }) => length));
  const end = { row: range.top + block.length - 1, column: range.left + width - 1 };
  return { ...changed, anchor: { row: range.top, column: range.left }, focus: clamp(state, end) };
}

const repeat = (text: string, { top, bottom, left, right }: Range): string[][] =>
  sequence(top, bottom).map(() => sequence(left, right).map(() => text));

/** Repeats the selected rows down, or up, to the row. */
function fill(state: GridState, toRow: number): GridState {
  const { top, bottom, left, right } = getRange(state);
  const height = bottom - top + 1;
  const last = clamp(state, { row: toRow, column: 0 }).row;
  const targets = last > bottom ? sequence(bottom + 1, last) : sequence(last, top - 1);
  const texts: CellText[] = [];
  for (const target of targets) {
    const source = state.rows[top + ((((target - top) % height) + height) % height)];
    for (let column = left; column <= right; column++) {
      const cell = getCell(state, { row: target, column });
      if (cell && source) texts.push([cell.row, cell.id, getText(state, source, cell.id)]);
    }
  }
  return {
    ...change(state, texts),
    anchor: { row: Math.min(top, last), column: left },
    focus: { row: Math.max(bottom, last), column: right },
  };
}

/** Copies the first selected row into the others. */
function fillDown(state: GridState): GridState {
  const { top, bottom, left, right } = getRange(state);
  return fill(
    { ...state, anchor: { row: top, column: left }, focus: { row: top, column: right } },
    bottom,
  );
}

const sequence = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
