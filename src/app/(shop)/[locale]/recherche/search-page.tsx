import { WhatsAppLink } from "@/app/(shop)/_components/layout/whatsapp-link";
import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { hasFilters } from "@/domain/catalogue/listing/url";
import type { CategoryNode } from "@/domain/catalogue/schema";
import type { SearchDetails } from "@/domain/search/schema";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { BidiText } from "@/ui/bidi-text";
import { ShopLink } from "@/ui/link";
import frame from "@/ui/page-frame.module.css";
import { CategoryChips } from "../../_components/listing/category-chips";
import { Listing } from "../../_components/listing/listing";
import type { ListingView } from "../../_components/listing/listing-view";
import { SearchForm } from "../../_components/search/search-form";
import { SearchNotes } from "./search-notes";
import styles from "./search-page.module.css";

interface Props {
  locale: Locale;
  searchText: string;
  /** Null before the first search. */
  view: ListingView | null;
  details: SearchDetails | null;
  categories: CategoryNode[];
  /** Popular searches. */
  popular: readonly string[];
}

export function SearchPage(props: Props) {
  const { locale, searchText, view, details } = props;
  const text = getCatalogueDictionary(locale).search;
  const isFound = view !== null && (view.listing.pagination.total > 0 || hasFilters(view.state));
  return (
    <div className={`${frame.frame} ${styles.page} ph-no-capture`}>
      <div className={styles.intro} data-hero-search>
        <h1>
          {view ? (
            <bdi>
              <BidiText
                text={fill(text.headingFor, { words: details?.correctedQuery ?? searchText })}
                lang={locale}
              />
            </bdi>
          ) : (
            text.heading
          )}
        </h1>
        {view && details && <SearchNotes view={view} searchText={searchText} details={details} />}
        {/* The key shows the text of each search, also when the page stays. */}
        <SearchForm key={searchText} locale={locale} id="q-page" defaultValue={searchText} />
        {!view && (
          <p>
            <BidiText text={text.hint} lang={locale} />
          </p>
        )}
      </div>
      {isFound && <Listing view={view} />}
      {view && !isFound && <NothingFound {...props} />}
      {!isFound && <Ideas {...props} />}
    </div>
  );
}

function NothingFound({ locale, searchText }: Props) {
  const { search, empty } = getCatalogueDictionary(locale);
  const contact = `/contact?${new URLSearchParams({ recherche: searchText })}`;
  return (
    <section className={styles.nothing} aria-labelledby="rien">
      <h2 id="rien">
        <BidiText text={fill(search.none, { words: searchText })} lang={locale} />
      </h2>
      <ul>
        {search.advice.map((advice) => (
          <li key={advice}>
            <BidiText text={advice} lang={locale} />
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <WhatsAppLink page="search" locale={locale} query={searchText}>
          {empty.ask}
        </WhatsAppLink>
        <ShopLink href={localPath(locale, contact)} className="button" data-variant="quiet">
          {search.contact}
        </ShopLink>
      </div>
    </section>
  );
}

function Ideas({ locale, categories, popular }: Props) {
  const { search } = getCatalogueDictionary(locale);
  return (
    <>
      <section className={styles.ideas} aria-labelledby="souvent">
        <h2 id="souvent">{search.popular}</h2>
        <ul data-plain>
          {popular.map((suggestion) => (
            <li key={suggestion}>
              <ShopLink
                href={localPath(locale, `/recherche?${new URLSearchParams({ q: suggestion })}`)}
                className="button"
                data-variant="quiet"
                data-size="small"
              >
                <BidiText text={suggestion} lang={locale} />
              </ShopLink>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.ideas} aria-labelledby="rayons">
        <h2 id="rayons">{search.categories}</h2>
        <CategoryChips locale={locale} label={search.categories} categories={categories} />
      </section>
    </>
  );
}
