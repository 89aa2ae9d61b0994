"use client";

import { useEffect, useState } from "react";

/** A text that outlives the page until it is sent: in this browser, under a key of its person and message. */
export function useStoredText(key: string) {
  const [text, setText] = useState("");
  useEffect(() => setText(read(key)), [key]);
  const keep = (next: string) => {
    setText(next);
    write(key, next);
  };
  return [text, keep] as const;
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function write(key: string, text: string): void {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  } catch {
    // Full or refused: the page itself still holds what was typed.
  }
}
