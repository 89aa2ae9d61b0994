import { type ReactNode, useEffect, useRef } from "react";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { Place } from "./_state/grid-read";
import { findProblem, getText, type Range, toCellKey } from "./_state/grid-read";
import { type ColumnId, type GridRow, isEditable } from "./_state/grid-rows";
import styles from "./grid.module.css";
import type { Grid } from "./use-grid";

interface Props {
  grid: Grid;
  row: GridRow;
  place: Place;
  range: Range;
  /** What a cell without a value of its own shows. */
  children?: ReactNode;
}

export function GridCell({ grid: { state, dispatch }, row, place, range, children }: Props) {
  const column: ColumnId = state.columns[place.column]?.id ?? "name";
  const isFocus = state.focus.row === place.row && state.focus.column === place.column;
  const isOpen = isFocus && state.typing !== null;
  const problem = findProblem(state, row, column);
  return (
    <td
      {...toGridCellProps(place, range)}
      {...toValueProps(isEditable(row, column), problem)}
      className={styles.cell}
      data-kind={column}
      data-focus={isFocus || undefined}
      data-dirty={state.edits.has(toCellKey(row, column)) || undefined}
    >
      {isOpen ? (
        <CellInput
          label={state.columns[place.column]?.label ?? ""}
          text={state.typing ?? ""}
          onChange={(text) => dispatch({ type: "type", text })}
        />
      ) : (
        (children ?? <UserText text={getText(state, row, column)} />)
      )}
      {problem !== null && <span className="visually-hidden">{problem}</span>}
      {!isOpen && <FillHandle place={place} range={range} />}
    </td>
  );
}

/** In the corner of the selection. */
function FillHandle({ place, range }: Pick<Props, "place" | "range">) {
  const isCorner = place.row === range.bottom && place.column === range.right;
  return isCorner && <span className={styles.fill} data-fill />;
}

/** A cell of a table with the role "grid" is a gridcell, which can be selected. */
function toGridCellProps({ row, column }: Place, { top, bottom, left, right }: Range) {
  return {
    id: `cellule-${row}-${column}`,
    "aria-colindex": column + 1,
    "aria-selected": row >= top && row <= bottom && column >= left && column <= right,
    "data-row": row,
    "data-column": column,
  };
}

function toValueProps(isCellEditable: boolean, problem: string | null) {
  return {
    title: problem ?? undefined,
    "aria-readonly": !isCellEditable,
    "aria-invalid": problem !== null || undefined,
  };
}

interface InputProps {
  label: string;
  text: string;
  onChange: (text: string) => void;
}

function CellInput({ label, text, onChange }: InputProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <input
      ref={input}
      className={styles.input}
      aria-label={label}
      autoComplete="off"
      value={text}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
