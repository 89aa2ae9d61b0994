import type { ComponentProps, ReactNode } from "react";
import admin from "../admin.module.css";
import { FilterFold } from "../lists/filter-fold";
import { ListSearch } from "../lists/list-search";
import { UserText } from "../text/user-text";
import styles from "./filtered-list.module.css";

interface Props {
  path: string;
  label: string;
  /** A `FilterSearch`. */
  search: ReactNode;
  /** Number of active filters among the choices. */
  foldedCount: number;
  /** The fields that choose. */
  children: ReactNode;
  /** Name of the product in the filter, which has no field. */
  productName: string | null;
  /** Further filters without a field, and the button that clears all; null without filters. */
  active: ReactNode;
}

/** The search, the filters that fold on a phone, and the active filters. The address holds them all. */
export function FilterForm(props: Props) {
  const { path, label, search, foldedCount, children, productName, active } = props;
  return (
    <form
      className={styles.filters}
      action={path}
      aria-label={label}
      onSubmit={(event) => event.preventDefault()}
    >
      {search}
      <FilterFold count={foldedCount} fold="phone" className={styles.choices}>
        {children}
      </FilterFold>
      {active && (
        <p className={styles.activeFilters}>
          {productName && (
            <span className={admin.chip}>
              Produit : <UserText text={productName} />
            </span>
          )}
          {active}
        </p>
      )}
    </form>
  );
}

/** The search of a `FilterForm`. */
export function FilterSearch(props: Omit<ComponentProps<typeof ListSearch>, "className">) {
  return <ListSearch {...props} className={styles.search} />;
}
