import { internationalDigits, readablePhone } from "@/domain/settings/input-rules";
import { cleanLine, latinDigits } from "@/lib/text";

const FEWEST_DIGITS = 6;

/**
 * "06 61 23 45 67", "+212661234567" or "٠٦٦١٢٣٤٥٦٧" as "+212 661 23 45 67"; numbers of other countries as they were typed.
 * Null for what is no number.
 */
export function customerPhone(typed: string): string | null {
  const line = latinDigits(cleanLine(typed));
  const isNumber = /^\+?[\d\s().\-/]+$/u.test(line);
  if (!isNumber || line.replace(/\D/g, "").length < FEWEST_DIGITS) return null;
  const digits = internationalDigits(line);
  return digits?.startsWith("212") && digits.length === 12 ? readablePhone(digits) : line;
}

/** "EO-1001" */
export function referenceOf(reference: number): string {
  return `EO-${reference}`;
}
