import type { Pagination } from "@/lib/lists/pagination";
import type { Facets, ProductCard, ProductQuery, SearchQuery } from "../schema";

export interface Listing {
  items: ProductCard[];
  pagination: Pagination;
  facets: Facets;
}

/** A list of products or of search results. */
export type ListQuery = Omit<ProductQuery, "sort"> & { sort: SearchQuery["sort"] };
