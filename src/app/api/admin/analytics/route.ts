import { listFilters } from "@/domain/analytics/definitions/filters";
import { getAnalytics } from "@/domain/analytics/report/queries";
import { AnalyticsQuery, AnalyticsReport } from "@/domain/analytics/report/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary:
    "Figures of a period with their comparison: visits, products, searches, sources, requests and sales",
  access: "analytics.read",
  query: AnalyticsQuery,
  response: AnalyticsReport,
  handle: async ({ query }) => getAnalytics({ period: query, filters: await listFilters(query) }),
});
