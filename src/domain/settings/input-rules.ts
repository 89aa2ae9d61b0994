import type { Opening } from "./schema";

const NATIONAL = /^0?([5-8]\d{8})$/;

/** "0524 88 12 34" or "+212 524 88 12 34" as its digits with the country's, `null` for what is no number. */
export function internationalDigits(typed: string): string | null {
  const compact = typed.replace(/[\s().\-/\u00a0\u202f]/g, "");
  const national = NATIONAL.exec(compact)?.[1];
  if (national) return `212${national}`;
  const digits = /^(?:\+|00)?(\d{8,15})$/.exec(compact)?.[1];
  if (!digits || digits.startsWith("0")) return null;
  return digits.replace(/^2120(?=[5-8]\d{8}$)/, "212");
}

/** For people to read: "+212 524 88 12 34". Foreign numbers stay together. */
export function readablePhone(digits: string): string {
  const [, area, ...pairs] = /^212(\d{3})(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? [];
  return area ? `+212 ${area} ${pairs.join(" ")}` : `+${digits}`;
}

/** What is wrong with the hours of one day, as a sentence; null when nothing is. */
export function hoursProblem(openings: readonly Opening[]): string | null {
  for (const { open, close } of openings) {
    if (close <= open) return `La fermeture (${close}) vient avant l'ouverture (${open}).`;
  }
  const sorted = openings.toSorted((a, b) => a.open.localeCompare(b.open));
  const overlaps = sorted.some(({ open }, at) => at > 0 && open < (sorted[at - 1]?.close ?? ""));
  return overlaps ? "Deux plages se chevauchent : corrigez l'une des deux." : null;
}
