import { memo } from "react";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { Range } from "./_state/grid-read";
import styles from "./grid.module.css";
import { GridCell } from "./grid-cell";
import { GridResult } from "./grid-result";
import type { Grid } from "./use-grid";

interface Props {
  grid: Grid;
  index: number;
  /** Pixels from the top of the body. */
  start: number;
  range: Range;
}

/** Memoized, so that scrolling renders only the rows that come into sight. */
export const GridRowView = memo(function GridRowView({ grid, index, start, range }: Props) {
  const row = grid.state.rows[index];
  if (!row) return null;
  const result = row.variation === null ? grid.results.get(row.product.id) : undefined;
  return (
    <tr
      aria-rowindex={index + 2}
      className={styles.row}
      data-variation={row.variation !== null || undefined}
      style={{ transform: `translateY(${start}px)` }}
    >
      {grid.state.columns.map(({ id }, column) => (
        <GridCell key={id} grid={grid} row={row} place={{ row: index, column }} range={range}>
          {row.variation && id === "name" ? (
            <UserText text={`${row.variation.name} : ${row.variation.value}`} />
          ) : undefined}
        </GridCell>
      ))}
      <td className={`${styles.cell} ${styles.result}`}>
        {row.product.hasDraft && row.variation === null && "Des changements attendent"}
        {result && <GridResult grid={grid} product={row.product} result={result} />}
      </td>
    </tr>
  );
});
