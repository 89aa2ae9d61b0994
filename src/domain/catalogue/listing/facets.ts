import type { Locale } from "@/lib/i18n/locale";
import { fromCentimes } from "@/lib/input/amount";
import { lookup } from "@/lib/lookup";
import type { FacetValues } from "../listing-index/facet-values";
import type { Selected } from "../listing-index/selection";
import { localText } from "../rules";
import type { FacetGroup, Facets, ProductQuery } from "../schema";

const MAX_FACET_GROUPS = 8;
const MAX_FACET_VALUES = 24;

type CountedValue = FacetGroup["values"][number] & { inScope: number };
interface CountedGroup extends Omit<FacetGroup, "values"> {
  values: CountedValue[];
}

/**
 * Builds the facets worth showing. Which ones, and their order, follow the list without filters, so that nothing moves while
 * filters are ticked; the counts follow the filters.
 */
export function buildFacets(
  { inScope, counts, lowest, highest, inStock, scopeSize }: Selected,
  facetValues: FacetValues,
  { option = {}, locale = "fr", category }: Pick<ProductQuery, "option" | "locale" | "category">,
  categories: Facets["categories"],
): Facets {
  const groups = new Map<string, CountedGroup>();
  for (const [id, count] of inScope) {
    const facet = facetValues.get(id);
    if (!facet) continue;
    const { name, nameAr, value, valueAr, swatch } = facet;
    const group = groups.get(name) ?? { name, nameAr: null, values: [] };
    group.nameAr ??= nameAr;
    group.values.push({
      value,
      valueAr,
      swatch,
      count: counts.get(id) ?? 0,
      inScope: count,
      selected: lookup(option, name)?.includes(value) ?? false,
    });
    groups.set(name, group);
  }
  return {
    categories,
    options: selectUsefulFacets(
      [...groups.values()],
      scopeSize * (category === undefined ? MIN_SHARE_OF_ALL : MIN_SHARE_OF_CATEGORY),
      locale,
    ),
    price:
      lowest === null || highest === null
        ? null
        : { min: fromCentimes(lowest), max: fromCentimes(highest) },
    inStock,
  };
}

/** Products of several departments share few options. */
const MIN_SHARE_OF_ALL = 1 / 10;
const MIN_SHARE_OF_CATEGORY = 1 / 5;

const COLLATORS = {
  fr: new Intl.Collator("fr", { numeric: true }),
  ar: new Intl.Collator("ar", { numeric: true }),
};

/**
 * Selects the facets worth showing: at least two values, carried by `minCarriers` products, and 1.5 products per value on average
 * (40 different weights are no useful filter). A facet with a selected value always stays, so that it can be deselected.
 */
export function selectUsefulFacets(
  groups: readonly CountedGroup[],
  minCarriers: number,
  locale: Locale = "fr",
): FacetGroup[] {
  const { compare } = COLLATORS[locale];
  const shownName = (group: CountedGroup) => localText(group, "name", locale).text;
  const shownValue = (value: CountedValue) => localText(value, "value", locale).text;
  const countCarriers = (group: CountedGroup) =>
    group.values.reduce((sum, value) => sum + value.inScope, 0);
  const isSelected = (group: CountedGroup) => group.values.some(({ selected }) => selected);
  const isUseful = (group: CountedGroup) => {
    const carriers = countCarriers(group);
    return (
      group.values.length > 1 && carriers >= minCarriers && carriers / group.values.length >= 1.5
    );
  };
  const sorted = groups
    .filter((group) => isUseful(group) || isSelected(group))
    .sort((a, b) => countCarriers(b) - countCarriers(a) || compare(shownName(a), shownName(b)));
  return sorted
    .filter((group, i) => i < MAX_FACET_GROUPS || isSelected(group))
    .map(({ values, ...group }) => {
      const byUse = values.toSorted(
        (a, b) => b.inScope - a.inScope || compare(shownValue(a), shownValue(b)),
      );
      return {
        ...group,
        values: byUse
          .filter(({ selected }, i) => i < MAX_FACET_VALUES || selected)
          .map(({ inScope: _, ...value }) => value),
      };
    });
}
