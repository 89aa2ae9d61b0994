import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { listCategories } from "@/domain/catalogue/listing/categories-published";
import { hasFilters, parseSearch, type RawParams } from "@/domain/catalogue/listing/url";
import { PRODUCT_SORTS } from "@/domain/catalogue/schema";
import { search, suggest } from "@/domain/search/published";
import { MAX_QUERY_LENGTH } from "@/domain/search/schema";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { cleanPlain, truncate } from "@/lib/input/text";
import { PAGE_SIZE } from "../../_components/listing/listing-view";
import { buildPageMetadata } from "../../_components/page/metadata";
import { type LocaleParams, readLocale } from "../../_components/page/page-locale";
import { SearchRecorder } from "../../_components/search/search-recorder";
import { SearchPage } from "./search-page";

interface Props extends LocaleParams {
  searchParams: Promise<RawParams>;
}

const SORTS = ["relevance", ...PRODUCT_SORTS] as const;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, searchText } = await readRequest(props);
  const { title, titleFor, description } = getCatalogueDictionary(locale).search;
  return buildPageMetadata({
    locale,
    path: "/recherche",
    title: searchText ? fill(titleFor, { words: searchText }) : title,
    description,
  });
}

export default async function Page(props: Props) {
  const { locale, searchText, raw } = await readRequest(props);
  const [categories, popular] = await Promise.all([listCategories(), listPopularSearches(locale)]);
  const shop = { locale, searchText, categories, popular };
  if (searchText === "") return <SearchPage {...shop} view={null} details={null} />;
  const state = parseSearch(raw, SORTS);
  const listing = await search({ ...state, q: searchText, pageSize: PAGE_SIZE, locale });
  if (listing.redirectTo) redirect(localPath(locale, listing.redirectTo));
  return (
    <>
      <SearchRecorder
        q={searchText}
        total={listing.pagination.total}
        isApproximate={listing.isApproximate}
        correctedQuery={listing.correctedQuery}
        isFiltered={hasFilters(state)}
        firstPosition={(state.page - 1) * PAGE_SIZE + 1}
      />
      <SearchPage
        {...shop}
        view={{ locale, path: "/recherche", searchText, state, sorts: SORTS, listing }}
        details={listing}
      />
    </>
  );
}

/** The searches that customers make most; those of the dictionary as long as none are counted. */
async function listPopularSearches(locale: Locale): Promise<readonly string[]> {
  const { queries } = await suggest({ q: "", locale });
  return queries.length > 0 ? queries : getCatalogueDictionary(locale).search.suggestions;
}

async function readRequest({ params, searchParams }: Props) {
  const [locale, raw] = await Promise.all([readLocale({ params }), searchParams]);
  return { locale, raw, searchText: readSearchText(raw.q) };
}

/** Cleans and truncates the text instead of refusing it: the page must answer any address. */
function readSearchText(q: string | string[] | undefined): string {
  const [text = ""] = [q ?? []].flat();
  return truncate(cleanPlain(text.replace(/\p{Surrogate}/gu, "")), MAX_QUERY_LENGTH).trim();
}
