import type { AnalyticsReport } from "@/domain/analytics/report/schema";
import { formatDay } from "@/lib/format/format";

type Period = Pick<AnalyticsReport["period"], "span" | "compared">;

/** "Du 1er nov. 2026 au 30 nov. 2026, comparé à la période du 2 oct. 2026 au 31 oct. 2026.", or dates of one day. */
export function formatSpans({ span, compared }: Period): string {
  const own = isDay(span) ? `Le ${formatDay(span.first)}` : `Du ${formatRange(span)}`;
  if (!compared) return `${own}.`;
  const other = isDay(compared)
    ? `au ${formatDay(compared.first)}`
    : `à la période du ${formatRange(compared)}`;
  return `${own}, comparé ${other}.`;
}

const isDay = ({ first, last }: Period["span"]) => first === last;
const formatRange = ({ first, last }: Period["span"]) =>
  `${formatDay(first)} au ${formatDay(last)}`;
