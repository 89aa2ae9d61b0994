/** A problem of one row. Problems of the same `code` and column are one group of the report. */
export interface RowProblem {
  row: number;
  /** The key of a column; empty for the whole row. */
  column: string;
  code: string;
  /** A French sentence. */
  message: string;
  /** The text of the cell. */
  value: string;
}

const MAX_VALUE_LENGTH = 120;

export function toRowProblem(
  row: number,
  column: string,
  { code, message, value = "" }: { code: string; message: string; value?: string },
): RowProblem {
  const shown =
    value.length > MAX_VALUE_LENGTH ? `${value.slice(0, MAX_VALUE_LENGTH).toWellFormed()}…` : value;
  return { row, column, code, message, value: shown };
}
