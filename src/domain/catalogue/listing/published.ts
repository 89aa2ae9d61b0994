import "server-only";
import { cached } from "@/lib/cache/cache";
import type { Locale } from "@/lib/i18n/locale";
import { getCatalogueIndex } from "../listing-index/current";
import type { ProductQuery } from "../schema";
import { listFromIndex } from "./from-index";
import { listFromSql } from "./from-sql";
import type { Listing } from "./listing";

/** Lists a page of the catalogue with its facets. */
export async function listProducts(query: ProductQuery): Promise<Listing> {
  const index = await getCatalogueIndex();
  return index ? listFromIndex(index, query, null) : listFromSql(query, null);
}

/** The first page of a category without filters, newest first. */
export const listCategoryFirstPage = cached(
  "catalogue",
  "front",
  (category: string, pageSize: number, locale: Locale): Promise<Listing> =>
    listProducts({ page: 1, pageSize, sort: "newest", locale, category: category || undefined }),
);
