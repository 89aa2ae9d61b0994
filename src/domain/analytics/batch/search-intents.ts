import { isSameSearch } from "@/domain/search/intent";
import { createId } from "@/lib/id";

/** A search of a visitor that later events may continue. */
export interface KnownSearch {
  visitorHash: string;
  searchId: string;
  q: string;
  at: Date;
}

interface VisitorEvent {
  eventType: string;
  visitorHash: string;
  createdAt: Date;
  /** The text of the search, for `search` and `search_click`. */
  query?: string;
}

/**
 * Gives searches and clicks the id of their intent, so that one intent is one row: searches of a visitor that continue each other, and
 * the click on a result of the newest search with the same text. A click without a search is left out. `events` are in order of time.
 */
export function assignIntents<E extends VisitorEvent>(
  events: readonly E[],
  known: readonly KnownSearch[],
): (E & { searchId?: string })[] {
  const searches = known.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return events.flatMap((event) => {
    const { eventType, visitorHash, query: q, createdAt: at } = event;
    if (q === undefined) return [event];
    const own = searches.filter((search) => search.visitorHash === visitorHash);
    if (eventType === "search_click") {
      const search = own.find((earlier) => earlier.q === q);
      return search ? [{ ...event, searchId: search.searchId }] : [];
    }
    const earlier = own.find((search) => isSameSearch(toTimed(search), { q, at: at.getTime() }));
    const searchId = earlier?.searchId ?? createId();
    if (earlier) searches.splice(searches.indexOf(earlier), 1);
    searches.unshift({ visitorHash, searchId, q, at });
    return [{ ...event, searchId }];
  });
}

const toTimed = ({ q, at }: KnownSearch) => ({ q, at: at.getTime() });
