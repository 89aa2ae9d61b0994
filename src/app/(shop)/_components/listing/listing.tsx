import { formatCount, getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { ProductGrid } from "../product/product-grid";
import { EmptyListing } from "./empty-listing";
import { FilterChips } from "./filters/filter-chips";
import { FilterSheet } from "./filters/filter-sheet";
import styles from "./listing.module.css";
import { ListingNavigation } from "./listing-navigation";
import { ListingPages } from "./listing-pages";
import { ListingToolbar } from "./listing-toolbar";
import { buildListingPath, type ListingView } from "./listing-view";

const GRID_SIZES = "(width >= 80rem) 19rem, (width >= 64rem) 23vw, (width >= 40rem) 31vw, 46vw";

interface Props {
  view: ListingView;
}

/** Facets, products and pagination of a category or a search. */
export function Listing({ view }: Props) {
  const { locale, listing, state, searchText } = view;
  const { list } = getCatalogueDictionary(locale);
  const { total } = listing.pagination;
  const count = formatCount(total, locale, searchText === undefined ? list.products : list.found);
  return (
    <ListingNavigation
      address={buildListingPath(view, state)}
      announcement={count}
      className={styles.listing}
    >
      <FilterSheet view={view} />
      <div className={styles.results}>
        <ListingToolbar view={view} count={count} />
        <FilterChips view={view} />
        {listing.items.length === 0 ? (
          <EmptyListing view={view} />
        ) : (
          <ProductGrid
            locale={locale}
            products={listing.items}
            sizes={GRID_SIZES}
            priority={3}
            headingLevel={2}
          />
        )}
        <ListingPages view={view} />
      </div>
    </ListingNavigation>
  );
}
