import type { NewEvent } from "../buffer-commands";
import type { Arrival } from "../event";
import { parsePagePath } from "./page-path";
import { isPersonal, toSearchMetadata } from "./rules";
import type { ExposureEvent, ReceivedEvent } from "./schema";

const HOST = /^(?:[a-z\d](?:[a-z\d-]{0,62}[a-z\d])?\.)+[a-z\d-]{2,63}$/;
const MAX_LABEL_LENGTH = 60;

/** Converts an event of a browser. `shopHost` is our own name, which is no source. */
export function toNewEvent(
  event: Exclude<ReceivedEvent, ExposureEvent>,
  shopHost: string,
  now = new Date(),
): NewEvent {
  const { page, locale, productSlug, categorySlug } = parsePagePath(event.path);
  const common = {
    createdAt: new Date(now.getTime() - event.ageMs),
    eventType: event.eventType,
    locale,
    page,
  } as const;
  switch (event.eventType) {
    case "page_view":
      return {
        ...common,
        id: event.id,
        productSlug,
        categorySlug,
        arrival: toArrival(event, shopHost),
      };
    case "filter":
      return {
        ...common,
        id: event.id,
        categorySlug,
        metadata: { filters: [...new Set(event.filters)] },
      };
    case "quote_open":
      return { ...common, id: event.id, metadata: { products: event.products } };
    case "search":
      return { ...common, query: event.q, metadata: toSearchMetadata(event) };
    case "search_click":
      return {
        ...common,
        query: event.q,
        productSlug: event.slug,
        metadata: { position: event.position },
      };
    default:
      return { ...common, id: event.id, productSlug };
  }
}

type PageView = Extract<ReceivedEvent, { eventType: "page_view" }>;
type Origin = Pick<PageView, "referrer" | "utmSource" | "utmMedium" | "utmCampaign">;

/** `referrer` is a host. */
export function toArrival(origin: Origin, shopHost: string): Arrival {
  return {
    source: toLabel(origin.utmSource) ?? toSource(origin.referrer, shopHost),
    medium: toLabel(origin.utmMedium),
    campaign: toLabel(origin.utmCampaign),
  };
}

function toLabel(text: string | null): string | null {
  return text && !isPersonal(text) ? text.toLowerCase().slice(0, MAX_LABEL_LENGTH) : null;
}

function toSource(referrer: string | null, shopHost: string): string | null {
  const host = referrer?.toLowerCase().replace(/^(?:www|m|l|lm)\./, "") ?? "";
  return HOST.test(host) && host !== shopHost.replace(/^www\./, "")
    ? host.slice(0, MAX_LABEL_LENGTH)
    : null;
}
