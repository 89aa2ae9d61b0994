import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { formatNumber } from "@/lib/format/format";
import { fill } from "@/lib/i18n/fill";
import { Icon } from "@/ui/icons/icon";
import { listActiveFilters } from "./filters/active-filters";
import { FILTER_FORM_ID, FILTER_SHEET_ID } from "./filters/filter-ids";
import styles from "./listing-toolbar.module.css";
import type { ListingView } from "./listing-view";

/** The product count, the sort order and, on a phone, the button that opens the filters. */
export function ListingToolbar({ view, count }: { view: ListingView; count: string }) {
  const { locale, sorts, state, listing } = view;
  const { list } = getCatalogueDictionary(locale);
  const { page, totalPages } = listing.pagination;
  const chosen = listActiveFilters(view).length;
  return (
    <div className={styles.toolbar}>
      <p className={styles.count} tabIndex={-1} data-count>
        <strong>{count}</strong>
        {page > 1 && page <= totalPages && (
          <span>
            {fill(list.pageOf, { page: formatNumber(page), pages: formatNumber(totalPages) })}
          </span>
        )}
      </p>
      <button
        type="button"
        popoverTarget={FILTER_SHEET_ID}
        className={`button ${styles.open}`}
        data-variant="quiet"
        data-size="small"
      >
        <Icon name="sliders-horizontal" />
        {chosen > 0 ? fill(list.filtersChosen, { count: formatNumber(chosen) }) : list.filters}
      </button>
      <div className={styles.sort}>
        <label htmlFor="tri">{list.sortBy}</label>
        <select
          key={state.sort}
          id="tri"
          name="sort"
          form={FILTER_FORM_ID}
          defaultValue={state.sort === sorts[0] ? "" : state.sort}
          autoComplete="off"
        >
          {sorts.map((sort, i) => (
            <option key={sort} value={i === 0 ? "" : sort}>
              {list.sorts[sort]}
            </option>
          ))}
        </select>
        <button
          type="submit"
          form={FILTER_FORM_ID}
          className={`button ${styles.apply}`}
          data-variant="quiet"
          data-size="small"
        >
          {list.sortApply}
        </button>
      </div>
    </div>
  );
}
