import "server-only";
import { createHash } from "node:crypto";
import { listCategories } from "@/domain/catalogue/listing/categories-published";
import { type Listing, searchProducts } from "@/domain/catalogue/listing/published";
import { listWithDescendants } from "@/domain/catalogue/rules";
import type { CategoryNode, SearchQuery } from "@/domain/catalogue/schema";
import type { SearchDetails, Suggestions, SuggestQuery } from "./schema";

export interface SearchAnswer extends Listing, SearchDetails {}

/** Searches products, best match first unless the query names another order. */
export async function search(query: SearchQuery): Promise<SearchAnswer> {
  const listing = await searchProducts(query);
  return {
    ...listing,
    correctedQuery: null,
    usedSynonyms: [],
    isApproximate: false,
    searchId: buildSearchId(query),
  };
}

/** Completes a text that is being typed. */
export async function suggest({ q, locale }: SuggestQuery): Promise<Suggestions> {
  const searchId = buildSearchId({ q, locale });
  const tree = await listCategories();
  if (q === "") {
    const categories = tree.map(toSuggestedCategory);
    return { queries: [], categories, products: [], total: 0, correctedQuery: null, searchId };
  }
  const query = { q, locale, page: 1, pageSize: 5, sort: "relevance" } as const;
  const { items, pagination } = await searchProducts(query);
  const typed = q.toLowerCase();
  const categories = tree
    .flatMap(listWithDescendants)
    .filter(({ name, nameAr }) => `${name} ${nameAr ?? ""}`.toLowerCase().includes(typed))
    .slice(0, 2);
  return {
    queries: [],
    categories: categories.map(toSuggestedCategory),
    products: items.map(({ slug, name, nameAr, price, priceFrom, saleUnit, image }) => {
      const thumbnail = image && { url: image.url, width: image.width, height: image.height };
      return { slug, name, nameAr, price, priceFrom, saleUnit, image: thumbnail };
    }),
    total: pagination.total,
    correctedQuery: null,
    searchId,
  };
}

function toSuggestedCategory({ slug, name, nameAr, productCount }: CategoryNode) {
  return { slug, name, nameAr, productCount };
}

/** Derived from the query only, because the cached response is shared by all clients with the same query. */
function buildSearchId(query: object): string {
  return `srch_${createHash("sha256").update(JSON.stringify(query)).digest("base64url").slice(0, 16)}`;
}
