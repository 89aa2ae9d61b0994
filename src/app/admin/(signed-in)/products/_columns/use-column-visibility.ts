"use client";

import type { ColumnVisibilityState } from "@tanstack/react-table";
import { useEffect, useState } from "react";

/** Column visibility, stored in this browser under a key. The server renders all columns but the initially hidden ones. */
export function useColumnVisibility(key: string, initiallyHidden: readonly string[]) {
  const [visibility, setVisibility] = useState<ColumnVisibilityState>(() =>
    Object.fromEntries(initiallyHidden.map((column) => [column, false])),
  );
  useEffect(() => {
    const stored = readStored(key);
    if (stored) setVisibility(stored);
  }, [key]);
  const save = (next: ColumnVisibilityState) => {
    setVisibility(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // localStorage may be unavailable: the choice then lasts until the page is closed.
    }
  };
  return [visibility, save] as const;
}

function readStored(key: string): ColumnVisibilityState | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (typeof stored !== "object" || stored === null || Array.isArray(stored)) return null;
    const entries = Object.entries(stored).filter(([, value]) => typeof value === "boolean");
    return Object.fromEntries(entries) as ColumnVisibilityState;
  } catch {
    return null;
  }
}
