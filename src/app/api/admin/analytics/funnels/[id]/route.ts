import { listFilters } from "@/domain/analytics/definitions/filters";
import { findFunnel } from "@/domain/analytics/definitions/queries";
import { getFunnelResult } from "@/domain/analytics/funnels/queries";
import { FunnelResult } from "@/domain/analytics/funnels/schema";
import { AnalyticsQuery } from "@/domain/analytics/report/schema";
import { RecordParams } from "@/domain/catalogue/products/input";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary:
    "Count the steps of a funnel for a period and a filter; `defaut` is the funnel of every shop",
  access: "analytics.read",
  params: RecordParams,
  query: AnalyticsQuery,
  response: FunnelResult,
  handle: async ({ params, query }) => {
    const funnel = await findFunnel(params.id);
    if (!funnel) throw new AppError("NOT_FOUND");
    return getFunnelResult(funnel.definition, { period: query, filters: await listFilters(query) });
  },
});
