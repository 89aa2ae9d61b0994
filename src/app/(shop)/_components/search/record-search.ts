import { isSameIntent, type TimedSearch } from "@/domain/search/intent";
import { trackTogether } from "../tracking/event-queue";

/** Counts searches and the clicks on their results for staff. Call only after hydration. Nothing is stored in the browser. */

interface RecordedSearch {
  q: string;
  /** The number of products found, without filters. */
  total: number;
  isApproximate: boolean;
  correctedQuery: string | null;
  source: "page" | "suggestions";
}

interface RecordedClick {
  /** The text of the search whose results show the product. */
  q: string;
  /** The product's slug. */
  slug: string;
  /** From 1, counted over all pages of the results. */
  position: number;
}

/** A search is sent once the person stops typing; until then its last text replaces the earlier ones. */
const SEND_DELAY_MS = 2_000;

let unsentSearch: (RecordedSearch & TimedSearch) | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Records a search. What is still being typed (`isSameIntent`) counts as one; the server joins what follows later. */
export function recordSearch(search: RecordedSearch): void {
  if (search.q.trim() === "") return;
  const next = { ...search, at: Date.now() };
  if (unsentSearch && !isSameIntent(unsentSearch, next)) sendUnsentSearch();
  unsentSearch = next;
  clearTimeout(timer);
  timer = setTimeout(sendUnsentSearch, SEND_DELAY_MS);
  // The same listeners again change nothing.
  addEventListener("pagehide", sendUnsentSearch);
  document.addEventListener("visibilitychange", sendUnsentSearch);
}

/** Records that a product was opened from the results of a search. */
export function recordSearchClick(click: RecordedClick): void {
  trackTogether([...takeUnsentSearch(), { ...click, eventType: "search_click" }]);
}

function sendUnsentSearch(): void {
  trackTogether(takeUnsentSearch());
}

function takeUnsentSearch(): { eventType: string }[] {
  clearTimeout(timer);
  if (!unsentSearch) return [];
  const { at, ...search } = unsentSearch;
  unsentSearch = null;
  return [{ ...search, eventType: "search" }];
}
