"use client";

import { Search } from "lucide-react";
import { useEffect, useRef } from "react";
import { SmallButton } from "@/app/admin/_components/small-button";
import admin from "../admin.module.css";
import styles from "./list-search.module.css";

interface Props {
  id: string;
  label: string;
  placeholder: string;
  /** The current search text. */
  value: string | undefined;
  className?: string | undefined;
  /** In characters. */
  maxLength?: number;
  onSearch: (q: string | undefined) => void;
}

const DEBOUNCE_MS = 300;

/** Searches while the user types. Uncontrolled, so that typing never waits for the list. */
export function ListSearch({
  id,
  label,
  placeholder,
  value,
  className = "",
  maxLength = 200,
  onSearch,
}: Props) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The debounced search must use the filters that are current when it runs.
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  }, [onSearch]);
  useEffect(() => {
    const field = input.current;
    if (field && document.activeElement !== field) field.value = value ?? "";
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (typed: string) => {
    clearTimeout(timer.current);
    const q = typed.trim() || undefined;
    timer.current = setTimeout(() => latest.current(q), DEBOUNCE_MS);
  };
  return (
    <div className={`${styles.search} ${className}`}>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <Search aria-hidden="true" size={18} />
      <input
        ref={input}
        id={id}
        type="search"
        name="q"
        className={admin.input}
        defaultValue={value}
        placeholder={placeholder}
        maxLength={maxLength}
        onChange={(event) => search(event.target.value)}
      />
    </div>
  );
}

/** Clears the filters of a list and the text of its search field. */
export function ClearFiltersButton({
  searchId,
  onClear,
}: {
  searchId: string;
  onClear: () => void;
}) {
  return (
    <SmallButton
      variant="ghost"
      onClick={() => {
        const search = document.querySelector<HTMLInputElement>(`#${searchId}`);
        if (search) search.value = "";
        onClear();
      }}
    >
      Effacer les filtres
    </SmallButton>
  );
}
