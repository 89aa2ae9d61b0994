import { toListParams, withParams } from "@/app/admin/_components/lists/list-query";
import type { FilterProperty } from "@/domain/analytics/report/filter-schema";
import type { AnalyticsQuery } from "@/domain/analytics/report/schema";

export const ANALYTICS_PATH = "/admin/analytics";

const DEFAULTS = { period: "30", compare: "previous" } as const;

export const toAnalyticsParams = (query: AnalyticsQuery) => toListParams(query, DEFAULTS);

export function buildAnalyticsUrl(
  query: AnalyticsQuery,
  change: Partial<AnalyticsQuery> = {},
  path: string = ANALYTICS_PATH,
): string {
  return withParams(path, toAnalyticsParams({ ...query, ...change }));
}

/** The address of the same figures, filtered by one more value. */
export function buildFilterUrl(
  query: AnalyticsQuery,
  property: FilterProperty,
  value: string,
): string {
  return withParams(ANALYTICS_PATH, { ...toAnalyticsParams(query), [property]: value });
}

export function buildExportUrl(query: AnalyticsQuery, card: string): string {
  return withParams("/api/admin/analytics/export", { card, ...toAnalyticsParams(query) });
}
