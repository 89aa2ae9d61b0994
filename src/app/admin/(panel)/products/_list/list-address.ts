import type { StaffProductQuery } from "@/domain/catalogue/products/schema";
import { lookup } from "@/lib/lookup";

export const LIST_PATH = "/admin/products";
export const PAGE_SIZES = [20, 50, 100] as const;

const DEFAULTS: Partial<Record<keyof StaffProductQuery, unknown>> = {
  sort: "updated",
  page: 1,
  pageSize: 20,
};

/** Returns the query as URL parameters, without default values. */
function toUrlParams(query: StaffProductQuery): Record<string, string> {
  const entries = Object.entries(query).filter(
    ([name, value]) => value !== undefined && value !== "" && value !== lookup(DEFAULTS, name),
  );
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value === true ? "1" : String(value)]),
  );
}

/** Builds the URL of the list with a changed query. A change that sets no page starts at the first page. */
export function buildListUrl(query: StaffProductQuery, change: Partial<StaffProductQuery>): string {
  const next = { ...query, page: 1, ...change };
  const params = new URLSearchParams(toUrlParams(next));
  return params.size > 0 ? `${LIST_PATH}?${params}` : LIST_PATH;
}

const NON_FILTER_PARAMS = new Set(["sort", "order", "page", "pageSize"]);

/** Returns only the filters, as the `filter` of a bulk selection. */
export function toFilterParams(query: StaffProductQuery): Record<string, string> {
  return Object.fromEntries(
    Object.entries(toUrlParams(query)).filter(([name]) => !NON_FILTER_PARAMS.has(name)),
  );
}

export function hasFilter(query: StaffProductQuery): boolean {
  return Object.keys(toFilterParams(query)).length > 0;
}
