"use client";

import { useEffect, useState } from "react";
import { api } from "@/lib/http/api-client";
import { MESSAGES_CHANGED } from "../messages/message-requests";
import styles from "./sidebar.module.css";

const EVERY_MS = 60_000;
const MOST_TOLD = 99;

/** New messages, counted again whenever one was moved here, and each minute for those that come in. */
export function UnreadBadge({ initial }: { initial: number }) {
  const [count, setCount] = useState(initial);
  useEffect(() => setCount(initial), [initial]);
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState !== "visible") return;
      api<{ count: number }>("/api/admin/messages/unread").then(
        (answer) => setCount(answer.count),
        () => undefined,
      );
    };
    window.addEventListener(MESSAGES_CHANGED, ask);
    document.addEventListener("visibilitychange", ask);
    const timer = setInterval(ask, EVERY_MS);
    return () => {
      window.removeEventListener(MESSAGES_CHANGED, ask);
      document.removeEventListener("visibilitychange", ask);
      clearInterval(timer);
    };
  }, []);
  if (count === 0) return null;
  return (
    <span className={styles.badge}>
      {count > MOST_TOLD ? `${MOST_TOLD}+` : count}
      <span className="visually-hidden"> {count > 1 ? "nouveaux" : "nouveau"}</span>
    </span>
  );
}
