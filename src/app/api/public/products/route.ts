import { PUBLIC_READS } from "@/app/api/limits";
import { listProducts } from "@/domain/catalogue/listing/published";
import { Facets, ProductCard, ProductQuery } from "@/domain/catalogue/schema";
import { defineRoute } from "@/lib/http/define-route";
import { ListResponse } from "@/lib/http/respond";

export const GET = defineRoute({
  summary: "Products, filtered and sorted, with facets",
  access: "public",
  limit: PUBLIC_READS,
  query: ProductQuery,
  response: ProductCard,
  isList: true,
  extra: { facets: Facets },
  cacheSeconds: 60,
  handle: async ({ query }) => {
    const { items, pagination, facets } = await listProducts(query);
    return new ListResponse(items, pagination, { facets });
  },
});
