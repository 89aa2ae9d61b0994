import type { RateLimit } from "@/lib/rate-limit";

/** Ten page views a second for a minute: more than a person, less than a scraper. */
export const PUBLIC_READS: RateLimit = { name: "public-reads", requests: 600, seconds: 60 };
/** Searching costs more than reading. */
export const SEARCHES: RateLimit = { name: "searches", requests: 120, seconds: 60 };
