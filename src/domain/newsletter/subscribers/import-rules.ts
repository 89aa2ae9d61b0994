import Papa from "papaparse";
import type { Locale } from "@/lib/i18n/locale";
import { abbreviate, cleanLine } from "@/lib/input/text";
import { detectDelimiter } from "@/lib/spreadsheet/read-csv";
import { SubscriberEmail } from "../schema";

export interface ImportLine {
  /** Line number in the file, from 1. */
  line: number;
  text: string;
  /** Null for a line without a valid address. */
  email: string | null;
  locale: Locale;
}

const EMAIL_HEADER = /^(?:e-?mails?|courriels?|mail|adresse.*|البريد.*)$/i;
const LOCALE_HEADER = /^(?:langue|language|locale|lang|اللغة)$/i;

/** Parses one address per line, or a CSV table with any usual separator, with or without a header. */
export function parseImport(csv: string, locale: Locale): ImportLine[] {
  const text = csv.replace(/^\uFEFF/, "");
  const { data } = Papa.parse<string[]>(text, { delimiter: detectDelimiter(text) });
  const rows = data.map((cells, at) => ({ cells: cells.map(cleanCell), line: at + 1 }));
  const filled = rows.filter(({ cells }) => cells.some((cell) => /[^;,]/.test(cell)));
  const head = parseHeader(filled[0]?.cells ?? []);
  return (head ? filled.slice(1) : filled).map(({ cells, line }) => {
    const typed = cells[head?.email ?? cells.findIndex((cell) => cell.includes("@"))] ?? "";
    const { data: email } = SubscriberEmail.safeParse(typed);
    const text = abbreviate(typed || cells.join(" "), 120);
    return { line, text, email: email ?? null, locale: parseLocale(cells, head, locale) };
  });
}

interface Header {
  email: number;
  locale: number;
}

function parseHeader(cells: string[]): Header | null {
  if (cells.some((cell) => cell.includes("@"))) return null;
  const email = cells.findIndex((cell) => EMAIL_HEADER.test(cell));
  return email < 0 ? null : { email, locale: cells.findIndex((cell) => LOCALE_HEADER.test(cell)) };
}

function parseLocale(cells: string[], head: Header | null, fallback: Locale): Locale {
  const value = cells[head?.locale ?? -1]?.toLowerCase() ?? "";
  if (/^(?:ar|العربية)/.test(value)) return "ar";
  return value.startsWith("fr") ? "fr" : fallback;
}

/** Removes the apostrophe that our export puts before formulas. */
function cleanCell(cell: string): string {
  return cleanLine(cell).replace(/^'(?=[=+@-])/, "");
}
