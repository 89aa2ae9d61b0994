"use client";

import { useEffect } from "react";
import { isTrackingRefused, READING_MS } from "./event-queue";

const INTERACTIONS = ["pointermove", "pointerdown", "keydown", "scroll"];

/** Loads the tracker once a person has seen the page, so that it is no part of the first load. */
export function VisitTracker() {
  useEffect(() => {
    if (isTrackingRefused()) return;
    const { pathname, search } = location;
    const waiting = new AbortController();
    const { signal } = waiting;
    const load = (isPerson: boolean) => {
      if (signal.aborted) return;
      waiting.abort();
      void import("./tracker").then(({ startTracker }) =>
        startTracker({ pathname, search }, isPerson),
      );
    };
    for (const type of INTERACTIONS) {
      addEventListener(type, () => load(true), { passive: true, signal });
    }
    setTimeout(() => load(document.visibilityState === "visible"), READING_MS);
    return () => waiting.abort();
  }, []);
  return null;
}
