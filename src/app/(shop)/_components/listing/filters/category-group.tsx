import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { localText } from "@/domain/catalogue/rules";
import { isolateText } from "@/lib/format/bidi";
import type { ListingView } from "../listing-view";
import { FilterGroup } from "./filter-group";
import { FilterOption } from "./filter-option";

/** Narrows a search to one category; absent where there is nothing to choose. */
export function CategoryGroup({ view }: { view: ListingView }) {
  const { locale, state, listing } = view;
  const { list } = getCatalogueDictionary(locale);
  const { categories } = listing.facets;
  if (categories.length < 2 && state.category === undefined) return null;
  const all = (
    <FilterOption
      key=""
      type="radio"
      name="category"
      value=""
      label={list.allCategories}
      checked={state.category === undefined}
    />
  );
  const options = categories.map((category) => {
    const name = localText(category, "name", locale);
    return (
      <FilterOption
        key={category.slug}
        type="radio"
        name="category"
        value={category.slug}
        label={isolateText(name, locale)}
        lang={name.lang}
        count={category.count}
        checked={category.selected}
      />
    );
  });
  return (
    <FilterGroup
      locale={locale}
      name="category"
      legend={list.categories}
      options={[all, options].flat()}
      lastSelected={categories.findLastIndex(({ selected }) => selected) + 1}
    />
  );
}
