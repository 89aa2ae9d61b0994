"use client";

import { useSyncExternalStore } from "react";
import { hasOptedOut, isRefusedByBrowser } from "../../_components/tracking/event-queue";

interface Props {
  refuse: string;
  allow: string;
  refused: string;
  allowed: string;
}

/** Lets a visitor refuse to be counted, where the browser does not already do so. */
export function CountingChoice({ refuse, allow, refused, allowed }: Props) {
  const isChoosable = useSyncExternalStore(subscribe, () => !isRefusedByBrowser(), isTrue);
  const isCounted = useSyncExternalStore(subscribe, () => !hasOptedOut(), isTrue);
  return (
    <p data-needs-script>
      {isChoosable && (
        <button
          type="button"
          className="button"
          data-variant="quiet"
          data-size="small"
          onClick={() => void choose(!isCounted)}
        >
          {isCounted ? refuse : allow}
        </button>
      )}{" "}
      <span role="status">{isChoosable && isCounted ? allowed : refused}</span>
    </p>
  );
}

const isTrue = () => true;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The server sets the cookie. */
async function choose(isCounted: boolean): Promise<void> {
  await fetch("/api/analytics/choice", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ isCounted }),
  }).catch(() => null);
  for (const listener of listeners) listener();
}
