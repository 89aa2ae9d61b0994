import { downloadResponse } from "@/lib/spreadsheet/download-response";
import { writeCsv } from "@/lib/spreadsheet/write-csv";

type Cell = string | number | null;

/** Answers a table as a CSV file. */
export function csvResponse(name: string, header: string[], rows: readonly Cell[][]): Response {
  async function* parts() {
    yield rows.map((cells) => cells.map((cell) => String(cell ?? "")));
  }
  return downloadResponse(writeCsv({ header, parts: parts() }), { name, format: "csv" });
}
