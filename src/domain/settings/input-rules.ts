import type { Opening } from "./schema";

/** Returns a French sentence about the hours of one day that overlap or end before they begin, or null. */
export function findHoursProblem(openings: readonly Opening[]): string | null {
  for (const { open, close } of openings) {
    if (close <= open) return `La fermeture (${close}) vient avant l'ouverture (${open}).`;
  }
  const sorted = openings.toSorted((a, b) => a.open.localeCompare(b.open));
  const overlaps = sorted.some(({ open }, at) => at > 0 && open < (sorted[at - 1]?.close ?? ""));
  return overlaps ? "Deux plages se chevauchent : corrigez l'une des deux." : null;
}
