import { isSameIntent, type TimedSearch } from "@/domain/search/intent";
import type { Locale } from "@/lib/i18n/locale";

/** Counts searches and the clicks on their results for staff, without personal data. Call only after hydration. */

interface RecordedSearch {
  q: string;
  locale: Locale;
  /** The number of products found, without filters. */
  total: number;
  isApproximate: boolean;
  correctedQuery: string | null;
  source: "page" | "suggestions";
}

interface RecordedClick {
  /** The text of the recorded search whose results show the product. */
  q: string;
  /** The product's slug. */
  slug: string;
  /** From 1, counted over all pages of the results. */
  position: number;
}

interface Intent extends TimedSearch {
  id: string;
}

const STORAGE_KEY = "search-intents";
const MAX_INTENTS = 10;
/** A search is sent once the person stops typing; until then its last text replaces the earlier ones. */
const SEND_DELAY_MS = 2_000;

/** Newest first: the intents of this tab, also earlier ones, to whose results the person may go back. */
let intents: Intent[] = [];
let unsentSearch: (RecordedSearch & { searchId: string }) | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Records a search, once for all calls of the same intent (`isSameIntent`): the last call counts. */
export function recordSearch(search: RecordedSearch): void {
  if (isTrackingRefused() || search.q.trim() === "") return;
  const searchId = continueIntent(search.q);
  if (unsentSearch?.searchId !== searchId) sendUnsentSearch();
  unsentSearch = { ...search, searchId };
  clearTimeout(timer);
  timer = setTimeout(sendUnsentSearch, SEND_DELAY_MS);
  // The same listeners again change nothing.
  addEventListener("pagehide", sendUnsentSearch);
  document.addEventListener("visibilitychange", sendUnsentSearch);
}

/** Records that a product was opened from the results of a recorded search. */
export function recordSearchClick({ q, slug, position }: RecordedClick): void {
  const intent = loadIntents().find((earlier) => earlier.q === q);
  if (isTrackingRefused() || !intent) return;
  sendUnsentSearch();
  send({ eventType: "search_click", searchId: intent.id, slug, position });
}

/** Returns the id of the intent that the search belongs to. */
function continueIntent(q: string): string {
  const earlier = loadIntents();
  const next = { q, at: Date.now() };
  const id = earlier.find((intent) => isSameIntent(intent, next))?.id ?? createSearchId();
  const others = earlier.filter((intent) => intent.id !== id);
  intents = [{ ...next, id }, ...others].slice(0, MAX_INTENTS);
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(intents));
  } catch {
    // Storage is blocked: the intents last as long as the document.
  }
  return id;
}

function loadIntents(): Intent[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? "null");
    if (Array.isArray(stored) && stored.every(isIntent)) return stored;
  } catch {
    // Storage may be blocked, or hold something else under this name.
  }
  return intents;
}

function isIntent(value: Partial<Intent> | null): value is Intent {
  return (
    [value?.id, value?.q, value?.at].map((part) => typeof part).join() === "string,string,number"
  );
}

function sendUnsentSearch(): void {
  clearTimeout(timer);
  if (unsentSearch) send({ eventType: "search", ...unsentSearch });
  unsentSearch = null;
}

/** A beacon also arrives when the page is being left. */
function send(event: object): void {
  const body = new Blob([JSON.stringify(event)], { type: "application/json" });
  navigator.sendBeacon?.("/api/analytics/track", body);
}

function isTrackingRefused(): boolean {
  const refusesSharing =
    "globalPrivacyControl" in navigator && navigator.globalPrivacyControl === true;
  return refusesSharing || navigator.doNotTrack === "1";
}

/** `crypto.randomUUID` exists on secure addresses only. */
function createSearchId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
