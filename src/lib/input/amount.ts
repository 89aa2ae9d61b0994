/** Parses amounts of money, sizes and counts from user input. Browsers load this file, so it must not import Zod. */

import { cleanPlain, toLatinDigits } from "./text";

/** The maximum of a `Decimal(10,2)` column, for prices, modifiers, sums and price filters. */
export const MAX_PRICE = "99999999.99";
/** A higher price is more likely a phone number or a barcode. */
export const HIGH_PRICE = "1000000.00";
export const MAX_STOCK = 1_000_000;

export type AmountProblem = "format" | "decimals" | "negative" | "too-large";

type Parsed = { amount: string } | { problem: AmountProblem };

interface AmountKind {
  maxIntegerDigits: number;
  maxDecimals: number;
  /** Pads the decimals: prices are "12.50", sizes are "1.5". */
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

/** "1 250,5" → `"1250.50"`, "18,50 DH" → `"18.50"`, "١٢٫٥" → `"12.50"`. Rejects "1.500" and "1,234", which are ambiguous. */
export const parsePrice = (text: string): Parsed => parseAmount(text, PRICE);

/** As `parsePrice`; may be negative. */
export const parseModifier = (text: string): Parsed => parseAmount(text, MODIFIER);

/** "1,440" → `"1.44"`. Not ambiguous, since sizes have up to three decimals. */
export const parseSize = (text: string): Parsed => parseAmount(text, SIZE);

/** Accepts "12" and "1 000"; rejects "1e3", "0x10" and "". */
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
  const problem = findProblem(sign, integer, decimals, kind);
  if (problem !== null) return { problem };
  const fraction = kind.fixedDecimals
    ? decimals.padEnd(kind.maxDecimals, "0")
    : decimals.replace(/0+$/, "");
  const amount = fraction === "" ? integer : `${integer}.${fraction}`;
  return { amount: sign === "-" && /[1-9]/.test(amount) ? `-${amount}` : amount };
}

function findProblem(
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

/** Whether a text is empty or has no visible characters. */
export function isBlankAmount(text: string): boolean {
  return normalize(text) === "";
}

/** Converts digits, spaces, separators and minus signs to ASCII and removes invisible characters. */
function normalize(text: string): string {
  // Fast path: most amounts are ASCII, and cleaning takes a thousand times as long.
  if (/^[ -~]*$/.test(text)) return text.trim();
  return toLatinDigits(cleanPlain(text))
    .replace(/[\u066b\u060c]/g, ",")
    .replaceAll("\u066c", " ")
    .replace(/[\u2212\u2013\u2010\u2011]/g, "-");
}

/** "1 250" → "1250". Other spaces stay, so that "129 50" is not read as 12 950. */
function ungroup(digits: string): string {
  const trimmed = digits.trim();
  return /^\d{1,3}(?:\s+\d{3})+$/u.test(trimmed) ? trimmed.replace(/\s+/gu, "") : trimmed;
}

/** MAD to integer centimes, for exact sums. */
export function toCentimes(amount: string): number {
  const [, sign = "", integer = "0", decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  const centimes = Number(integer + decimals.slice(0, 2).padEnd(2, "0"));
  return sign === "-" && centimes !== 0 ? -centimes : centimes;
}

export function fromCentimes(centimes: number): string {
  const digits = String(Math.abs(centimes)).padStart(3, "0");
  return `${centimes < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
