"use client";

import { SelectField } from "@/app/admin/_components/fields/fields";
import { FilterFold } from "@/app/admin/_components/lists/filter-fold";
import { ClearFiltersButton, ListSearch } from "@/app/admin/_components/lists/list-search";
import { PRODUCT_FIELDS } from "@/domain/catalogue/products/fields";
import type { StaffProductQuery } from "@/domain/catalogue/products/schema";
import { lookup } from "@/lib/lookup";
import { type CategoryOption, toIndentedLabel } from "../category-option";

import styles from "./list.module.css";
import { LIST_PATH, toFilterParams } from "./list-url";
import { useProductList } from "./product-list-context";

const SEARCH_ID = "liste-recherche";

const FLAGS = {
  withoutPrice: "Sans prix",
  withoutImage: "Sans photo",
  withoutArabic: "Sans arabe",
  outOfStock: "En rupture",
} as const;

export function ListFilters({ categories }: { categories: readonly CategoryOption[] }) {
  const { query, go } = useProductList();
  const activeCount = Object.keys(toFilterParams(query)).filter(
    (name) => name !== "q" && name !== "status",
  ).length;
  return (
    <form
      className={styles.filters}
      action={LIST_PATH}
      aria-label="Filtres de la liste"
      onSubmit={(event) => event.preventDefault()}
    >
      <ListSearch
        id={SEARCH_ID}
        label="Rechercher un produit"
        placeholder="Nom, référence, marque"
        value={query.q}
        className={styles.search}
        onSearch={(q) => go({ q }, "replace")}
      />
      <FilterFold count={activeCount} fold="always">
        <SelectFilter
          name="categoryId"
          label={PRODUCT_FIELDS.categoryId.label}
          allLabel="Toutes"
          options={categories.map((category) => [category.id, toIndentedLabel(category)])}
        />
        <SelectFilter
          name="availability"
          label={PRODUCT_FIELDS.availability.label}
          allLabel="Toutes"
          options={Object.entries(PRODUCT_FIELDS.availability.choices)}
        />
        <fieldset className={styles.flags}>
          <legend className="visually-hidden">À compléter</legend>
          {Object.entries(FLAGS).map(([flag, label]) => (
            <label key={flag} className={styles.flag}>
              <input
                type="checkbox"
                name={flag}
                value="1"
                checked={lookup(query, flag) === true}
                onChange={(event) => go({ [flag]: event.target.checked ? true : undefined })}
              />
              {label}
            </label>
          ))}
          {(activeCount > 0 || query.q) && <ClearFilters />}
        </fieldset>
      </FilterFold>
    </form>
  );
}

interface SelectFilterProps {
  name: "categoryId" | "availability";
  label: string;
  allLabel: string;
  options: readonly (readonly [string, string])[];
}

function SelectFilter({ name, label, allLabel, options }: SelectFilterProps) {
  const { query, go } = useProductList();
  return (
    <SelectField
      label={label}
      name={name}
      id={`liste-${name}`}
      value={query[name] ?? ""}
      onChange={(event) =>
        go({ [name]: event.target.value || undefined } as Partial<StaffProductQuery>)
      }
      emptyLabel={allLabel}
      options={options}
    />
  );
}

export function ClearFilters() {
  const { go } = useProductList();
  const noFilters: Partial<StaffProductQuery> = {
    q: undefined,
    status: undefined,
    categoryId: undefined,
    availability: undefined,
    ...Object.fromEntries(Object.keys(FLAGS).map((flag) => [flag, undefined])),
  };
  return <ClearFiltersButton searchId={SEARCH_ID} onClear={() => go(noFilters)} />;
}
