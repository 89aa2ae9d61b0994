import { SEARCHES } from "@/app/api/limits";
import { Facets, ProductCard, SearchQuery } from "@/domain/catalogue/schema";
import { search } from "@/domain/search/published";
import { SearchDetails } from "@/domain/search/schema";
import { defineRoute } from "@/lib/http/define-route";
import { ListResponse } from "@/lib/http/respond";

export const GET = defineRoute({
  summary: "Full-text search in French and Arabic, the best match first",
  access: "public",
  limit: SEARCHES,
  query: SearchQuery,
  response: ProductCard,
  isList: true,
  extra: { facets: Facets, ...SearchDetails },
  cacheSeconds: 60,
  handle: async ({ query }) => {
    const { items, pagination, ...details } = await search(query);
    return new ListResponse(items, pagination, details);
  },
});
