"use client";

import type { ColumnVisibilityState } from "@tanstack/react-table";
import { useEffect, useState } from "react";
import { INITIALLY_HIDDEN } from "./columns";

const KEY = "produits-colonnes";
const AT_FIRST: ColumnVisibilityState = Object.fromEntries(
  INITIALLY_HIDDEN.map((column) => [column, false]),
);

/** Which columns this browser shows; the server's page shows the usual ones. */
export function useColumnVisibility() {
  const [shown, setShown] = useState(AT_FIRST);
  useEffect(() => {
    const kept = readKept();
    if (kept) setShown(kept);
  }, []);
  const keep = (next: ColumnVisibilityState) => {
    setShown(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // Private windows may refuse: the choice then lasts as long as the page.
    }
  };
  return [shown, keep] as const;
}

function readKept(): ColumnVisibilityState | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return null;
    const entries = Object.entries(kept).filter(([, value]) => typeof value === "boolean");
    return Object.fromEntries(entries) as ColumnVisibilityState;
  } catch {
    return null;
  }
}
