import type { NextRequest } from "next/server";
import { getClientAddress } from "@/lib/http/request";
import { log } from "@/lib/log";
import { enforceRateLimit } from "@/lib/rate-limit";

/** A family behind one address reads its mail; a machine that tries addresses does not get far. */
const VISIT_LIMIT = { name: "campaign-visits", requests: 240, seconds: 60 };

export const PRIVATE_HEADERS = {
  "cache-control": "private, no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
} as const;

/** Whether this visit counts. It is answered all the same: nobody who clicked is kept waiting at a door. */
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
    isByHand: headers.get("sec-fetch-user") === "?1",
  };
}

/** What `read` finds, or null: the database may be away, and the reader still gets somewhere. */
export function orNull<T>(read: Promise<T>): Promise<T | null> {
  return read.catch((err: unknown) => {
    log.error({ err }, "a link of a campaign could not be looked up");
    return null;
  });
}
