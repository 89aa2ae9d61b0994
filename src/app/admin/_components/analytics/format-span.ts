import type { AnalyticsReport } from "@/domain/analytics/report/schema";
import { formatDay } from "@/lib/format/format";

/** "du 1 nov. 2026 au 30 nov. 2026", or one date. */
export function formatSpan({ first, last }: AnalyticsReport["period"]["span"]): string {
  return first === last ? formatDay(first) : `du ${formatDay(first)} au ${formatDay(last)}`;
}
