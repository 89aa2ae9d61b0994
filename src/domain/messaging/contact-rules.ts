import { internationalDigits, readablePhone } from "@/domain/settings/input-rules";

/** Marks that turn the reading direction of what follows: they make a text read as another than it is. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\ufeff]+/gu;
const CONTROLS_BUT_LINES = /[^\P{Cc}\n\t]|[\p{Zl}\p{Zp}\ufeff]/gu;

/** What was typed into one line, as one line: nothing in it can end a mail's header or turn what stands beside it. */
export function oneLine(typed: string): string {
  return typed
    .replace(TURNING, "")
    .replace(/[\u200e\u200f\u061c]/g, "")
    .replace(CONTROLS, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** A text of several lines with `\n` between them and no more than two empty ones in a row. */
export function severalLines(typed: string): string {
  return typed
    .replace(/\r\n?/g, "\n")
    .replace(TURNING, "")
    .replace(CONTROLS_BUT_LINES, "")
    .replace(/[^\S\n]+$/gmu, "")
    .replace(/\n{4,}/g, "\n\n\n")
    .trim();
}

const FEWEST_DIGITS = 6;

/**
 * "06 61 23 45 67", "+212661234567" or "٠٦٦١٢٣٤٥٦٧" as "+212 661 23 45 67"; numbers of other countries as they were typed.
 * Null for what is no number.
 */
export function customerPhone(typed: string): string | null {
  const line = latinDigits(oneLine(typed));
  const isNumber = /^\+?[\d\s().\-/]+$/u.test(line);
  if (!isNumber || line.replace(/\D/g, "").length < FEWEST_DIGITS) return null;
  const digits = internationalDigits(line);
  return digits?.startsWith("212") && digits.length === 12 ? readablePhone(digits) : line;
}

const ARABIC_ZEROS = [0x660, 0x6f0];

function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = ARABIC_ZEROS.findLast((start) => start <= code) ?? code;
    return String(code - zero);
  });
}

/** "EO-1001" */
export function referenceOf(reference: number): string {
  return `EO-${reference}`;
}
