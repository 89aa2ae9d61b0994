import type { Interval } from "@/domain/analytics/experiments/schema";
import { formatNumber } from "@/lib/format/format";

/** In percent with one decimal. */
const round = (share: number) => Math.round(share * 1_000) / 10;

/** "12,5 %". */
export function formatRate(rate: number): string {
  return `${formatNumber(round(rate))} %`;
}

/** "+2,5 points". */
export function formatPoints(difference: number): string {
  const points = round(difference);
  return `${formatSigned(points)} ${Math.abs(points) < 2 ? "point" : "points"}`;
}

/** "de -0,4 à +5,3". */
export function formatInterval({ low, high }: Interval): string {
  return `de ${formatSigned(round(low))} à ${formatSigned(round(high))}`;
}

function formatSigned(points: number): string {
  const figure = formatNumber(Math.abs(points));
  if (points === 0) return figure;
  return points > 0 ? `+${figure}` : `−${figure}`;
}
