import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { clearFilters } from "@/domain/catalogue/listing/url";
import { fill } from "@/lib/i18n/fill";
import { Icon } from "@/ui/icons/icon";
import { ShopLink } from "@/ui/link";
import { buildListingPath, type ListingView } from "../listing-view";
import { listActiveFilters } from "./active-filters";
import styles from "./filter-chips.module.css";

/** The active filters, each a link to the list without it. */
export function FilterChips({ view }: { view: ListingView }) {
  const { list } = getCatalogueDictionary(view.locale);
  const chosen = listActiveFilters(view);
  if (chosen.length === 0) return null;
  return (
    <ul data-plain aria-label={list.chosen} className={styles.chips}>
      {chosen.map(({ label, lang, rest }) => (
        <li key={label}>
          <ShopLink
            href={buildListingPath(view, rest)}
            scroll={false}
            data-keeps-place
            className={styles.chip}
            aria-label={fill(list.remove, { filter: label })}
          >
            <span lang={lang}>{label}</span>
            <Icon name="x" size={16} />
          </ShopLink>
        </li>
      ))}
      <li>
        <ShopLink
          href={buildListingPath(view, clearFilters(view.state))}
          scroll={false}
          data-keeps-place
          className={styles.clear}
        >
          {list.clear}
        </ShopLink>
      </li>
    </ul>
  );
}
