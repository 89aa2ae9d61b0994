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

/** How long the router reuses a fetched page; Next allows no shorter time (`staleTimes` in next.config.mjs). */
const ROUTER_CACHE_MS = 30_000;
/** A prefetched page counts as fresh for this long. */
const PREFETCH_FRESH_MS = 5_000;
/** When this tab last fetched each page, in milliseconds since the epoch. */
const fetchedAt = new Map<string, number>();
if (typeof window !== "undefined") {
  fetchedAt.set(location.pathname + location.search, performance.timeOrigin);
}

/**
 * A link that prefetches its page on hover, focus or touch, but not on slow connections. A page that the router would show
 * from its cache is loaded again, because its prices may have changed.
 */
export function ShopLink({ href, onClick, ...rest }: Props) {
  const router = useRouter();
  const prefetchedAt = useRef(0);
  const prefetch = () => {
    if (isSlowConnection() || isInRouterCache(href)) return;
    router.prefetch(href);
    prefetchedAt.current = Date.now();
    fetchedAt.set(href, prefetchedAt.current);
  };
  const handleClick = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover?.();
    // `scroll={false}` links change a part of the page: a full load would lose the scroll position.
    if (opensNewTab(event) || rest.scroll === false) return;
    const isFresh = Date.now() - prefetchedAt.current < PREFETCH_FRESH_MS || !isInRouterCache(href);
    prefetchedAt.current = 0;
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
      onClick={handleClick}
    />
  );
}

function isInRouterCache(href: string): boolean {
  return Date.now() - (fetchedAt.get(href) ?? 0) < ROUTER_CACHE_MS;
}

/** True for a click with a modifier key or another mouse button, which opens a tab or a window. */
export function opensNewTab(
  click: Pick<MouseEvent, "metaKey" | "ctrlKey" | "shiftKey" | "altKey" | "button">,
): boolean {
  const { metaKey, ctrlKey, shiftKey, altKey, button } = click;
  return metaKey || ctrlKey || shiftKey || altKey || button !== 0;
}

function isSlowConnection(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection };
  return connection?.saveData === true || /2g$/.test(connection?.effectiveType ?? "");
}
