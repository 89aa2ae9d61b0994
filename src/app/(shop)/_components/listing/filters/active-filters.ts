import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { type ListingState, withoutFilters, withoutOption } from "@/domain/catalogue/listing/url";
import { localText } from "@/domain/catalogue/rules";
import { isolateText } from "@/lib/format/bidi";
import { formatPrice } from "@/lib/format/format";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import type { ListingView, Sort } from "../listing-view";

export interface ActiveFilter {
  label: string;
  lang: Locale;
  /** The state of the list without this filter. */
  rest: ListingState<Sort>;
}

/** Lists the active filters with their labels in the page's language. */
export function listActiveFilters(view: ListingView): ActiveFilter[] {
  const { locale, state, listing } = view;
  const { list } = getCatalogueDictionary(locale);
  const options = Object.entries(state.option ?? {}).flatMap(([name, chosen]) => {
    const values = listing.facets.options.find((group) => group.name === name)?.values;
    return chosen.map((value): ActiveFilter => {
      const arabic = locale === "ar" && values?.find((entry) => entry.value === value)?.valueAr;
      return {
        label: isolateText({ text: arabic || value, lang: arabic ? "ar" : "fr" }, locale),
        lang: arabic ? "ar" : "fr",
        rest: withoutOption(state, name, value),
      };
    });
  });
  const flags = (["inStock", "featured", "new"] as const)
    .filter((flag) => state[flag])
    .map(
      (flag): ActiveFilter => ({
        label: list[flag],
        lang: locale,
        rest: withoutFilters(state, flag),
      }),
    );
  const price = formatPriceRange(state, locale);
  const bounds: ActiveFilter[] = price
    ? [{ label: price, lang: locale, rest: withoutFilters(state, "minPrice", "maxPrice") }]
    : [];
  return [listCategoryFilters(view), options, flags, bounds].flat();
}

function listCategoryFilters({ locale, state, listing }: ListingView): ActiveFilter[] {
  const { category: slug } = state;
  if (slug === undefined) return [];
  const category = listing.facets.categories.find((candidate) => candidate.slug === slug);
  const { text, lang } = localText(category ?? { name: slug, nameAr: null }, "name", locale);
  const rest = withoutFilters(state, "category");
  return [{ label: isolateText({ text, lang }, locale), lang, rest }];
}

function formatPriceRange({ minPrice, maxPrice }: ListingState, locale: Locale): string | null {
  const { list } = getCatalogueDictionary(locale);
  const price = (amount: number) => formatPrice(String(amount), locale);
  if (minPrice !== undefined && maxPrice !== undefined) {
    return `${price(minPrice)} – ${price(maxPrice)}`;
  }
  if (minPrice !== undefined) return fill(list.priceFrom, { price: price(minPrice) });
  return maxPrice === undefined ? null : fill(list.priceTo, { price: price(maxPrice) });
}
