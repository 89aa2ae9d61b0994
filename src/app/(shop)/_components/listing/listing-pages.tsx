import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { formatNumber } from "@/lib/format/format";
import { fill } from "@/lib/i18n/fill";
import { Icon } from "@/ui/icons/icon";
import { ShopLink } from "@/ui/link";
import styles from "./listing-pages.module.css";
import { buildListingPath, type ListingView } from "./listing-view";

export function ListingPages({ view }: { view: ListingView }) {
  const { locale, state, listing } = view;
  const { page, totalPages } = listing.pagination;
  const { list } = getCatalogueDictionary(locale);
  if (totalPages < 2 || page > totalPages) return null;
  const buildHref = (target: number) => buildListingPath(view, { ...state, page: target });
  const label = (target: number) => fill(list.page, { page: formatNumber(target) });
  return (
    <nav aria-label={list.pages} className={styles.pages}>
      {page > 1 && (
        <ShopLink href={buildHref(page - 1)} rel="prev" className={styles.step}>
          <Icon name="chevron-left" size={20} />
          {list.previous}
        </ShopLink>
      )}
      <ol data-plain>
        {listPageNumbers(page, totalPages).map((target) => (
          <li key={target} data-gap={isBehindGap(target, page) || undefined}>
            <ShopLink
              href={buildHref(target)}
              aria-label={label(target)}
              aria-current={target === page ? "page" : undefined}
            >
              {formatNumber(target)}
            </ShopLink>
          </li>
        ))}
      </ol>
      <p className={styles.position}>
        {fill(list.pageOf, { page: formatNumber(page), pages: formatNumber(totalPages) })}
      </p>
      {page < totalPages && (
        <ShopLink href={buildHref(page + 1)} rel="next" className={styles.step}>
          {list.next}
          <Icon name="chevron-right" size={20} />
        </ShopLink>
      )}
    </nav>
  );
}

/** Returns the first and the last page and those next to the current one. */
function listPageNumbers(page: number, last: number): number[] {
  const around = [1, page - 1, page, page + 1, last].filter((n) => n >= 1 && n <= last);
  return [...new Set(around)].sort((a, b) => a - b);
}

function isBehindGap(target: number, page: number): boolean {
  return (
    target > 1 && (target < page - 1 ? false : target === page - 1 ? page > 3 : target > page + 1)
  );
}
