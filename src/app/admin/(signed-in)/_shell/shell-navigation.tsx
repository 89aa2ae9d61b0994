"use client";

import { useSyncExternalStore } from "react";
import type { NavigationEntry } from "../navigation";
import { PhoneBar } from "./phone-bar";
import { Sidebar } from "./sidebar";
import { useUnreadCount } from "./use-unread-count";

interface Props {
  entries: readonly NavigationEntry[];
  username: string;
  /** Number of new messages; null if the role may not read messages. */
  unread: number | null;
  mayCreate: boolean;
}

/**
 * Renders a sidebar on a wide screen and a bottom bar on a phone. The server renders both and CSS shows one; after hydration
 * the other one is removed, so that the page contains each link once.
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

/** Must match the breakpoint in the style sheets of the sidebar and the phone bar. */
const WIDE = "(width >= 64rem)";

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

function readIsWide(): boolean {
  return matchMedia(WIDE).matches;
}
