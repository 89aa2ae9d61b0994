import { createHash } from "node:crypto";
import { z } from "zod";
import { SEARCHES } from "@/app/api/limits";
import { searchProducts } from "@/domain/catalogue/listing/published";
import { Facets, ProductCard, SearchQuery } from "@/domain/catalogue/schema";
import { defineRoute } from "@/lib/http/define-route";
import { ListResponse } from "@/lib/http/respond";

export const GET = defineRoute({
  summary: "Full-text search in French and Arabic, the best match first",
  access: "public",
  limit: SEARCHES,
  query: SearchQuery,
  response: ProductCard,
  isList: true,
  extra: {
    facets: Facets,
    correctedQuery: z.string().nullable(),
    usedSynonyms: z.array(z.string()),
    searchId: z.string(),
  },
  cacheSeconds: 60,
  handle: async ({ query }) => {
    const { items, pagination, facets } = await searchProducts(query);
    const searchId = buildSearchId(query);
    return new ListResponse(items, pagination, {
      facets,
      correctedQuery: null,
      usedSynonyms: [],
      searchId,
    });
  },
});

/** Derived from the query only, because the cached response is shared by all clients with the same query. */
function buildSearchId({ page: _, ...query }: SearchQuery): string {
  return `srch_${createHash("sha256").update(JSON.stringify(query)).digest("base64url").slice(0, 16)}`;
}
