import { writeXlsxStream } from "hucre/xlsx";

/** Excel reads a longer text as a damaged file. */
export const MAX_XLSX_CELL_LENGTH = 32_767;

interface XlsxOptions {
  sheetName: string;
  header: readonly string[];
  /** Parts of the file, each some rows. A string is written as text, so it never runs as a formula. */
  parts: AsyncIterable<readonly (string | number | null)[][]>;
}

/** Streams an Excel workbook with one sheet whose header stays visible. */
export function writeXlsx({ sheetName, header, parts }: XlsxOptions): ReadableStream<Uint8Array> {
  async function* listRows() {
    for await (const rows of parts) {
      for (const row of rows) yield row.map(toCellValue);
    }
  }
  return writeXlsxStream(listRows(), {
    name: sheetName,
    columns: header.map((name) => ({ header: name })),
    freezePane: { rows: 1 },
  });
}

/** OOXML reads "_x0041_" as "A". */
function toCellValue(value: string | number | null): string | number | null {
  if (typeof value !== "string") return value;
  return value === "" ? null : value.replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_");
}
