import type { KeyboardEvent } from "react";
import type { GridState, Place } from "./grid-read";
import type { GridAction } from "./grid-state";

const PAGE_ROWS = 15;

const STEPS = new Map<string, Place>([
  ["ArrowUp", { row: -1, column: 0 }],
  ["ArrowDown", { row: 1, column: 0 }],
  ["ArrowLeft", { row: 0, column: -1 }],
  ["ArrowRight", { row: 0, column: 1 }],
  ["PageUp", { row: -PAGE_ROWS, column: 0 }],
  ["PageDown", { row: PAGE_ROWS, column: 0 }],
  ["Home", { row: 0, column: Number.NEGATIVE_INFINITY }],
  ["End", { row: 0, column: Number.POSITIVE_INFINITY }],
]);

/** What a key does; null for a key that the grid leaves to the browser. */
export function readKey(event: KeyboardEvent, state: GridState): GridAction | "leave" | null {
  if ((event.target as Element).closest("button, a")) return null;
  if (event.ctrlKey || event.metaKey) return readShortcut(event, state);
  return state.typing === null ? readMove(event, state) : readTyping(event);
}

function readShortcut({ key, shiftKey }: KeyboardEvent, state: GridState): GridAction | null {
  if (state.typing !== null) return null;
  switch (key.toLowerCase()) {
    case "z":
      return { type: shiftKey ? "redo" : "undo" };
    case "y":
      return { type: "redo" };
    case "d":
      return { type: "fillDown" };
    case "home":
      return { type: "select", place: { row: 0, column: 0 }, extend: shiftKey };
    case "end":
      return {
        type: "select",
        place: { row: state.rows.length - 1, column: state.columns.length - 1 },
        extend: shiftKey,
      };
    default:
      return null;
  }
}

function readTyping({ key, shiftKey }: KeyboardEvent): GridAction | null {
  if (key === "Escape") return { type: "close", keep: false, move: {} };
  if (key === "Enter") return { type: "close", keep: true, move: { row: shiftKey ? -1 : 1 } };
  if (key === "Tab") return { type: "close", keep: true, move: { column: shiftKey ? -1 : 1 } };
  return null;
}

function readMove({ key, shiftKey }: KeyboardEvent, { focus, columns }: GridState) {
  const step = STEPS.get(key);
  if (step) {
    const place = { row: focus.row + step.row, column: focus.column + step.column };
    return { type: "select", place, extend: shiftKey } as const;
  }
  switch (key) {
    case "Escape":
      return "leave";
    case "Tab":
      return {
        type: "select",
        place: toNextCell(focus, columns.length, shiftKey),
        extend: false,
      } as const;
    case "Enter":
    case "F2":
      return { type: "open", text: null } as const;
    case "Delete":
    case "Backspace":
      return { type: "clear" } as const;
    default:
      return key.length === 1 ? ({ type: "open", text: key } as const) : null;
  }
}

/** Row by row, as in a table of Excel. */
function toNextCell({ row, column }: Place, columns: number, isBack: boolean): Place {
  const next = column + (isBack ? -1 : 1);
  if (next < 0) return row === 0 ? { row, column } : { row: row - 1, column: columns - 1 };
  return next < columns ? { row, column: next } : { row: row + 1, column: 0 };
}
