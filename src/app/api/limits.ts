import type { RateLimit } from "@/lib/rate-limit";

/** Ten page views a second for a minute: more than a person, less than a scraper. */
export const PUBLIC_READS: RateLimit = { name: "public-reads", requests: 600, seconds: 60 };
/** Searching costs more than reading. */
export const SEARCHES: RateLimit = { name: "searches", requests: 120, seconds: 60 };
/** What anybody may try at the staff's door, whatever they try. */
export const SIGN_IN_REQUESTS: RateLimit = { name: "staff-door", requests: 60, seconds: 60 };
/** Links by mail: few, for each costs somebody a message. */
export const MAILED_LINKS: RateLimit = { name: "mailed-links", requests: 5, seconds: 15 * 60 };
/** Messages to the shop: a whole village may share an address. */
export const CONTACT_MESSAGES: RateLimit = { name: "contact", requests: 12, seconds: 10 * 60 };
export const FORM_TOKENS: RateLimit = { name: "form-tokens", requests: 120, seconds: 10 * 60 };
/** Forms of the newsletter, from one client. What an address may be mailed is counted apart. */
export const NEWSLETTER_FORMS: RateLimit = { name: "newsletter", requests: 20, seconds: 10 * 60 };
/** Mail programs unsubscribe many people from few addresses: none of them may be turned away. */
export const ONE_CLICK_UNSUBSCRIBES: RateLimit = {
  name: "one-clicks",
  requests: 3_000,
  seconds: 60,
};
/** A campaign's deliveries are reported within minutes, from few addresses; a refused event is sent again. */
export const WEBHOOK_EVENTS: RateLimit = { name: "webhook-events", requests: 3_000, seconds: 60 };
