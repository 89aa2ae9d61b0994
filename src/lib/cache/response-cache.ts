import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";

interface CachedResponse {
  headers: OutgoingHttpHeaders;
  /** As it went over the wire, compressed already. */
  body: Buffer;
  until: number;
}

interface Kept {
  pages: Map<string, CachedResponse>;
  bytes: number;
  /** Nothing is kept before: after a change Next may hand an old page out for a moment. */
  notBefore: number;
}

/** How long a page is sent again without asking Next, which knows when to make it anew. */
const KEPT_MS = 10_000;
const CALM_MS = 2_000;
const MOST_BYTES = 32 * 1024 * 1024;
const LARGEST_PAGE = 1024 * 1024;
const MAX_URL_LENGTH = 500;

const empty = (): Kept => ({ pages: new Map(), bytes: 0, notBefore: 0 });
const shared = globalThis as { shopResponseCache?: Kept };

/** One a process: routes and the server's edge are bundled apart. */
function kept(): Kept {
  shared.shopResponseCache ??= empty();
  return shared.shopResponseCache;
}

/** After a change: whoever asks from now on is answered by Next. */
export function clearResponseCache(): void {
  shared.shopResponseCache = { ...empty(), notBefore: Date.now() + CALM_MS };
}

/**
 * Sends a cached page as it was sent a moment ago, and says so; otherwise keeps what Next is about to send, where that is
 * the same for everybody. Next reads, hashes and compresses a cached page for each request, which is most of its cost.
 */
export function serveFromCache(request: IncomingMessage, response: ServerResponse): boolean {
  const key = keyOf(request);
  if (key === null) return false;
  const page = kept().pages.get(key);
  if (!page || page.until < Date.now()) {
    watch(key, response);
    return false;
  }
  const { etag } = page.headers;
  if (etag !== undefined && request.headers["if-none-match"] === etag) {
    const { "content-length": _, "content-encoding": __, ...headers } = page.headers;
    response.writeHead(304, { ...headers, ...FROM_MEMORY }).end();
  } else {
    response.writeHead(200, { ...page.headers, ...FROM_MEMORY }).end(page.body);
  }
  return true;
}

/** RFC 9211: says that Next was not asked. */
const FROM_MEMORY = { "cache-status": "shop; hit" };

const NOT_A_PAGE = /^\/(?:api|admin|media|_next|fonts|apercu)(?:\/|$)/;
/** What the router asks for between pages, what speaks to Next's own insides, and parts of files. */
const OTHER_VARIANT = /^(?:rsc|range|next-.*|x-(?:next|middleware|invoke|matched|prerender).*)$/;

/** Null for what is never the same for everybody. Leaves one compression to choose from: gzip, or none. */
function keyOf({ method, url = "", headers }: IncomingMessage): string | null {
  if (method !== "GET" || url.length > MAX_URL_LENGTH || NOT_A_PAGE.test(url)) return null;
  if (Object.keys(headers).some((name) => OTHER_VARIANT.test(name))) return null;
  if (headers.cookie?.includes("__prerender_bypass")) return null;
  const isGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(String(headers["accept-encoding"]));
  headers["accept-encoding"] = isGzip ? "gzip" : "identity";
  return `${isGzip ? "gzip" : "plain"} ${url}`;
}

function watch(key: string, response: ServerResponse): void {
  const began = Date.now();
  const chunks: Buffer[] = [];
  let bytes = 0;
  let isShared = false;
  const take = (chunk: unknown, encoding?: unknown) => {
    if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) return;
    const part = Buffer.from(chunk as string, encoding as BufferEncoding);
    bytes += part.length;
    if (bytes <= LARGEST_PAGE) chunks.push(part);
  };
  const { write, end, writeHead } = response;
  // Before the lifetime that Next wrote for shared caches is taken off.
  response.writeHead = (...args: unknown[]) => {
    isShared = isForEverybody(response);
    return writeHead.apply(response, args as never);
  };
  response.write = (...args: unknown[]) => {
    take(args[0], args[1]);
    return write.apply(response, args as Parameters<typeof write>);
  };
  response.end = ((...args: unknown[]) => {
    take(args[0], args[1]);
    // Some chunks may still be on their way through `write`, which `end` calls.
    response.write = write;
    const result = end.apply(response, args as Parameters<typeof end>);
    if (bytes <= LARGEST_PAGE && isShared && began >= kept().notBefore) {
      keep(key, response.getHeaders(), Buffer.concat(chunks));
    }
    return result;
  }) as typeof end;
}

function isForEverybody(response: ServerResponse): boolean {
  const cacheControl = String(response.getHeader("cache-control"));
  return (
    response.statusCode === 200 &&
    response.getHeader("x-nextjs-cache") === "HIT" &&
    response.getHeader("set-cookie") === undefined &&
    cacheControl.includes("s-maxage") &&
    !cacheControl.includes("private")
  );
}

const OF_ONE_CONNECTION = ["date", "connection", "keep-alive", "transfer-encoding"];

function keep(key: string, all: OutgoingHttpHeaders, body: Buffer): void {
  const store = kept();
  const headers: OutgoingHttpHeaders = { ...all, "content-length": body.length };
  for (const name of OF_ONE_CONNECTION) delete headers[name];
  store.bytes += body.length - (store.pages.get(key)?.body.length ?? 0);
  store.pages.delete(key);
  store.pages.set(key, { headers, body, until: Date.now() + KEPT_MS });
  for (const [oldest, page] of store.pages) {
    if (store.bytes <= MOST_BYTES) break;
    store.pages.delete(oldest);
    store.bytes -= page.body.length;
  }
}
