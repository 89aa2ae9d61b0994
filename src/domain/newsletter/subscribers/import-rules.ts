import Papa from "papaparse";
import type { Locale } from "@/lib/i18n/locale";
import { abbreviate, cleanLine } from "@/lib/input/text";
import { SubscriberEmail } from "../schema";

export interface ImportLine {
  /** As a text editor counts them. */
  line: number;
  text: string;
  /** Null where there is no address in it. */
  email: string | null;
  locale: Locale;
}

const EMAIL_HEADER = /^(?:e-?mails?|courriels?|mail|adresse.*|البريد.*)$/i;
const LOCALE_HEADER = /^(?:langue|language|locale|lang|اللغة)$/i;

/** One address a line, or a table of any of the usual separators, with or without a first line of names. */
export function parseImport(csv: string, locale: Locale): ImportLine[] {
  const text = csv.replace(/^\uFEFF/, "");
  const { data } = Papa.parse<string[]>(text, { delimiter: detectSeparator(text) });
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

/** By the first line that says something: guesses over all of them fail where one line is odd. */
function detectSeparator(csv: string): string {
  const first = csv.split(/\r\n|\n|\r/, 100).find((line) => line.trim() !== "") ?? "";
  const counts = [";", "\t", ","].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.reduce((a, b) => (b.count > a.count ? b : a)).sign;
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

function parseLocale(cells: string[], head: Header | null, otherwise: Locale): Locale {
  const said = cells[head?.locale ?? -1]?.toLowerCase() ?? "";
  if (/^(?:ar|العربية)/.test(said)) return "ar";
  return said.startsWith("fr") ? "fr" : otherwise;
}

/** Our own export puts an apostrophe before what a spreadsheet would take for a formula. */
function cleanCell(cell: string): string {
  return cleanLine(cell).replace(/^'(?=[=+@-])/, "");
}
