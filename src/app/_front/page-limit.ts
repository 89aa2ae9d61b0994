import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { toAppError } from "@/lib/errors";
import { getClientAddress } from "@/lib/http/request";
import { log } from "@/lib/log";
import { enforceRateLimit, type RateLimit } from "@/lib/rate-limit";
import { isRenderedPerRequest } from "./rendered-pages";

/** Pages rendered per request (searches, filtered lists): five a second, enough for several people who share an address. */
const RENDERED_PAGES: RateLimit = {
  name: "rendered-pages",
  requests: 300,
  seconds: 60,
  store: "memory",
};
/** Every admin page is rendered per request, and some are prefetched. */
const ADMIN_PAGES: RateLimit = {
  name: "admin-pages",
  requests: 1_200,
  seconds: 60,
  store: "memory",
};
/** Pages that were not cached yet, including 404 pages. */
const UNCACHED_PAGES: RateLimit = {
  name: "uncached-pages",
  requests: 600,
  seconds: 60,
  store: "memory",
};

/** Clients above UNCACHED_PAGES, until their window ends: with Redis, asking for each cached page would cost a request. */
const blockedClients = new LRUCache<string, true>({ max: 10_000, ttlResolution: 0 });

/** Counts a page that Next has to render. Returns the seconds to wait above the limit, otherwise 0. */
export async function countPageRequest(request: IncomingMessage, response: ServerResponse) {
  const client = toClient(request);
  const wait = Math.ceil(blockedClients.getRemainingTTL(client) / 1000);
  if (wait > 0) return wait;
  const limit = findLimit(request.url ?? "");
  if (limit) return count(limit, client);
  response.once("finish", () => {
    if (wasRendered(response)) void countUncached(client);
  });
  return 0;
}

function toClient({ headers }: IncomingMessage): string {
  return getClientAddress(new Headers({ "x-forwarded-for": String(headers["x-forwarded-for"]) }));
}

function findLimit(url: string): RateLimit | null {
  if (/^\/admin(?:[/?]|$)/.test(url)) return ADMIN_PAGES;
  return isRenderedPerRequest(url) ? RENDERED_PAGES : null;
}

/** Returns 0 while Redis is unavailable. */
async function count(limit: RateLimit, client: string): Promise<number> {
  try {
    await enforceRateLimit(limit, client);
    return 0;
  } catch (error) {
    const { code, retryAfterSeconds = 1 } = toAppError(error);
    if (code === "RATE_LIMITED") return retryAfterSeconds;
    log.warn({ err: error }, "a page could not be counted");
    return 0;
  }
}

function wasRendered(response: ServerResponse): boolean {
  const cache = response.getHeader("x-nextjs-cache");
  return cache === "MISS" || (cache === undefined && response.statusCode === 404);
}

async function countUncached(client: string): Promise<void> {
  const wait = await count(UNCACHED_PAGES, client);
  if (wait > 0) blockedClients.set(client, true, { ttl: wait * 1000 });
}
