"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ComponentProps, type MouseEvent, useRef } from "react";

interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

type Props = Omit<ComponentProps<typeof Link>, "href" | "prefetch" | "onNavigate"> & {
  href: string;
};

/** The router shows a page again without asking for it for so long: Next allows no less. */
const ROUTER_KEEPS_MS = 30_000;
/** From the first look at a link to the click. */
const FETCHED_AHEAD_MS = 5_000;
/** When this tab fetched a page for the last time. */
const fetchedAt = new Map<string, number>();
if (typeof window !== "undefined") {
  fetchedAt.set(location.pathname + location.search, performance.timeOrigin);
}

/**
 * A link that fetches its page ahead only once a person shows interest in it, and never on a thin line. A page that the
 * router would show as it was a while ago is loaded anew: its price may have changed.
 */
export function ShopLink({ href, ...rest }: Props) {
  const router = useRouter();
  const aheadAt = useRef(0);
  const prefetch = () => {
    if (isThinLine() || isKeptByRouter(href)) return;
    router.prefetch(href);
    aheadAt.current = Date.now();
    fetchedAt.set(href, aheadAt.current);
  };
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover?.();
    // Without scrolling it is a part of the page that changes: a full load would lose the place.
    if (opensNewTab(event) || rest.scroll === false) return;
    const isFresh = Date.now() - aheadAt.current < FETCHED_AHEAD_MS || !isKeptByRouter(href);
    aheadAt.current = 0;
    fetchedAt.set(href, Date.now());
    if (isFresh) return;
    event.preventDefault();
    location.assign(href);
  };
  return (
    <Link
      {...rest}
      href={href}
      prefetch={false}
      onMouseEnter={prefetch}
      onFocus={prefetch}
      onTouchStart={prefetch}
      onClick={follow}
    />
  );
}

function isKeptByRouter(href: string): boolean {
  return Date.now() - (fetchedAt.get(href) ?? 0) < ROUTER_KEEPS_MS;
}

/** A click with a modifier key, or another button, opens a tab or a window. */
export function opensNewTab(
  click: Pick<MouseEvent, "metaKey" | "ctrlKey" | "shiftKey" | "altKey" | "button">,
): boolean {
  const { metaKey, ctrlKey, shiftKey, altKey, button } = click;
  return metaKey || ctrlKey || shiftKey || altKey || button !== 0;
}

function isThinLine(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection };
  return connection?.saveData === true || /2g$/.test(connection?.effectiveType ?? "");
}
