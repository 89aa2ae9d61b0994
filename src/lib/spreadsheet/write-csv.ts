import Papa from "papaparse";

/** Excel runs a cell that begins with one of these signs; a figure such as -12,50 stays a number. */
const FORMULA = /^(?!-?\d+(?:,\d+)?$)[=+\-@\t\r]/;

interface CsvOptions {
  header: readonly string[];
  /** Parts of the file, each some rows of cells. */
  parts: AsyncIterable<readonly string[][]>;
  /** For each column, whether its cells are always quoted. */
  quotes?: boolean[];
}

/**
 * Streams a CSV file as French spreadsheets read it: semicolons, and a BOM for the encoding. An apostrophe precedes a text that would run
 * as a formula.
 */
export function writeCsv({ header, parts, quotes = [] }: CsvOptions): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = parts[Symbol.asyncIterator]();
  const toCsv = (rows: readonly string[][]) => {
    const options = { delimiter: ";", newline: "\r\n", escapeFormulae: FORMULA, quotes };
    return encoder.encode(rows.length > 0 ? `${Papa.unparse([...rows], options)}\r\n` : "");
  };
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode("\uFEFF"));
      controller.enqueue(toCsv([[...header]]));
    },
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(toCsv(value));
    },
    cancel: async () => void (await iterator.return?.()),
  });
}
