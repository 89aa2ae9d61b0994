"use client";

import { useEffect, useState } from "react";

const NAVIGATE_EVENT = "panel-go";

/** Goes to another page of the panel, unless somebody holds it back to ask first. */
export function navigateUnlessBlocked(href: string, go: (href: string) => void): void {
  const isFree = window.dispatchEvent(
    new CustomEvent(NAVIGATE_EVENT, { detail: href, cancelable: true }),
  );
  if (isFree) go(href);
}

/** Asks before unsaved work is left: by the browser on the way out, by `leaving` on a link of the panel. */
export function useLeaveGuard(isDirty: boolean) {
  const [leaving, setLeaving] = useState<string | null>(null);
  useEffect(() => {
    if (!isDirty) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    const ask = (event: MouseEvent) => {
      const href = inPanel(event);
      if (!href) return;
      event.preventDefault();
      event.stopPropagation();
      setLeaving(href);
    };
    const hold = (event: Event) => {
      event.preventDefault();
      setLeaving((event as CustomEvent<string>).detail);
    };
    window.addEventListener(NAVIGATE_EVENT, hold);
    window.addEventListener("beforeunload", stay);
    document.addEventListener("click", ask, { capture: true });
    return () => {
      window.removeEventListener(NAVIGATE_EVENT, hold);
      window.removeEventListener("beforeunload", stay);
      document.removeEventListener("click", ask, { capture: true });
    };
  }, [isDirty]);
  return { leaving, stay: () => setLeaving(null) };
}

/** Where a plain click on a link would lead in this tab; null for any other click. */
function inPanel(event: MouseEvent): string | null {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey);
  const link = (event.target as Element | null)?.closest?.("a[href]") as HTMLAnchorElement | null;
  if (!isPlain || !link || link.target === "_blank" || link.hasAttribute("download")) return null;
  const to = new URL(link.href, location.href);
  const isHere = to.pathname === location.pathname && to.search === location.search;
  return to.origin === location.origin && !isHere ? to.href : null;
}
