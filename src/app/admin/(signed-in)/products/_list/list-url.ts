import { toListParams, withParams } from "@/app/admin/_components/lists/list-query";
import type { StaffProductQuery } from "@/domain/catalogue/products/schema";

export const LIST_PATH = "/admin/products";
export const PAGE_SIZES = [20, 50, 100] as const;

const DEFAULTS: Partial<StaffProductQuery> = {
  sort: "updated",
  page: 1,
  pageSize: 20,
};

/** Builds the URL of the list with a changed query. A change that sets no page starts at the first page. */
export function buildListUrl(query: StaffProductQuery, change: Partial<StaffProductQuery>): string {
  return withParams(LIST_PATH, toListParams({ ...query, page: 1, ...change }, DEFAULTS));
}

const NON_FILTER_PARAMS = new Set(["sort", "order", "page", "pageSize"]);

/** Returns only the filters, as the `filter` of a bulk selection. */
export function toFilterParams(query: StaffProductQuery): Record<string, string> {
  return Object.fromEntries(
    Object.entries(toListParams(query, DEFAULTS)).filter(([name]) => !NON_FILTER_PARAMS.has(name)),
  );
}

export function hasFilter(query: StaffProductQuery): boolean {
  return Object.keys(toFilterParams(query)).length > 0;
}
