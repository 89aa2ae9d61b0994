"use client";

import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Field } from "@/app/admin/_components/field";
import panel from "@/app/admin/_components/panel.module.css";
import type { StaffProductQuery } from "@/domain/catalogue/staff-schema";
import { type CategoryOption, indented } from "../category-option";
import { AVAILABILITIES } from "../words";
import styles from "./list.module.css";
import { filterOf, LIST_PATH } from "./list-address";
import { useListWays } from "./list-navigation";

const FLAGS = {
  withoutPrice: "Sans prix",
  withoutImage: "Sans photo",
  withoutArabic: "Sans arabe",
  withoutAltText: "Sans texte alternatif",
  outOfStock: "En rupture",
} as const;

type Flag = keyof typeof FLAGS;

const QUERY_AFTER_MS = 300;

export function ListFilters({ categories }: { categories: readonly CategoryOption[] }) {
  const { query, go } = useListWays();
  const chosen = Object.keys(filterOf(query)).filter(
    (name) => name !== "q" && name !== "status",
  ).length;
  const [openAtFirst] = useState(chosen > 0);
  return (
    <form
      className={styles.filters}
      action={LIST_PATH}
      aria-label="Filtres de la liste"
      onSubmit={(event) => event.preventDefault()}
    >
      <SearchField />
      <details className={styles.more} open={openAtFirst}>
        <summary className="button" data-variant="quiet" data-size="small">
          Filtres{chosen > 0 && ` (${chosen})`}
        </summary>
        <div className={styles.choices}>
          <Choice
            name="categoryId"
            label="Catégorie"
            all="Toutes"
            options={categories.map((category) => [category.id, indented(category)])}
          />
          <Choice
            name="availability"
            label="Disponibilité"
            all="Toutes"
            options={Object.entries(AVAILABILITIES)}
          />
          <fieldset className={styles.flags}>
            <legend className="visually-hidden">À compléter</legend>
            {Object.entries(FLAGS).map(([flag, label]) => (
              <label key={flag} className={styles.flag}>
                <input
                  type="checkbox"
                  name={flag}
                  value="1"
                  checked={query[flag as Flag] === true}
                  onChange={(event) => go({ [flag]: event.target.checked ? true : undefined })}
                />
                {label}
              </label>
            ))}
            {(chosen > 0 || query.q) && <ClearFilters />}
          </fieldset>
        </div>
      </details>
    </form>
  );
}

/** Uncontrolled, so that typing never waits for the list. */
function SearchField() {
  const { query, go } = useListWays();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const field = input.current;
    if (field && document.activeElement !== field) field.value = query.q ?? "";
  }, [query.q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  // A filter chosen between the typing and the search is kept.
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  }, [go]);
  const search = (value: string) => {
    clearTimeout(timer.current);
    const q = value.trim() || undefined;
    timer.current = setTimeout(() => latest.current({ q }, "replace"), QUERY_AFTER_MS);
  };
  return (
    <div className={styles.search}>
      <label htmlFor="liste-recherche" className="visually-hidden">
        Rechercher un produit
      </label>
      <Search aria-hidden="true" size={18} />
      <input
        ref={input}
        id="liste-recherche"
        type="search"
        name="q"
        className={panel.input}
        defaultValue={query.q}
        placeholder="Nom, référence, marque"
        maxLength={200}
        onChange={(event) => search(event.target.value)}
      />
    </div>
  );
}

interface ChoiceProps {
  name: "categoryId" | "availability";
  label: string;
  all: string;
  options: readonly (readonly [string, string])[];
}

function Choice({ name, label, all, options }: ChoiceProps) {
  const { query, go } = useListWays();
  return (
    <Field label={label} name={name} id={`liste-${name}`}>
      {(control) => (
        <select
          {...control}
          className={panel.select}
          value={query[name] ?? ""}
          onChange={(event) =>
            go({ [name]: event.target.value || undefined } as Partial<StaffProductQuery>)
          }
        >
          <option value="">{all}</option>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function ClearFilters() {
  const { go } = useListWays();
  return (
    <button
      type="button"
      className="button"
      data-variant="ghost"
      data-size="small"
      onClick={() => {
        const search = document.querySelector<HTMLInputElement>("#liste-recherche");
        if (search) search.value = "";
        go({
          q: undefined,
          status: undefined,
          categoryId: undefined,
          availability: undefined,
          ...Object.fromEntries(Object.keys(FLAGS).map((flag) => [flag, undefined])),
        });
      }}
    >
      Effacer les filtres
    </button>
  );
}
