import { TZDate } from "@date-fns/tz";
import type { FieldKind } from "@/lib/field-table";
import { SHOP_TIME_ZONE } from "@/lib/format/time-zone";
import { foldWords } from "./fold-words";

/** A problem of a cell. Problems of one `code` are one group of the report; `value` is the text of the cell. */
interface CellProblem {
  code: string;
  message: string;
}

export type ParsedCell = { value: unknown } | { problem: CellProblem };

interface CellType {
  kind: FieldKind;
  choices?: Readonly<Record<string, string>>;
}

const EXCEL_ERROR = /^#(?:REF!|N\/A|VALUE!|VALEUR!|NAME\?|NOM\?|DIV\/0!|NUM!|NOMBRE!|NULL!|NUL!)$/i;
const SCIENTIFIC = /^\d+(?:[.,]\d+)?E\+?\d+$/i;

const TRUE_WORDS = new Set(["oui", "o", "vrai", "yes", "y", "true", "1", "x"]);
const FALSE_WORDS = new Set(["non", "n", "faux", "no", "false", "0"]);

/** Removes the apostrophe that precedes a formula in a CSV file, and line breaks in the style of Windows. */
export function cleanCell(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .trim()
    .replace(/^'(?=[=+\-@])/, "");
}

/** Parses a cell that is not empty to the input of the product's schema, which checks amounts and lengths. */
export function parseCell({ kind, choices }: CellType, text: string): ParsedCell {
  if (EXCEL_ERROR.test(text)) {
    return refuse("excel-error", "Cette cellule contient une erreur d'Excel.");
  }
  if (kind === "flag") return parseFlag(text);
  if (kind === "choice") return parseChoice(choices ?? {}, text);
  if (kind === "date") return parseDate(text);
  if (kind === "shortText" && SCIENTIFIC.test(text)) {
    const message = "Excel a abîmé cette valeur. Mettez la colonne au format Texte et corrigez-la.";
    return refuse("scientific", message);
  }
  return { value: text };
}

const refuse = (code: string, message: string): ParsedCell => ({ problem: { code, message } });

function parseFlag(text: string): ParsedCell {
  const word = foldWords(text);
  if (TRUE_WORDS.has(word)) return { value: true };
  return FALSE_WORDS.has(word) ? { value: false } : refuse("flag", "Écrivez « oui » ou « non ».");
}

function parseChoice(choices: Readonly<Record<string, string>>, text: string): ParsedCell {
  const word = foldWords(text);
  const found = Object.entries(choices).find(
    ([code, label]) => foldWords(label) === word || code.toLowerCase() === text.toLowerCase(),
  );
  if (found) return { value: found[0] };
  return refuse("choice", `Écrivez un de ces mots : ${Object.values(choices).join(", ")}.`);
}

const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?)?$/;
const FRENCH_DATE = /^(\d\d)\/(\d\d)\/(\d{4})(?:\s+(\d\d):(\d\d)(?::\d\d)?)?$/;

function parseDate(text: string): ParsedCell {
  const iso = ISO_DATE.exec(text)?.slice(1).map(Number);
  const french = FRENCH_DATE.exec(text)?.slice(1).map(Number);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] =
    iso ?? (french ? [french[2], french[1], french[0], french[3], french[4]] : []);
  const date = new TZDate(year, month - 1, day, hour || 0, minute || 0, SHOP_TIME_ZONE);
  const isDay =
    date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === day;
  if (year < 1900 || !isDay || date.getHours() !== (hour || 0)) {
    return refuse("date", "Écrivez une date comme 2026-11-30 09:00 ou 30/11/2026 09:00.");
  }
  return { value: new Date(date.getTime()).toISOString() };
}
