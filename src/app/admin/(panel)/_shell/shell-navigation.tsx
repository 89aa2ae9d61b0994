"use client";

import type { PanelEntry } from "../navigation";
import { PhoneBar } from "./phone-bar";
import { Sidebar } from "./sidebar";
import { useUnreadCount } from "./use-unread-count";

interface Props {
  entries: readonly PanelEntry[];
  username: string;
  /** New messages; null where the role reads no messages. */
  unread: number | null;
  mayCreate: boolean;
}

/** A sidebar on a wide screen, a bar at the bottom on a phone; CSS shows one of them. */
export function ShellNavigation({ entries, username, unread, mayCreate }: Props) {
  const count = useUnreadCount(unread);
  return (
    <>
      <Sidebar entries={entries} username={username} unread={count} />
      <PhoneBar entries={entries} username={username} unread={count} mayCreate={mayCreate} />
    </>
  );
}
