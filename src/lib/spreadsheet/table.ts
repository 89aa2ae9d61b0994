import { AppError } from "@/lib/errors";

/** A row of a table, with its number in the file from 1, as spreadsheets show it. */
export interface TableRow {
  number: number;
  cells: string[];
}

const MAX_TABLE_ROWS = 20_000;
export const MAX_TABLE_COLUMNS = 500;
/** The longest text that Excel holds in a cell is shorter. */
const MAX_CELL_LENGTH = 60_000;

export function toFileError(message: string, cause?: unknown): AppError {
  return new AppError("VALIDATION_ERROR", { message, details: { file: message }, cause });
}

/** Collects the rows that are not blank, within the limits of a table. @throws VALIDATION_ERROR naming `file` */
export class TableCollector {
  readonly rows: TableRow[] = [];

  add(number: number, values: readonly string[]): void {
    const cells = values.map((value) => value.toWellFormed().replaceAll("\0", ""));
    while (cells.length > 0 && cells.at(-1)?.trim() === "") cells.pop();
    if (cells.length === 0) return;
    if (cells.length > MAX_TABLE_COLUMNS) {
      throw toFileError(
        `Ce fichier a plus de ${MAX_TABLE_COLUMNS} colonnes. Gardez celles qui servent.`,
      );
    }
    if (cells.some((cell) => cell.length > MAX_CELL_LENGTH)) {
      throw toFileError(`La ligne ${number} contient un texte trop long.`);
    }
    // The header is a row too.
    if (this.rows.length > MAX_TABLE_ROWS) {
      const most = MAX_TABLE_ROWS.toLocaleString("fr");
      throw toFileError(`Ce fichier a plus de ${most} lignes. Partagez-le en plusieurs fichiers.`);
    }
    this.rows.push({ number, cells });
  }
}

/** Lets requests run between two parts of a long computation. */
export function yieldToRequests(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
