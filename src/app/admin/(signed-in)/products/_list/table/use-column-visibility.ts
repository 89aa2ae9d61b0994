"use client";

import type { ColumnVisibilityState } from "@tanstack/react-table";
import { useEffect, useState } from "react";
import { INITIALLY_HIDDEN } from "./columns";

const KEY = "produits-colonnes";
const DEFAULT_VISIBILITY: ColumnVisibilityState = Object.fromEntries(
  INITIALLY_HIDDEN.map((column) => [column, false]),
);

/** Column visibility, stored in this browser. The server renders the default columns. */
export function useColumnVisibility() {
  const [visibility, setVisibility] = useState(DEFAULT_VISIBILITY);
  useEffect(() => {
    const stored = readStored();
    if (stored) setVisibility(stored);
  }, []);
  const save = (next: ColumnVisibilityState) => {
    setVisibility(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // localStorage may be unavailable: the choice then lasts until the page is closed.
    }
  };
  return [visibility, save] as const;
}

function readStored(): ColumnVisibilityState | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (typeof stored !== "object" || stored === null || Array.isArray(stored)) return null;
    const entries = Object.entries(stored).filter(([, value]) => typeof value === "boolean");
    return Object.fromEntries(entries) as ColumnVisibilityState;
  } catch {
    return null;
  }
}
