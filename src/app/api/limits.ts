import type { RateLimit } from "@/lib/rate-limit";

/** Ten page views a second for a minute: more than a person, less than a scraper. */
export const PUBLIC_READS: RateLimit = {
  name: "public-reads",
  requests: 600,
  seconds: 60,
  store: "memory",
};
/** Searching costs more than reading. */
export const SEARCHES: RateLimit = {
  name: "searches",
  requests: 120,
  seconds: 60,
  store: "memory",
};
/** A request for each pause in typing. */
export const SUGGESTIONS: RateLimit = {
  name: "suggestions",
  requests: 300,
  seconds: 60,
  store: "memory",
};
/** A page sends two or three; several people may share an IP address. In memory, since events are accepted without the database. */
export const EVENTS: RateLimit = {
  name: "events",
  requests: 300,
  seconds: 60,
  store: "memory",
};
/** All requests of a client for signing in and for account security. */
export const SIGN_IN_REQUESTS: RateLimit = {
  name: "staff-door",
  requests: 60,
  seconds: 60,
  store: "database",
};
/** Few, since each request sends a mail to an inbox. */
export const MAILED_LINKS: RateLimit = {
  name: "mailed-links",
  requests: 5,
  seconds: 15 * 60,
  store: "database",
};
/** Several customers may share an IP address. */
export const CONTACT_MESSAGES: RateLimit = {
  name: "contact",
  requests: 12,
  seconds: 10 * 60,
  store: "database",
};
export const FORM_TOKENS: RateLimit = {
  name: "form-tokens",
  requests: 120,
  seconds: 10 * 60,
  store: "memory",
};
/** Newsletter forms per client. Mails per e-mail address have a limit of their own. */
export const NEWSLETTER_FORMS: RateLimit = {
  name: "newsletter",
  requests: 20,
  seconds: 10 * 60,
  store: "database",
};
/** Mail providers send the one-click requests of many subscribers from few IP addresses. */
export const ONE_CLICK_UNSUBSCRIBES: RateLimit = {
  name: "one-clicks",
  requests: 3_000,
  seconds: 60,
  store: "database",
};
/** The provider reports the deliveries of a campaign within minutes, from few IP addresses, and repeats rejected events. */
export const WEBHOOK_EVENTS: RateLimit = {
  name: "webhook-events",
  requests: 3_000,
  seconds: 60,
  store: "database",
};
/** The choices of a person about cookies. They are stored in the browser only. */
export const CONSENT_CHOICES: RateLimit = {
  name: "consent",
  requests: 60,
  seconds: 10 * 60,
  store: "database",
};
/** The browser part of PostHog sends a batch every few seconds. */
export const RELAYED_EVENTS: RateLimit = {
  name: "relayed-events",
  requests: 300,
  seconds: 60,
  store: "database",
};
export const RELAYED_SETTINGS: RateLimit = {
  name: "relayed-settings",
  requests: 60,
  seconds: 60,
  store: "memory",
};
