/** Amounts of money, sizes and counts as people type them. Browsers read this file too: nothing here needs Zod. */

import { cleanPlain, toLatinDigits } from "./text";

/** What the column `Decimal(10,2)` holds: the bound of every price, modifier, sum and price filter. */
export const MAX_PRICE = "99999999.99";
/** Above this a price is more often a phone number or a barcode than a price. */
export const HIGH_PRICE = "1000000.00";
export const MAX_STOCK = 1_000_000;

export type AmountProblem = "format" | "decimals" | "negative" | "too-large";

type Parsed = { amount: string } | { problem: AmountProblem };

interface AmountKind {
  maxIntegerDigits: number;
  maxDecimals: number;
  /** Writes all decimals: prices are "12.50", sizes are "1.5". */
  fixedDecimals: boolean;
  isSigned: boolean;
  hasCurrency: boolean;
}

const PRICE: AmountKind = {
  maxIntegerDigits: 8,
  maxDecimals: 2,
  fixedDecimals: true,
  isSigned: false,
  hasCurrency: true,
};
const MODIFIER: AmountKind = { ...PRICE, isSigned: true };
const SIZE: AmountKind = {
  maxIntegerDigits: 7,
  maxDecimals: 3,
  fixedDecimals: false,
  isSigned: false,
  hasCurrency: false,
};

/** "1 250,5", "129.50", "18,50 DH", "١٢٫٥" → `"1250.50"`. "1.500" and "1,234" may mean two things and are refused. */
export const parsePrice = (text: string): Parsed => parseAmount(text, PRICE);

/** As `parsePrice`; may be negative. */
export const parseModifier = (text: string): Parsed => parseAmount(text, MODIFIER);

/** "1,440" → `"1.44"`. Sizes have up to three decimals, so that "1,440" has one meaning only. */
export const parseSize = (text: string): Parsed => parseAmount(text, SIZE);

/** "12", "1 000" → the number. "1e3", "0x10" and "" are no counts. */
export function parseCount(
  text: string,
  max: number,
): { count: number } | { problem: AmountProblem } {
  const typed = normalize(text);
  if (/^-/.test(typed)) return { problem: "negative" };
  if (/^\d+[.,]\d*$/.test(typed)) return { problem: "decimals" };
  const digits = ungroup(typed);
  if (!/^\d+$/.test(digits)) return { problem: "format" };
  const count = digits.length > 15 ? Number.POSITIVE_INFINITY : Number(digits);
  return count > max ? { problem: "too-large" } : { count };
}

const CURRENCY = /\s*(?:mad|dhs?|درهم|د\.م)\.?$/iu;

function parseAmount(text: string, kind: AmountKind): Parsed {
  const plain = normalize(text);
  const typed = kind.hasCurrency ? plain.replace(CURRENCY, "") : plain;
  const [, sign = "", unsigned = ""] = /^([+-]?)\s*(.*)$/su.exec(typed) ?? [];
  const [, grouped = "", decimals = ""] = /^([\d\s]+)(?:[.,](\d+))?$/u.exec(unsigned) ?? [];
  const integer = ungroup(grouped).replace(/^0+(?=\d)/, "");
  const problem = problemOf(sign, integer, decimals, kind);
  if (problem !== null) return { problem };
  const fraction = kind.fixedDecimals
    ? decimals.padEnd(kind.maxDecimals, "0")
    : decimals.replace(/0+$/, "");
  const amount = fraction === "" ? integer : `${integer}.${fraction}`;
  return { amount: sign === "-" && /[1-9]/.test(amount) ? `-${amount}` : amount };
}

function problemOf(
  sign: string,
  integer: string,
  decimals: string,
  kind: AmountKind,
): AmountProblem | null {
  if (!/^\d+$/.test(integer)) return "format";
  if (sign !== "" && !kind.isSigned) return sign === "-" ? "negative" : "format";
  if (decimals.length > kind.maxDecimals) {
    const mayBeThousands = decimals.length === 3 && /^[1-9]\d{0,2}$/.test(integer);
    return mayBeThousands ? "format" : "decimals";
  }
  return integer.length > kind.maxIntegerDigits ? "too-large" : null;
}

/** Whether nothing is typed, or nothing that can be seen. */
export function isBlankAmount(text: string): boolean {
  return normalize(text) === "";
}

/** One kind of digit, blank, separator and minus, and no invisible characters. */
function normalize(text: string): string {
  // Most amounts are written so, and cleaning takes a thousand times as long.
  if (/^[ -~]*$/.test(text)) return text.trim();
  return toLatinDigits(cleanPlain(text))
    .replace(/[\u066b\u060c]/g, ",")
    .replaceAll("\u066c", " ")
    .replace(/[\u2212\u2013\u2010\u2011]/g, "-");
}

/** "1 250" → "1250"; blanks elsewhere than between thousands stay, so that "129 50" is no price of 12 950. */
function ungroup(digits: string): string {
  const trimmed = digits.trim();
  return /^\d{1,3}(?:\s+\d{3})+$/u.test(trimmed) ? trimmed.replace(/\s+/gu, "") : trimmed;
}

/** MAD in centimes, so that sums of prices are exact. */
export function toCentimes(amount: string): number {
  const [, sign = "", integer = "0", decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  const centimes = Number(integer + decimals.slice(0, 2).padEnd(2, "0"));
  return sign === "-" && centimes !== 0 ? -centimes : centimes;
}

export function fromCentimes(centimes: number): string {
  const digits = String(Math.abs(centimes)).padStart(3, "0");
  return `${centimes < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
