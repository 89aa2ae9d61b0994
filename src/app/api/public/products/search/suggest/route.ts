import { SUGGESTIONS } from "@/app/api/limits";
import { suggest } from "@/domain/search/published";
import { Suggestions, SuggestQuery } from "@/domain/search/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Completes a search while it is typed",
  access: "public",
  limit: SUGGESTIONS,
  query: SuggestQuery,
  response: Suggestions,
  cacheSeconds: 60,
  handle: ({ query }) => suggest(query),
});
