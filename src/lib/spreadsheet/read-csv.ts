import Papa from "papaparse";
import { decodeText, detectEncoding, type TextEncoding } from "./decode-text";
import { TableCollector, type TableRow, toFileError, yieldToRequests } from "./table";

export const DELIMITERS = [";", ",", "\t"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface CsvFormat {
  encoding: TextEncoding;
  delimiter: Delimiter;
}

/** Papa's own detection reads several lines and fails on one irregular line; the first line that is not blank is the header. */
export function detectDelimiter(text: string): Delimiter {
  const first = text.split(/\r\n|\n|\r/, 100).find((line) => line.trim() !== "") ?? "";
  const unquoted = first.replace(/"(?:[^"]|"")*"/g, "");
  const counts = DELIMITERS.map((sign) => ({ sign, count: unquoted.split(sign).length }));
  return counts.reduce((a, b) => (b.count > a.count ? b : a)).sign;
}

/** Excel's own hint in a first line of its own, such as "sep=;". */
const HINT = /^sep=([;,\t])\n/i;
const ROWS_PER_TURN = 500;

/** Reads a CSV file; what `given` does not say is detected. @throws VALIDATION_ERROR naming `file` */
export async function readCsv(
  bytes: Buffer,
  given: Partial<CsvFormat> = {},
): Promise<{ rows: TableRow[]; format: CsvFormat }> {
  const encoding = given.encoding ?? detectEncoding(bytes);
  const text = decodeText(bytes, encoding).replace(/\r\n?/g, "\n");
  if (isBinary(text.slice(0, 100_000))) {
    throw toFileError("Ce fichier n'est pas un tableau. Choisissez un fichier CSV ou Excel.");
  }
  const hint = HINT.exec(text);
  const body = hint ? text.slice(hint[0].length) : text;
  const hinted = DELIMITERS.find((sign) => sign === hint?.[1]);
  const delimiter = given.delimiter ?? hinted ?? detectDelimiter(body);
  const rows = await parseRows(body, delimiter, hint ? 2 : 1);
  return { rows, format: { encoding, delimiter } };
}

/** Other files than texts have control characters that are no white space. */
function isBinary(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < TAB || (code > CARRIAGE_RETURN && code < ESCAPE)) return true;
  }
  return false;
}

const TAB = 9;
const CARRIAGE_RETURN = 13;
const ESCAPE = 27;

function parseRows(text: string, delimiter: Delimiter, firstNumber: number): Promise<TableRow[]> {
  const table = new TableCollector();
  let number = firstNumber;
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(text, {
      delimiter,
      newline: "\n",
      step: ({ data, errors }, parser) => {
        try {
          if (errors.some(({ code }) => code === "MissingQuotes")) throw missingQuote(number);
          table.add(number, data);
        } catch (error) {
          // Before the abort, which calls `complete`.
          reject(error);
          parser.abort();
          return;
        }
        number++;
        if (number % ROWS_PER_TURN > 0) return;
        parser.pause();
        void yieldToRequests().then(() => parser.resume());
      },
      complete: () => resolve(table.rows),
      error: reject,
    });
  });
}

function missingQuote(number: number) {
  return toFileError(
    `Un guillemet est ouvert à la ligne ${number} et n'est jamais fermé. Corrigez-le, ou enregistrez le fichier en .xlsx.`,
  );
}
