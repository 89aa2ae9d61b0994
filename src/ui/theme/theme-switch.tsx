"use client";

import { type ReactNode, useLayoutEffect } from "react";
import { lookup } from "@/lib/lookup";

const NEXT: Record<string, string> = { system: "light", light: "dark", dark: "system" };

/** `children` hold the icons and names of all three themes; CSS shows the current one, so that nothing flashes. */
export function ThemeSwitch({ children, className }: { children: ReactNode; className?: string }) {
  useLayoutEffect(applyStoredTheme, []);
  return (
    <button type="button" className={className} onClick={switchTheme} data-needs-script>
      {children}
    </button>
  );
}

/** Needed on error pages, which are rendered in the browser, where the script in `<head>` does not run. */
function applyStoredTheme() {
  const theme = readStoredTheme();
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}

function readStoredTheme(): string | null {
  try {
    return localStorage.getItem("theme");
  } catch {
    return null;
  }
}

function switchTheme() {
  const root = document.documentElement;
  const next = lookup(NEXT, root.dataset.theme ?? "system") ?? "system";
  if (next === "system") delete root.dataset.theme;
  else root.dataset.theme = next;
  try {
    localStorage.setItem("theme", next);
  } catch {
    // Storage is blocked: the choice lasts as long as the page.
  }
}
