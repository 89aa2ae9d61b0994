"use client";

import { type ReactNode, useLayoutEffect } from "react";
import { getOwn } from "@/lib/own";

const NEXT: Record<string, string> = { system: "light", light: "dark", dark: "system" };

/** Holds the icons and names of all three themes; the stylesheet shows the present one, so nothing can flash. */
export function ThemeSwitch({ children, className }: { children: ReactNode; className?: string }) {
  useLayoutEffect(applyStored, []);
  return (
    <button type="button" className={className} onClick={change} data-needs-script>
      {children}
    </button>
  );
}

/** The error pages are built in the browser, where the script in `<head>` does not run. */
function applyStored() {
  const theme = stored();
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}

function stored(): string | null {
  try {
    return localStorage.getItem("theme");
  } catch {
    return null;
  }
}

function change() {
  const root = document.documentElement;
  const next = getOwn(NEXT, root.dataset.theme ?? "system") ?? "system";
  if (next === "system") delete root.dataset.theme;
  else root.dataset.theme = next;
  try {
    localStorage.setItem("theme", next);
  } catch {
    // Storage is closed to us: the choice holds for this page.
  }
}
