import type { IncomingMessage, ServerResponse } from "node:http";
import { toAppError } from "@/lib/errors";
import { getClientAddress } from "@/lib/http/request";
import { log } from "@/lib/log";
import { enforceRateLimit, type RateLimit } from "@/lib/rate-limit";
import { isRenderedPerRequest } from "./rendered-pages";

/** Searches, filtered lists and other pages made for one request: five a second, more than a family behind one address asks for. */
const RENDERED_PAGES: RateLimit = { name: "rendered-pages", requests: 300, seconds: 60 };
/** The panel renders every page anew, and fetches some ahead. */
const ADMIN_PAGES: RateLimit = { name: "admin-pages", requests: 1_200, seconds: 60 };
/** Pages that were in no cache yet, unknown addresses among them. */
const UNCACHED_PAGES: RateLimit = { name: "uncached-pages", requests: 600, seconds: 60 };

const MAX_REMEMBERED = 10_000;
/** Clients that used up UNCACHED_PAGES → until when they are refused. */
const refusedUntil = new Map<string, number>();

/** Counts a page that Next would have to render; answers the seconds to wait when there were too many, or 0. */
export async function countPageRequest(request: IncomingMessage, response: ServerResponse) {
  const client = clientOf(request);
  const wait = Math.ceil(((refusedUntil.get(client) ?? 0) - Date.now()) / 1000);
  if (wait > 0) return wait;
  const limit = limitOf(request.url ?? "");
  if (limit) return count(limit, client);
  response.once("finish", () => {
    if (wasRendered(response)) void countUncached(client);
  });
  return 0;
}

function clientOf({ headers }: IncomingMessage): string {
  return getClientAddress(new Headers({ "x-forwarded-for": String(headers["x-forwarded-for"]) }));
}

function limitOf(url: string): RateLimit | null {
  if (/^\/admin(?:[/?]|$)/.test(url)) return ADMIN_PAGES;
  return isRenderedPerRequest(url) ? RENDERED_PAGES : null;
}

/** Cached pages answer while the database is away; the others say so themselves. */
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
  if (wait === 0) return;
  if (refusedUntil.size >= MAX_REMEMBERED) refusedUntil.clear();
  refusedUntil.set(client, Date.now() + wait * 1000);
}
