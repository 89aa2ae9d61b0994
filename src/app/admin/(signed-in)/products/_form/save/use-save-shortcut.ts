"use client";

import { useEffect, useRef } from "react";

/** Calls `save` on Ctrl+S or ⌘S instead of the browser's own save dialog. Ignored while a dialog is open. */
export function useSaveShortcut(save: (() => void) | null): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  }, [save]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isSave = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
      if (!isSave || event.shiftKey || event.altKey || latest.current === null) return;
      event.preventDefault();
      if (!document.querySelector("dialog[open]")) latest.current();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
