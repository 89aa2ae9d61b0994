import { ignoreSearch } from "@/domain/search/report/commands";
import { IgnoredSearch, IgnoreInput } from "@/domain/search/report/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Remove a search from the list of searches without result",
  access: "search.write",
  body: IgnoreInput,
  response: IgnoredSearch,
  status: 201,
  handle: ({ actor, body }) => ignoreSearch(actor, body),
});
