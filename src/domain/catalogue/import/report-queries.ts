import "server-only";
import { db } from "@/lib/db";
import { lookup } from "@/lib/lookup";
import { getColumnHeader } from "../import-sources/column-keys";
import type { ItemProblem } from "../operations/schema";
import { getImportSpec } from "./queries";

const ITEM_STATE_WORDS: Readonly<Record<string, string>> = {
  PENDING: "À importer",
  APPLIED: "Importé",
  UNCHANGED: "Inchangé",
  SKIPPED: "Ignoré",
  FAILED: "Erreur",
  UNDONE: "Annulé",
  NOT_UNDONE: "Importé, puis modifié",
};

interface ReportRow {
  number: number;
  cells: string[];
  state: string | null;
  problems: { column: string; message: string; value: string }[];
  itemProblems: ItemProblem[] | null;
}

const ROWS_PER_READ = 1_000;

/** Reads the rows of the file with their state and their problems, in the order of the file. */
export async function* streamReportRows(id: string): AsyncGenerator<string[][]> {
  const { header } = await getImportSpec(id);
  for (let last = 0; ; ) {
    const rows = await db.$queryRaw<ReportRow[]>`
      SELECT r."number", r."cells", i."state"::text, r."problems",
        CASE WHEN i."number" = r."number" THEN i."problems" END AS "itemProblems"
      FROM "ProductImportRow" r LEFT JOIN "ProductOperationItem" i ON i."operationId" = r."operationId" AND i."number" = r."item"
      WHERE r."operationId" = ${id} AND r."number" > ${last} ORDER BY r."number" LIMIT ${ROWS_PER_READ}`;
    yield rows.map((row) => [
      ...header.map((_, i) => row.cells[i] ?? ""),
      lookup(ITEM_STATE_WORDS, row.state ?? "") ?? "",
      describeProblems(row),
    ]);
    last = rows.at(-1)?.number ?? last;
    if (rows.length < ROWS_PER_READ) return;
  }
}

/** The row's own problems, and those of its product where the job found others. */
function describeProblems({ problems, itemProblems }: ReportRow): string {
  const own = problems.map(({ column, message, value }) => {
    const shown = value === "" ? "" : ` (« ${value} »)`;
    return column === "" ? `${message}${shown}` : `${getColumnHeader(column)} : ${message}${shown}`;
  });
  const known = new Set(problems.map(({ message }) => message));
  const others = (itemProblems ?? [])
    .filter(({ message }) => !known.has(message))
    .map(({ field, message }) =>
      field === "" ? message : `${getColumnHeader(field)} : ${message}`,
    );
  return [...own, ...others].join("\n");
}

export async function getReportHeader(id: string): Promise<string[]> {
  return [...(await getImportSpec(id)).header, "Statut", "Erreurs"];
}
