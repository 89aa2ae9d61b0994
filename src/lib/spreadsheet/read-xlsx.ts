import { unzipSync } from "fflate";
import { type CellValue, readXlsx as readWorkbook, streamXlsxRows } from "hucre/xlsx";
import { AppError } from "@/lib/errors";
import { TableCollector, type TableRow, toFileError, yieldToRequests } from "./table";

/** The parts of a workbook together, unpacked. */
const MAX_UNPACKED_BYTES = 150 * 1024 * 1024;
/** The parts that are read as a whole. */
const MAX_PART_BYTES = 40 * 1024 * 1024;
const MAX_PARTS = 2_000;
const ROWS_PER_TURN = 200;

const DAMAGED =
  "Ce classeur est abîmé ou protégé. Ouvrez-le, enregistrez-le en .xlsx et renvoyez-le.";

/** Reads a sheet of a workbook, the first one that is not empty without `sheet`. @throws VALIDATION_ERROR naming `file` */
export async function readXlsx(
  bytes: Buffer,
  sheet?: string,
): Promise<{ rows: TableRow[]; sheet: string; sheets: string[] }> {
  assertUnpackedSize(bytes);
  try {
    const sheets = await listSheets(bytes);
    if (sheet !== undefined && !sheets.includes(sheet)) {
      throw toFileError("Cette feuille n'est pas dans le classeur.");
    }
    for (const name of sheet === undefined ? sheets : [sheet]) {
      const rows = await readSheet(bytes, name);
      if (rows.length > 0 || sheet !== undefined) return { rows, sheet: name, sheets };
    }
    return { rows: [], sheet: sheets[0] ?? "", sheets };
  } catch (error) {
    throw error instanceof AppError ? error : toFileError(DAMAGED, error);
  }
}

/**
 * Refuses archives that grow beyond measure. The reader stops at the size that the directory of the archive declares, so a part without
 * a declared size is refused as well.
 */
function assertUnpackedSize(bytes: Buffer): void {
  let total = 0;
  let parts = 0;
  const tooLarge = () =>
    toFileError("Ce classeur est trop grand une fois ouvert. Gardez la feuille qui sert.");
  try {
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        total += originalSize;
        parts++;
        const isReadWhole = !/worksheets\//i.test(name);
        const isUndeclared = originalSize === 0 && (size > 2 || /\.(?:xml|rels)$/i.test(name));
        const isTooLarge =
          total > MAX_UNPACKED_BYTES ||
          parts > MAX_PARTS ||
          (isReadWhole && originalSize > MAX_PART_BYTES);
        if (isUndeclared || isTooLarge) throw tooLarge();
        return false;
      },
    });
  } catch (error) {
    throw error instanceof AppError ? error : toFileError(DAMAGED, error);
  }
}

async function listSheets(bytes: Buffer): Promise<string[]> {
  const names: string[] = [];
  const skip = ({ name }: { name: string }) => {
    names.push(name);
    return false;
  };
  await readWorkbook(bytes, { sheets: skip });
  return names;
}

async function readSheet(bytes: Buffer, sheet: string): Promise<TableRow[]> {
  const table = new TableCollector();
  let read = 0;
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    table.add(index + 1, values.map(toText));
    read++;
    if (read % ROWS_PER_TURN === 0) await yieldToRequests();
  }
  return table.rows;
}

/** Excel computes with 15 digits; the file may show more, such as 12.299999999999999. */
function toText(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "number") return formatNumber(Number(value.toPrecision(15)));
  if (typeof value === "boolean") return value ? "oui" : "non";
  return value instanceof Date ? formatDate(value) : value;
}

/** "6110000000000" instead of "6.11e+12", with a decimal comma. */
function formatNumber(value: number): string {
  const plain = value.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });
  return plain.replace(".", ",");
}

/** A date of a workbook has no time zone: "2026-11-30 09:00". */
function formatDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const iso = date.toISOString();
  return iso.endsWith("T00:00:00.000Z")
    ? iso.slice(0, 10)
    : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}
