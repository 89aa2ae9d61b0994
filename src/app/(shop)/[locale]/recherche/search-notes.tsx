import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { clearFilters } from "@/domain/catalogue/listing/url";
import type { SearchDetails } from "@/domain/search/schema";
import { fill } from "@/lib/i18n/fill";
import { BidiText } from "@/ui/bidi-text";
import { ShopLink } from "@/ui/link";
import { buildListingPath, type ListingView } from "../../_components/listing/listing-view";

interface Props {
  view: ListingView;
  searchText: string;
  details: SearchDetails;
}

/** Says how the results differ from the text that was typed. */
export function SearchNotes({ view, searchText, details }: Props) {
  const { locale, state } = view;
  const { search } = getCatalogueDictionary(locale);
  const { correctedQuery, usedSynonyms, isApproximate } = details;
  return (
    <>
      {correctedQuery !== null && (
        <p>
          <ShopLink href={buildListingPath(view, { ...clearFilters(state), exact: true })}>
            <bdi>
              <BidiText text={fill(search.instead, { words: searchText })} lang={locale} />
            </bdi>
          </ShopLink>
        </p>
      )}
      {isApproximate && view.listing.pagination.total > 0 && <p>{search.approximate}</p>}
      {usedSynonyms.length > 0 && (
        <p>
          <bdi>
            <BidiText
              text={fill(search.alsoSearched, {
                words: new Intl.ListFormat(locale).format(usedSynonyms),
              })}
              lang={locale}
            />
          </bdi>
        </p>
      )}
    </>
  );
}
