import { toListParams, withParams } from "@/app/admin/_components/lists/list-query";
import type { ReportQuery } from "@/domain/search/report/schema";

export const SEARCH_PATH = "/admin/search";
export const FIGURES_PATH = "/admin/search/figures";

export function buildReportUrl(path: string, query: ReportQuery): string {
  return withParams(path, toListParams(query, { days: 30 }));
}

/** The form of a new product with its name filled in. */
export function buildNewProductUrl(name: string): string {
  return withParams("/admin/products/new", { name });
}
