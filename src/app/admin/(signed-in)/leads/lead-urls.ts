import { toListParams, withParams } from "@/app/admin/_components/lists/list-query";
import type { LeadQuery } from "@/domain/messaging/leads/schema";

export const LEADS_PATH = "/admin/leads";

const DEFAULTS: Partial<LeadQuery> = { page: 1, pageSize: 20 };

/** `change` applies on top of `query`; the list starts at the first page unless `change` names one. */
export function buildLeadsUrl(query: LeadQuery, change: Partial<LeadQuery> = {}): string {
  return withParams(LEADS_PATH, toListParams({ ...query, page: 1, ...change }, DEFAULTS));
}

/** The CSV file of all leads of the list. */
export function buildLeadExportUrl({ page: _, pageSize: __, ...filters }: LeadQuery): string {
  return withParams("/api/admin/leads", toListParams({ ...filters, format: "csv" }, {}));
}

/** Whether the list shows a part of a status only. */
export function hasLeadFilters({ q, kind, product, period, late }: LeadQuery): boolean {
  return [q, kind, product, period, late].some((value) => value !== undefined);
}
