import type { Listing } from "@/domain/catalogue/listing/listing";
import { buildListingQuery, type ListingState } from "@/domain/catalogue/listing/url";
import type { SearchQuery } from "@/domain/catalogue/schema";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";

export type Sort = SearchQuery["sort"];

/** Divisible by two, three and four columns. */
export const PAGE_SIZE = 24;

export interface ListingView {
  locale: Locale;
  /** Without the language and the query: "/catalogue/wc". */
  path: string;
  /** The customer's search text; undefined in a category. */
  searchText?: string;
  state: ListingState<Sort>;
  /** The first is the default, which the address omits. */
  sorts: readonly [Sort, ...Sort[]];
  listing: Listing;
}

export function buildListingPath(
  view: Omit<ListingView, "listing">,
  state: ListingState<Sort>,
): string {
  const { locale, path, searchText, sorts } = view;
  return localPath(locale, path + buildListingQuery(state, sorts[0], searchText));
}
