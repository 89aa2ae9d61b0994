import { z } from "zod";
import { MAX_QUERY_LENGTH } from "@/domain/search/schema";
import { isStorable, line, plain, REFUSED } from "@/lib/input/text-schema";

const MAX_EVENTS = 50;
export const MAX_EVENTS_BYTES = 8 * 1024;

const MAX_COUNT = 1_000_000_000;
const DAY_MS = 86_400_000;

/** Parts of the list of products that a visitor can set. */
const FILTERS = ["category", "price", "option", "inStock", "featured", "new", "sort"] as const;

/** Of a path only the name of its route, the product and the category are stored. */
const Path = z.string().max(500).startsWith("/").refine(isStorable, REFUSED);

const COMMON = {
  path: Path,
  /** The time between the event and its sending, so that the browser's clock does not count. */
  ageMs: z.number().min(0).max(DAY_MS).default(0),
};
/** Random; an event with a known id is ignored. */
const IDENTIFIED = { id: z.string().regex(/^[\w-]{8,64}$/), ...COMMON };

const Label = plain(100).nullable().default(null);

const PageView = z.strictObject({
  eventType: z.literal("page_view"),
  ...IDENTIFIED,
  /** The host of the page before, on another site. */
  referrer: Label,
  utmSource: Label,
  utmMedium: Label,
  utmCampaign: Label,
});

/** What needs no more than the page: its path names the product. */
const Plain = z.strictObject({
  eventType: z.enum([
    "product_view",
    "whatsapp_click",
    "phone_click",
    "contact_submit",
    "newsletter_subscribe",
    "share",
    "calculator",
  ]),
  ...IDENTIFIED,
});

const Filter = z.strictObject({
  eventType: z.literal("filter"),
  ...IDENTIFIED,
  filters: z.array(z.enum(FILTERS)).min(1).max(FILTERS.length),
});

const QuoteOpen = z.strictObject({
  eventType: z.literal("quote_open"),
  ...IDENTIFIED,
  /** The number of products on the list. */
  products: z.int().min(0).max(1_000),
});

const Search = z.strictObject({
  eventType: z.literal("search"),
  ...COMMON,
  q: plain(MAX_QUERY_LENGTH).min(1),
  /** The number of products found, without filters. */
  total: z.int().min(0).max(MAX_COUNT),
  isApproximate: z.boolean().default(false),
  correctedQuery: plain(MAX_QUERY_LENGTH).nullable().default(null),
  source: z.enum(["page", "suggestions"]),
});
export type SearchEvent = z.infer<typeof Search>;

const SearchClick = z.strictObject({
  eventType: z.literal("search_click"),
  ...COMMON,
  /** The text of the search. */
  q: plain(MAX_QUERY_LENGTH).min(1),
  /** The slug of the product. */
  slug: line(200).min(1),
  /** From 1, counted over all pages of the results. */
  position: z.int().min(1).max(MAX_COUNT),
});

/** A page with a variant of a running experiment was seen. */
const Exposure = z.strictObject({
  eventType: z.literal("exposure"),
  ...IDENTIFIED,
  /** The code of the variant, as the page has it. */
  variant: z.string().max(8),
});
export type ExposureEvent = z.infer<typeof Exposure>;

const UNKNOWN_EVENT = "Cet événement est inconnu ou incomplet.";

const ReceivedEvent = z.union(
  [PageView, Plain, Filter, QuoteOpen, Search, SearchClick, Exposure],
  UNKNOWN_EVENT,
);
export type ReceivedEvent = z.infer<typeof ReceivedEvent>;

export const TrackedEvents = z.union(
  [ReceivedEvent, z.array(ReceivedEvent).min(1).max(MAX_EVENTS)],
  UNKNOWN_EVENT,
);

/** The choice of a visitor on the privacy page. */
export const CountingChoice = z.strictObject({ isCounted: z.boolean() });
