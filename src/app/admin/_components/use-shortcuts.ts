"use client";

import { useEffect, useRef } from "react";
import { getShortcutKey, isTyping, SEQUENCE_MS } from "./keyboard";

/** Single keys that do something on this page, while nobody types. A letter after `g` goes elsewhere and is left alone. */
export function useShortcuts(commands: Record<string, () => void>): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  }, [commands]);
  useEffect(() => {
    const read = createReader();
    const onKey = (event: KeyboardEvent) => {
      const command = latest.current[read(event) ?? ""];
      if (!command) return;
      event.preventDefault();
      command();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

const REPEATABLE = new Set(["j", "k"]);

/** Tells which key is meant for the page, null when none is. */
function createReader() {
  let leaderAt = 0;
  return (event: KeyboardEvent): string | null => {
    const key = isTyping(event.target) ? null : getShortcutKey(event);
    const isAfterLeader = Date.now() - leaderAt < SEQUENCE_MS;
    leaderAt = key === "g" ? Date.now() : 0;
    if (key === null || isAfterLeader) return null;
    return event.repeat && !REPEATABLE.has(key) ? null : key;
  };
}
