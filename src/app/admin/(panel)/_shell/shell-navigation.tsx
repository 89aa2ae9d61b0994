"use client";

import { useSyncExternalStore } from "react";
import type { NavigationEntry } from "../navigation";
import { PhoneBar } from "./phone-bar";
import { Sidebar } from "./sidebar";
import { useUnreadCount } from "./use-unread-count";

interface Props {
  entries: readonly NavigationEntry[];
  username: string;
  /** New messages; null where the role reads no messages. */
  unread: number | null;
  mayCreate: boolean;
}

/**
 * A sidebar on a wide screen, a bar at the bottom on a phone. CSS shows one of them from the start; the other leaves the
 * page once the browser's width is known, so that each link is there once.
 */
export function ShellNavigation({ entries, username, unread, mayCreate }: Props) {
  const count = useUnreadCount(unread);
  const isWide = useSyncExternalStore(subscribe, readIsWide, () => null);
  return (
    <>
      <Sidebar
        entries={entries}
        username={username}
        unread={count}
        hasNavigation={isWide !== false}
      />
      {isWide !== true && (
        <PhoneBar entries={entries} username={username} unread={count} mayCreate={mayCreate} />
      )}
    </>
  );
}

/** The width from which the style sheets show the sidebar. */
const WIDE = "(width >= 64rem)";

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

function readIsWide(): boolean {
  return matchMedia(WIDE).matches;
}
