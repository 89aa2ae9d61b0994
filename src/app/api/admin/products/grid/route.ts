import { listGridProducts } from "@/domain/catalogue/product-list/grid-queries";
import { GridProducts } from "@/domain/catalogue/product-list/grid-schema";
import { StaffProductFilters } from "@/domain/catalogue/products/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Read the prices, stock and short texts of all products of a filter",
  access: "products.import",
  query: StaffProductFilters.strict(),
  response: GridProducts,
  handle: ({ query }) => listGridProducts(query),
});
