import type { ReactNode } from "react";
import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import type { Locale } from "@/lib/i18n/locale";
import styles from "./filter-sheet.module.css";

const MAX_COLLAPSED = 7;

interface Props {
  locale: Locale;
  /** Distinguishes the group from the others of the list. */
  name: string;
  legend: ReactNode;
  lang?: Locale;
  options: readonly ReactNode[];
  /** The place of the last selected option, which must be in view. */
  lastSelected: number;
}

/** The values of a filter, the first of them in view; `ListingNavigation` keeps an opened group open in the next list. */
export function FilterGroup({ locale, name, legend, lang, options, lastSelected }: Props) {
  const { list } = getCatalogueDictionary(locale);
  return (
    <fieldset className={styles.group}>
      <legend lang={lang}>{legend}</legend>
      {options.slice(0, MAX_COLLAPSED)}
      {options.length > MAX_COLLAPSED && (
        <details className={styles.more} data-group={name} open={lastSelected >= MAX_COLLAPSED}>
          <summary>{list.moreValues}</summary>
          <div className={styles.group}>{options.slice(MAX_COLLAPSED)}</div>
        </details>
      )}
    </fieldset>
  );
}
