import { formatCount, getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { hasFilters } from "@/domain/catalogue/listing/url";
import { localText } from "@/domain/catalogue/rules";
import type { FacetGroup } from "@/domain/catalogue/schema";
import { findSwatch } from "@/domain/catalogue/swatches";
import { isolateText } from "@/lib/format/bidi";
import { localPath } from "@/lib/i18n/paths";
import { BidiText } from "@/ui/bidi-text";
import { Icon } from "@/ui/icons/icon";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { buildListingPath, type ListingView } from "../listing-view";
import { CategoryGroup } from "./category-group";
import { FilterGroup } from "./filter-group";
import { FILTER_FORM_ID, FILTER_SHEET_ID } from "./filter-ids";
import { FilterOption } from "./filter-option";
import styles from "./filter-sheet.module.css";
import { PriceRange } from "./price-range";

/** The filters: a column beside the list, on a phone a popover over it; a plain form in both cases. */
export function FilterSheet({ view }: { view: ListingView }) {
  const { locale, path, searchText, state, listing } = view;
  const { list } = getCatalogueDictionary(locale);
  const { total } = listing.pagination;
  const { facets } = listing;
  // The price stays in its place when the other filters leave products without a price only.
  const isPriced = facets.price !== null || hasFilters(state);
  return (
    <section
      id={FILTER_SHEET_ID}
      popover="auto"
      className={styles.sheet}
      aria-labelledby="titre-filtres"
      data-no-print
    >
      <form
        key={buildListingPath(view, state)}
        id={FILTER_FORM_ID}
        action={localPath(locale, path)}
        autoComplete="off"
        className={styles.form}
      >
        <div className={styles.head}>
          <h2 id="titre-filtres">{list.refine}</h2>
          <button
            type="button"
            popoverTarget={FILTER_SHEET_ID}
            popoverTargetAction="hide"
            className={styles.close}
          >
            <Icon name="x" />
            <VisuallyHidden>{list.close}</VisuallyHidden>
          </button>
        </div>
        {searchText !== undefined && <input type="hidden" name="q" value={searchText} />}
        {state.exact && <input type="hidden" name="exact" value="1" />}
        <CategoryGroup view={view} />
        <fieldset className={styles.group}>
          <legend>{list.availability}</legend>
          <FilterOption
            name="inStock"
            value="1"
            label={list.inStock}
            count={facets.inStock}
            checked={state.inStock === true}
          />
        </fieldset>
        {isPriced && <PriceRange locale={locale} range={facets.price} state={state} />}
        {withChosenValues(facets.options, state.option).map((group) => (
          <OptionGroup key={group.name} group={group} locale={locale} />
        ))}
        <fieldset className={styles.group}>
          <legend>{list.selection}</legend>
          <FilterOption name="new" value="1" label={list.new} checked={state.new === true} />
          <FilterOption
            name="featured"
            value="1"
            label={list.featured}
            checked={state.featured === true}
          />
        </fieldset>
        <div className={styles.foot}>
          <button type="submit" className="button">
            <span className={styles.withoutScript}>{list.apply}</span>
            <span className={styles.withScript}>
              {total > 0 ? formatCount(total, locale, list.seeProducts) : list.noProducts}
            </span>
          </button>
        </div>
      </form>
    </section>
  );
}

/** Adds chosen values that no product has any more: without a checkbox they could not be removed. */
function withChosenValues(
  groups: readonly FacetGroup[],
  chosen: Record<string, string[]> = {},
): FacetGroup[] {
  const unmatched = Object.entries(chosen).map(([name, values]) => {
    const group = groups.find((candidate) => candidate.name === name);
    const missing = values.filter((value) => !group?.values.some((entry) => entry.value === value));
    return { name, group, missing };
  });
  const toEmptyValue = (value: string) => ({
    value,
    valueAr: null,
    swatch: null,
    count: 0,
    selected: true,
  });
  return [
    ...groups.map((group) => {
      const missing = unmatched.find(({ name }) => name === group.name)?.missing ?? [];
      return { ...group, values: [...missing.map(toEmptyValue), ...group.values] };
    }),
    ...unmatched
      .filter(({ group }) => !group)
      .map(({ name, missing }) => ({ name, nameAr: null, values: missing.map(toEmptyValue) })),
  ];
}

function OptionGroup({ group, locale }: { group: FacetGroup; locale: ListingView["locale"] }) {
  const name = localText(group, "name", locale);
  const swatches = group.values.map(({ value, swatch }) => swatch ?? findSwatch(group.name, value));
  const hasSwatches = swatches.some((swatch) => swatch !== null);
  const options = group.values.map((value, at) => {
    const { text, lang } = localText(value, "value", locale);
    return (
      <FilterOption
        key={value.value}
        name="option"
        value={`${group.name}:${value.value}`}
        label={isolateText({ text, lang }, locale)}
        lang={lang}
        swatch={hasSwatches ? swatches[at] : undefined}
        count={value.count}
        checked={value.selected}
      />
    );
  });
  return (
    <FilterGroup
      locale={locale}
      name={`option ${group.name}`}
      legend={<BidiText {...name} locale={locale} />}
      lang={name.lang}
      options={options}
      lastSelected={group.values.findLastIndex(({ selected }) => selected)}
    />
  );
}
