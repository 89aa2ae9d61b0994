import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { readKey } from "./_state/grid-keys";
import { type GridState, getRange } from "./_state/grid-read";
import styles from "./grid.module.css";
import { GridRowView } from "./grid-row";
import type { Grid } from "./use-grid";
import { useGridClipboard } from "./use-grid-clipboard";
import { useGridPointer } from "./use-grid-pointer";

const ROW_HEIGHT = 40;
const OVERSCAN = 12;

interface Props {
  grid: Grid;
  /** Escape: the focus leaves the table, which takes the Tab key. */
  onLeave: () => void;
}

/** The table has the focus and names its active cell, which is always rendered; of the other rows, only those in sight are. */
export function GridTable({ grid, onLeave }: Props) {
  const { state, dispatch } = grid;
  const { rows, columns, anchor, focus, typing } = state;
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const pointer = useGridPointer(grid);
  const clipboard = useGridClipboard(grid);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollPaddingStart: ROW_HEIGHT,
    rangeExtractor: (range) => addRow(defaultRangeExtractor(range), focus.row),
  });
  useEffect(() => virtual.scrollToIndex(focus.row), [virtual, focus.row]);
  const wasTyping = useRef(false);
  useEffect(() => {
    if (typing === null && wasTyping.current) table.current?.focus({ preventScroll: true });
    wasTyping.current = typing !== null;
  }, [typing]);
  const onKeyDown = (event: KeyboardEvent) => {
    const result = readKey(event, state);
    if (result === null) return;
    event.preventDefault();
    if (result === "leave") onLeave();
    else dispatch(result);
  };
  const range = useMemo(() => getRange({ anchor, focus }), [anchor, focus]);
  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are edited is a grid (ARIA).
        role="grid"
        tabIndex={0}
        aria-label="Produits"
        aria-describedby="grille-aide"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        aria-activedescendant={`cellule-${focus.row}-${focus.column}`}
        className={styles.table}
        style={toTracks(columns)}
        onKeyDown={onKeyDown}
        {...pointer}
        {...clipboard}
      >
        <GridHead columns={columns} />
        <tbody className={styles.body} style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <GridRowView key={index} grid={grid} index={index} start={start} range={range} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function toTracks(columns: GridState["columns"]): CSSProperties & Record<"--columns", string> {
  return { "--columns": columns.map(({ width }) => width).join(" ") };
}

function addRow(indexes: number[], row: number): number[] {
  return indexes.includes(row) ? indexes : [...indexes, row].toSorted((a, b) => a - b);
}

function GridHead({ columns }: Pick<GridState, "columns">) {
  return (
    <thead className={styles.top}>
      <tr aria-rowindex={1} className={styles.head}>
        {columns.map(({ id, label }) => (
          <th key={id} scope="col" className={styles.cell}>
            {label}
          </th>
        ))}
        <th scope="col" className={styles.cell}>
          État
        </th>
      </tr>
    </thead>
  );
}
