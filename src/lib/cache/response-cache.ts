import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { chooseEncoding } from "@/lib/net/compression";
import { readVariants } from "./variant-codes";
import { sendWhole } from "./whole-response";

interface CachedResponse {
  headers: OutgoingHttpHeaders;
  /** The bytes as sent, after compression. */
  body: Buffer;
  /** In milliseconds. */
  expiresAt: number;
}

interface ResponseCache {
  responses: Map<string, CachedResponse>;
  bytes: number;
  /** Responses to earlier requests are not stored: right after a change Next may still send an outdated page. */
  notBefore: number;
}

/** Short, because Next decides when a page is revalidated. */
const TTL_MS = 10_000;
const PAUSE_AFTER_CLEAR_MS = 2_000;
const MAX_CACHE_BYTES = 32 * 1024 * 1024;
const MAX_URL_LENGTH = 500;

const createCache = (): ResponseCache => ({ responses: new Map(), bytes: 0, notBefore: 0 });
const shared = globalThis as { shopResponseCache?: ResponseCache };

/** On globalThis, because routes and the node server are separate bundles. */
function getCache(): ResponseCache {
  shared.shopResponseCache ??= createCache();
  return shared.shopResponseCache;
}

export function clearResponseCache(): void {
  shared.shopResponseCache = { ...createCache(), notBefore: Date.now() + PAUSE_AFTER_CLEAR_MS };
}

/**
 * Sends a stored response and returns true, or returns false. Next reads, hashes and compresses a cached page for each request, which is
 * most of its cost.
 */
export function serveFromCache(request: IncomingMessage, response: ServerResponse): boolean {
  const key = buildKey(request);
  const page = key === null ? undefined : getCache().responses.get(key);
  if (!page || page.expiresAt < Date.now()) return false;
  const { etag } = page.headers;
  if (etag !== undefined && request.headers["if-none-match"] === etag) {
    const { "content-length": _, "content-encoding": __, ...headers } = page.headers;
    response.writeHead(304, { ...headers, ...HIT_HEADER }).end();
  } else {
    response.writeHead(200, { ...page.headers, ...HIT_HEADER }).end(page.body);
  }
  return true;
}

/**
 * Compresses what Next sends in one go, and stores it when it is the same for every client with the same variants of experiments.
 * `adjust` gets the body before it is compressed, and may change headers.
 */
export function sendAndStore(
  request: IncomingMessage,
  response: ServerResponse,
  adjust: (body: Buffer) => void,
): void {
  const startedAt = Date.now();
  const key = buildKey(request);
  const encoding = chooseEncoding(request.headers["accept-encoding"]?.toString());
  request.headers["accept-encoding"] = "identity";
  sendWhole(response, { encoding, adjust }, (body) => {
    // Asked before `end`, which replaces the `s-maxage` that Next wrote.
    const isStored = key !== null && isSharedResponse(response);
    response.end(body);
    if (isStored && startedAt >= getCache().notBefore) store(key, response.getHeaders(), body);
  });
}

/** RFC 9211. */
const HIT_HEADER = { "cache-status": "shop; hit" };

/** Also files, which Next sends as they are, and sitemaps, which are long and streamed. */
const NOT_A_PAGE =
  /^\/(?:api|admin|media|_next|fonts|apercu|sitemaps)(?:\/|$)|^[^?]*\.[a-z0-9]+(?:\?|$)/;
/** Headers of the client router, of Next's internal requests and of range requests. */
const OTHER_VARIANT = /^(?:rsc|range|next-.*|x-(?:next|middleware|invoke|matched|prerender).*)$/;

/** Null for a request whose response may depend on the client. */
function buildKey({ method, url = "", headers }: IncomingMessage): string | null {
  if (method !== "GET" || url.length > MAX_URL_LENGTH || NOT_A_PAGE.test(url)) return null;
  if (Object.keys(headers).some((name) => OTHER_VARIANT.test(name))) return null;
  if (headers.cookie?.includes("__prerender_bypass")) return null;
  const variants = readVariants(headers.cookie ?? "");
  const encoding = chooseEncoding(headers["accept-encoding"]?.toString());
  return variants === null ? null : `${encoding ?? "plain"} ${variants} ${url}`;
}

function isSharedResponse(response: ServerResponse): boolean {
  const cacheControl = String(response.getHeader("cache-control"));
  return (
    response.statusCode === 200 &&
    response.getHeader("x-nextjs-cache") === "HIT" &&
    response.getHeader("set-cookie") === undefined &&
    cacheControl.includes("s-maxage") &&
    !cacheControl.includes("private")
  );
}

const CONNECTION_HEADERS = ["date", "connection", "keep-alive", "transfer-encoding"];

function store(key: string, all: OutgoingHttpHeaders, body: Buffer): void {
  const cache = getCache();
  const headers: OutgoingHttpHeaders = { ...all, "content-length": body.length };
  for (const name of CONNECTION_HEADERS) delete headers[name];
  cache.bytes += body.length - (cache.responses.get(key)?.body.length ?? 0);
  cache.responses.delete(key);
  cache.responses.set(key, { headers, body, expiresAt: Date.now() + TTL_MS });
  for (const [oldest, page] of cache.responses) {
    if (cache.bytes <= MAX_CACHE_BYTES) break;
    cache.responses.delete(oldest);
    cache.bytes -= page.body.length;
  }
}
