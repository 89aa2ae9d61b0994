"use client";

import { useEffect, useState } from "react";

const NAVIGATE_EVENT = "admin-navigate";

/** Navigates to another admin page, unless `useLeaveGuard` blocks it to ask first. */
export function navigateUnlessBlocked(href: string, navigate: (href: string) => void): void {
  const isAllowed = window.dispatchEvent(
    new CustomEvent(NAVIGATE_EVENT, { detail: href, cancelable: true }),
  );
  if (isAllowed) navigate(href);
}

/** Protects unsaved input: the browser asks before the page is unloaded; for links, `leaving` holds the target to confirm. */
export function useLeaveGuard(isDirty: boolean) {
  const [leaving, setLeaving] = useState<string | null>(null);
  useEffect(() => {
    if (!isDirty) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const href = getLinkTarget(event);
      if (!href) return;
      event.preventDefault();
      event.stopPropagation();
      setLeaving(href);
    };
    const onNavigate = (event: Event) => {
      event.preventDefault();
      setLeaving((event as CustomEvent<string>).detail);
    };
    window.addEventListener(NAVIGATE_EVENT, onNavigate);
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, { capture: true });
    return () => {
      window.removeEventListener(NAVIGATE_EVENT, onNavigate);
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, { capture: true });
    };
  }, [isDirty]);
  return { leaving, stay: () => setLeaving(null) };
}

/** Returns the address that a plain click on a link would open in this tab; null for any other click. */
function getLinkTarget(event: MouseEvent): string | null {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey);
  const link = (event.target as Element | null)?.closest?.("a[href]") as HTMLAnchorElement | null;
  if (!isPlain || !link || link.target === "_blank" || link.hasAttribute("download")) return null;
  const to = new URL(link.href, location.href);
  const isHere = to.pathname === location.pathname && to.search === location.search;
  return to.origin === location.origin && !isHere ? to.href : null;
}
