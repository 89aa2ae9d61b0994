import { z } from "zod";
import { MAX_QUERY_LENGTH } from "@/domain/search/schema";
import { LOCALES } from "@/lib/i18n/locale";
import { line, plain } from "@/lib/input/text-schema";

const MAX_EVENTS = 50;
export const MAX_EVENTS_BYTES = 8 * 1024;

/** Random, made by the browser for each intent of a search; it says nothing about the person. */
const SearchId = z.string().regex(/^[\w-]{8,64}$/);

const MAX_RESULTS = 1_000_000_000;

const SearchEvent = z.strictObject({
  eventType: z.literal("search"),
  searchId: SearchId,
  q: plain(MAX_QUERY_LENGTH).min(1),
  locale: z.enum(LOCALES),
  /** The number of products found, without filters. */
  total: z.int().min(0).max(MAX_RESULTS),
  isApproximate: z.boolean().default(false),
  correctedQuery: plain(MAX_QUERY_LENGTH).nullable().default(null),
  source: z.enum(["page", "suggestions"]),
});
export type SearchEvent = z.infer<typeof SearchEvent>;

const SearchClickEvent = z.strictObject({
  eventType: z.literal("search_click"),
  searchId: SearchId,
  /** The slug of the product. */
  slug: line(200).min(1),
  /** From 1, counted over all pages of the results. */
  position: z.int().min(1).max(MAX_RESULTS),
});

const UNKNOWN_EVENT = "Cet événement est inconnu ou incomplet.";

const AnalyticsEvent = z.union([SearchEvent, SearchClickEvent], UNKNOWN_EVENT);
export type AnalyticsEvent = z.infer<typeof AnalyticsEvent>;

export const TrackedEvents = z.union(
  [AnalyticsEvent, z.array(AnalyticsEvent).min(1).max(MAX_EVENTS)],
  UNKNOWN_EVENT,
);
