import { type RefObject, useEffect, useEffectEvent } from "react";

/** The condition of the style sheet under which the suggestions fill the screen. */
export function isPhone(): boolean {
  return matchMedia("(width < 64rem)").matches;
}

/** Not in TypeScript's DOM library. */
interface CloseWatcher {
  onclose: (() => void) | null;
  destroy: () => void;
}

type WatchingWindow = typeof window & { CloseWatcher?: new () => CloseWatcher };

/** Keeps the open form on the part of a phone's screen that the keyboard leaves, and closes it by the system's back gesture. */
export function useSheet(
  field: RefObject<HTMLInputElement | null>,
  isOpen: boolean,
  onClose: () => void,
): void {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const form = field.current?.form;
    const { visualViewport: viewport, CloseWatcher } = window as WatchingWindow;
    if (!isOpen || !form || !viewport || !isPhone()) return;
    const resize = () => {
      form.style.setProperty("--sheet-top", `${viewport.offsetTop}px`);
      form.style.setProperty("--sheet-size", `${viewport.height}px`);
    };
    const watcher = CloseWatcher ? new CloseWatcher() : null;
    if (watcher) watcher.onclose = () => close();
    resize();
    viewport.addEventListener("resize", resize);
    viewport.addEventListener("scroll", resize);
    return () => {
      watcher?.destroy();
      viewport.removeEventListener("resize", resize);
      viewport.removeEventListener("scroll", resize);
    };
  }, [field, isOpen]);
}
