"use client";

import { useEffect, useState } from "react";

/** State that `localStorage` keeps under `key`, which names the user and the message; an empty text removes it. */
export function useStoredText(key: string) {
  const [text, setText] = useState("");
  useEffect(() => setText(read(key)), [key]);
  const update = (next: string) => {
    setText(next);
    write(key, next);
  };
  return [text, update] as const;
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
    // Storage is full or blocked; the text remains in the state of the page.
  }
}
