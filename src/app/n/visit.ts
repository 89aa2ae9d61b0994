import type { NextRequest } from "next/server";
import { getClientAddress } from "@/lib/http/request";
import { log } from "@/lib/log";
import { enforceRateLimit, type RateLimit } from "@/lib/rate-limit";

/** Enough for several readers behind one IP address; stops programs that try tokens. */
const VISIT_LIMIT: RateLimit = {
  name: "campaign-visits",
  requests: 240,
  seconds: 60,
  store: "database",
};

export const PRIVATE_HEADERS = {
  "cache-control": "private, no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
} as const;

/** Applies the rate limit; false for prefetches and above the limit. The route responds in any case and only skips the event. */
export async function registerVisit(request: NextRequest): Promise<boolean> {
  const { headers } = request;
  const purpose = `${headers.get("sec-purpose")} ${headers.get("purpose")} ${headers.get("x-moz")}`;
  if (request.method !== "GET" || /prefetch|preview|prerender/i.test(purpose)) return false;
  try {
    await enforceRateLimit(VISIT_LIMIT, getClientAddress(headers));
    return true;
  } catch {
    return false;
  }
}

export function readVisit({ headers }: NextRequest) {
  return {
    userAgent: headers.get("user-agent"),
    hasUserActivation: headers.get("sec-fetch-user") === "?1",
  };
}

/** Returns null where the query fails, so that the reader is redirected even while the database is unavailable. */
export function orNull<T>(read: Promise<T>): Promise<T | null> {
  return read.catch((err: unknown) => {
    log.error({ err }, "a link could not be looked up");
    return null;
  });
}
