import { WhatsAppLink } from "@/app/(shop)/_components/layout/whatsapp-link";
import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { clearFilters, hasFilters } from "@/domain/catalogue/listing/url";
import { fill } from "@/lib/i18n/fill";
import { ShopLink } from "@/ui/link";
import styles from "./empty-listing.module.css";
import { buildListingPath, type ListingView } from "./listing-view";

interface Props {
  view: ListingView;
  name: string;
  whatsapp: string;
}

/** Says why the list is empty and offers a way out. */
export function EmptyListing({ view, name, whatsapp }: Props) {
  const { empty, list, search } = getCatalogueDictionary(view.locale);
  const { state, listing, searchText } = view;
  const isPastEnd = listing.pagination.total > 0;
  const isFiltered = hasFilters(state);
  const message =
    searchText === undefined
      ? fill(empty.askMessage, { name })
      : fill(search.askMessage, { words: searchText });
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
        {!isPastEnd && (
          <WhatsAppLink number={whatsapp} message={message}>
            {empty.ask}
          </WhatsAppLink>
        )}
      </div>
    </div>
  );
}
