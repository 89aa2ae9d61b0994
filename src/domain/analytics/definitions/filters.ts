import "server-only";
import { type AnalyticsFilter, toFilter } from "../report/filter-schema";
import type { AnalyticsQuery } from "../report/schema";
import { findSegmentFilter } from "./queries";

/** The filters of a page of figures: the values of its address, and its segment. */
export async function listFilters(query: AnalyticsQuery): Promise<AnalyticsFilter[]> {
  const segment = await findSegmentFilter(query.segment);
  return segment ? [toFilter(query), segment] : [toFilter(query)];
}
