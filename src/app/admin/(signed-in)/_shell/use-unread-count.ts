"use client";

import { useEffect, useState } from "react";
import { api } from "@/lib/http/api-client";
import { MESSAGES_CHANGED } from "../messages/message-requests";

const POLL_INTERVAL_MS = 60_000;

/** Counts new messages again every minute and after each change on this page. `initial` is null if the role may not read messages. */
export function useUnreadCount(initial: number | null): number {
  const [count, setCount] = useState(initial ?? 0);
  const mayRead = initial !== null;
  useEffect(() => setCount(initial ?? 0), [initial]);
  useEffect(() => {
    if (!mayRead) return;
    const poll = () => {
      if (document.visibilityState !== "visible") return;
      api<{ count: number }>("/api/admin/messages/unread").then(
        (answer) => setCount(answer.count),
        () => undefined,
      );
    };
    window.addEventListener(MESSAGES_CHANGED, poll);
    document.addEventListener("visibilitychange", poll);
    const timer = setInterval(poll, POLL_INTERVAL_MS);
    return () => {
      window.removeEventListener(MESSAGES_CHANGED, poll);
      document.removeEventListener("visibilitychange", poll);
      clearInterval(timer);
    };
  }, [mayRead]);
  return count;
}
