import {
  getSearchFigures,
  listIgnoredSearches,
  listTopSearches,
  listUnansweredSearches,
} from "@/domain/search/report/queries";
import { ReportQuery, SearchReport } from "@/domain/search/report/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Figures of the searches of a period, and the searches without result",
  access: "search.read",
  query: ReportQuery,
  response: SearchReport,
  handle: async ({ query }) => ({
    figures: await getSearchFigures(query),
    topSearches: await listTopSearches(query),
    unanswered: await listUnansweredSearches(query),
    ignored: await listIgnoredSearches(),
  }),
});
