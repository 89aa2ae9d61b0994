import "server-only";
import { createHash } from "node:crypto";
import { isOnVercel } from "@/lib/env";
import { type AppError, ERRORS } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import type { Pagination } from "@/lib/lists/pagination";

/** A handler's result for a list: `items` becomes `data` in the envelope, beside `pagination` and the properties of `extra`. */
export class ListResponse<T, X extends Record<string, unknown> = Record<never, never>> {
  constructor(
    readonly items: T[],
    readonly pagination: Pagination,
    readonly extra: X = {} as X,
  ) {}
}

/** A handler's result with `Set-Cookie` values. */
export class ResponseWithCookies<T> {
  constructor(
    readonly result: T,
    readonly cookies: string[],
  ) {}
}

const NO_STORE = { "cache-control": "private, no-store" };

/**
 * Builds the success envelope. With `publicSeconds` it has an ETag over everything but `meta`: browsers revalidate each time, and
 * Vercel's shared cache stores the response for that long.
 */
export function jsonResponse(
  request: Request,
  result: unknown,
  requestId: string,
  status: number,
  publicSeconds: number | undefined,
): Response {
  const content =
    result instanceof ListResponse
      ? { data: result.items, pagination: result.pagination, ...result.extra }
      : { data: result ?? null };
  const json = JSON.stringify(content);
  const headers = new Headers({
    "content-type": "application/json",
    "x-request-id": requestId,
    ...NO_STORE,
  });
  if (publicSeconds !== undefined) {
    const etag = `W/"${createHash("sha256").update(json).digest("base64url").slice(0, 27)}"`;
    headers.set("etag", etag);
    headers.set("cache-control", "no-cache");
    if (isOnVercel) headers.set("vercel-cdn-cache-control", `max-age=${publicSeconds}`);
    if (matches(request.headers.get("if-none-match"), etag)) {
      headers.delete("content-type");
      return new Response(null, { status: 304, headers });
    }
  }
  // A page of products is large, so it is serialized once, for the ETag and the body.
  const body = `{"success":true,${json.slice(1, -1)},"meta":${JSON.stringify(meta(requestId))}}`;
  return new Response(body, { status, headers });
}

/** Builds the error envelope with the message in `locale`. */
export function jsonErrorResponse(error: AppError, requestId: string, locale: Locale): Response {
  const headers = new Headers({ "x-request-id": requestId, vary: "accept-language", ...NO_STORE });
  if (error.retryAfterSeconds) headers.set("retry-after", String(error.retryAfterSeconds));
  const { code, details } = error;
  return Response.json(
    {
      success: false,
      error: { code, message: error.messageIn(locale), details },
      meta: meta(requestId),
    },
    { status: ERRORS[code].status, headers },
  );
}

function meta(requestId: string) {
  return { timestamp: new Date().toISOString(), requestId };
}

function matches(ifNoneMatch: string | null, etag: string): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
  return (ifNoneMatch ?? "")
    .split(",")
    .some((tag) => tag.trim() === "*" || opaque(tag) === opaque(etag));
}
