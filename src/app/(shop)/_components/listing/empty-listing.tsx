import { WhatsAppLink } from "@/app/(shop)/_components/layout/whatsapp-link";
import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { clearFilters, hasFilters } from "@/domain/catalogue/listing/url";
import { ShopLink } from "@/ui/link";
import styles from "./empty-listing.module.css";
import { buildListingPath, type ListingView } from "./listing-view";

interface Props {
  view: ListingView;
}

/** Says why the list is empty and offers a way out. */
export function EmptyListing({ view }: Props) {
  const { empty, list } = getCatalogueDictionary(view.locale);
  const { state, listing } = view;
  const isPastEnd = listing.pagination.total > 0;
  const isFiltered = hasFilters(state);
  const [title, advice] = isPastEnd
    ? [empty.pastEnd, null]
    : isFiltered
      ? [empty.filtered, empty.filteredAdvice]
      : [empty.category, empty.categoryAdvice];
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      {advice && <p>{advice}</p>}
      <div className={styles.actions}>
        {isPastEnd && (
          <ShopLink href={buildListingPath(view, { ...state, page: 1 })} className="button">
            {empty.firstPage}
          </ShopLink>
        )}
        {isFiltered && !isPastEnd && (
          <ShopLink href={buildListingPath(view, clearFilters(state))} className="button">
            {list.clear}
          </ShopLink>
        )}
        {!isPastEnd && <WhatsAppLink {...buildSubject(view)}>{empty.ask}</WhatsAppLink>}
      </div>
    </div>
  );
}

function buildSubject({ locale, path, searchText }: ListingView) {
  return searchText === undefined
    ? { page: "category" as const, locale, category: path.split("/").at(-1) }
    : { page: "search" as const, locale, query: searchText };
}
