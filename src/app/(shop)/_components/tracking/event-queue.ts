/** Part of every page, so it stays tiny: events wait here until the tracker is loaded. Stores nothing in the browser. */

export interface TrackedEvent {
  eventType: string;
  path: string;
  /** Milliseconds since the document began. */
  at: number;
  [property: string]: unknown;
}

/** A page that is closed sooner, without any interaction, was not read by a person. */
export const READING_MS = 2_000;

const MAX_WAITING = 20;

const waiting: TrackedEvent[] = [];
let deliver: ((events: readonly TrackedEvent[]) => void) | null = null;

/** Counts an event on this page. The fields are those of its schema (`domain/analytics/received/schema.ts`). */
export function track(eventType: string, fields: object = {}): void {
  trackTogether([{ ...fields, eventType }]);
}

/** Sends the events in one request, so that the server reads them in this order. */
export function trackTogether(events: readonly { eventType: string }[]): void {
  const here = { path: location.pathname, at: performance.now() };
  const complete = events.map((event) => ({ ...event, ...here }));
  if (deliver) deliver(complete);
  else if (waiting.length < MAX_WAITING) waiting.push(...complete);
}

/** Passes on the waiting events, and each later one at once. */
export function startDelivery(next: (events: readonly TrackedEvent[]) => void): void {
  deliver = next;
  next(waiting.splice(0));
}

export function isTrackingRefused(): boolean {
  return isRefusedByBrowser() || hasOptedOut();
}

export function isRefusedByBrowser(): boolean {
  const refusesSharing =
    "globalPrivacyControl" in navigator && navigator.globalPrivacyControl === true;
  return refusesSharing || navigator.doNotTrack === "1";
}

/** The choice of the visitor on the privacy page; the server reads it too. */
export function hasOptedOut(): boolean {
  return /(?:^|; )no-count=1/.test(document.cookie);
}
