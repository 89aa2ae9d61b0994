"use client";

import { useEffect } from "react";
import { isTrackingRefused } from "./event-queue";

const MAX_IDLE_WAIT_MS = 2_000;

/** Loads the tracker once the page is shown and the browser has nothing else to do. */
export function VisitTracker() {
  useEffect(() => {
    if (isTrackingRefused()) return;
    const { pathname } = location;
    const load = () => void import("./tracker").then(({ startTracker }) => startTracker(pathname));
    // Safari has no requestIdleCallback.
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(load, MAX_IDLE_WAIT_MS);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(load, { timeout: MAX_IDLE_WAIT_MS });
    return () => cancelIdleCallback(handle);
  }, []);
  return null;
}
