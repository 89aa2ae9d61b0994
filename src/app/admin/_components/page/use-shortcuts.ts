"use client";

import { useEffect, useRef } from "react";
import { getShortcutKey, isTyping, SEQUENCE_MS } from "./keyboard";

/** Runs commands on single keys, except while the user types. Ignores the letter after `g`: it belongs to global navigation. */
export function useShortcuts(commands: Record<string, () => void>): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  }, [commands]);
  useEffect(() => {
    const readKey = createKeyReader();
    const onKey = (event: KeyboardEvent) => {
      const command = latest.current[readKey(event) ?? ""];
      if (!command) return;
      event.preventDefault();
      command();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

const REPEATABLE = new Set(["j", "k"]);

/** Returns a function that maps an event to its shortcut key, or to null if the page must ignore it. */
function createKeyReader() {
  let leaderAt = 0;
  return (event: KeyboardEvent): string | null => {
    const key = isTyping(event.target) ? null : getShortcutKey(event);
    const isAfterLeader = Date.now() - leaderAt < SEQUENCE_MS;
    leaderAt = key === "g" ? Date.now() : 0;
    if (key === null || isAfterLeader) return null;
    return event.repeat && !REPEATABLE.has(key) ? null : key;
  };
}
