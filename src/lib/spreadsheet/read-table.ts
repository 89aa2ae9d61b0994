import { type CsvFormat, readCsv } from "./read-csv";
import { readXlsx } from "./read-xlsx";
import { type TableRow, toFileError } from "./table";

export interface TableOptions extends Partial<CsvFormat> {
  sheet?: string;
}

export interface Table {
  header: string[];
  /** Without the header and blank rows. */
  rows: TableRow[];
  format: ({ kind: "csv" } & CsvFormat) | { kind: "xlsx"; sheet: string; sheets: string[] };
}

const hasPrefix = (bytes: Buffer, prefix: readonly number[]) =>
  prefix.every((byte, i) => bytes[i] === byte);

/** Files that people choose by mistake, by their first bytes. */
const REFUSED: readonly { prefix: readonly number[]; message: string }[] = [
  {
    prefix: [0xd0, 0xcf, 0x11, 0xe0],
    message:
      "Cet ancien format d'Excel, ou ce classeur protégé, ne se lit pas. Enregistrez-le en .xlsx sans mot de passe.",
  },
  {
    prefix: [0xff, 0xd8, 0xff],
    message: "Ce fichier est une photo, pas un tableau. Choisissez un fichier CSV ou Excel.",
  },
  {
    prefix: [0x89, 0x50, 0x4e, 0x47],
    message: "Ce fichier est une image, pas un tableau. Choisissez un fichier CSV ou Excel.",
  },
  {
    prefix: [0x25, 0x50, 0x44, 0x46],
    message: "Ce fichier est un PDF, pas un tableau. Choisissez un fichier CSV ou Excel.",
  },
];
const ZIP = [0x50, 0x4b];

/** Reads a CSV or Excel file by its content, whatever its name. @throws VALIDATION_ERROR naming `file` */
export async function readTable(bytes: Buffer, options: TableOptions = {}): Promise<Table> {
  const { sheet, ...csvFormat } = options;
  const refused = REFUSED.find(({ prefix }) => hasPrefix(bytes, prefix));
  if (refused) throw toFileError(refused.message);
  if (hasPrefix(bytes, ZIP)) {
    const { rows, ...format } = await readXlsx(bytes, sheet);
    return toTable(rows, { kind: "xlsx", ...format });
  }
  const { rows, format } = await readCsv(bytes, csvFormat);
  return toTable(rows, { kind: "csv", ...format });
}

function toTable(all: readonly TableRow[], format: Table["format"]): Table {
  const [header, ...rows] = all;
  if (header === undefined) throw toFileError("Ce fichier est vide. Choisissez-en un autre.");
  if (rows.length === 0) {
    throw toFileError(
      "Ce fichier n'a qu'une ligne : il manque les titres des colonnes, ou le reste.",
    );
  }
  return { header: header.cells.map((cell) => cell.trim()), rows, format };
}
