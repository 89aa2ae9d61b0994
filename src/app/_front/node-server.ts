import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import { SERVER_REFUSAL_PAGES } from "@/content/refusal-pages";
import { compressBuildFile } from "@/lib/cache/build-files";
import { serveFromCache } from "@/lib/cache/response-cache";
import { sendWhole } from "@/lib/cache/whole-response";
import { PLAIN_PAGE_HEADERS, plainPage } from "@/lib/http/plain-page";
import { chooseEncoding } from "@/lib/net/compression";
import { browserCacheControl } from "./browser-cache";
import { removePolicyOfUnchanged, setDefaultPolicy, setPagePolicy } from "./page-policy";
import { withQuery } from "./redirect-query";
import { beforeHeaders } from "./response-headers";
import { listSecurityHeaders } from "./security-headers";
import { closeWhenUnread } from "./unread-body";
import type { VariantFilter } from "./variant-filter";

interface ServerOptions {
  /** In production without Vercel, which caches pages, removes cache headers and limits requests itself. */
  isSelfHosted: boolean;
  /** Returns the seconds after which the client may request another page, or 0 to render this one. */
  countPageRequest?: (request: IncomingMessage, response: ServerResponse) => Promise<number>;
  filterVariants?: VariantFilter;
}

type RefusalStatus = keyof typeof SERVER_REFUSAL_PAGES;

/**
 * Patches Node's HTTP server to handle each request before Next does, for tasks that Next has no hook for:
 * - Appends the socket's address to X-Forwarded-For, as a proxy does. Next passes on what the client forged there and does not expose
 *   the socket to handlers; with the socket's address at the right end, hops can be counted from the right.
 * - Sets the security headers on every response: Next omits them on its own redirects. Sets the Content-Security-Policy (`page-policy.ts`).
 * - Sends one Location header: Next sends two with a cached redirect, which proxies join. Adds the query of the requested URL, which
 *   a cached redirect does not have.
 * - Replaces Cache-Control, so that browsers revalidate everything that staff can change.
 * - Resends a stored response instead of letting Next compress the page for each client, and compresses pages and answers of the public
 *   API in one go, and files of the build once. Routes cannot do that: Next removes their Content-Encoding.
 * - Closes each connection after its next response once the server closes, so that busy clients do not keep the process alive.
 * - Closes the connection of a request whose body is not read, instead of receiving the rest.
 * - Removes the slash at the end of addresses that are relayed to PostHog, instead of redirecting each request.
 * - Removes invented variants of experiments from the cookie, each of which would be a page of its own.
 * - Rejects paths with invalid percent-encoding (`%E0%A4%A`), for which Next responds 500 when a rewrite matches.
 * - Rejects paths of Next that the shop does not use, and clients that request too many rendered pages.
 */
export function patchNodeServer(options: ServerOptions): void {
  const emit: (event: string, ...args: unknown[]) => boolean = Server.prototype.emit;
  Server.prototype.emit = function patchedEmit(this: Server, event: string, ...args: unknown[]) {
    const next = () => emit.call(this, event, ...args);
    if (event !== "request") return next();
    const [request, response] = args as [IncomingMessage, ServerResponse];
    request.url = withoutRelaySlash(request.url ?? "");
    if (!this.listening) response.shouldKeepAlive = false;
    prepareHeaders(request, response, options);
    const respond = () => {
      if (!respondEarly(request, response, options)) passToNext(request, response, options, next);
    };
    const filtering = filterVariants(request, options);
    if (filtering) void filtering.then(respond);
    else respond();
    return true;
  };
}

function prepareHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServerOptions,
) {
  const url = request.url ?? "";
  appendSocketAddress(request);
  for (const [name, value] of listSecurityHeaders(url)) response.setHeader(name, value);
  setDefaultPolicy(request, response, options);
  enforceSingleLocation(response);
  closeWhenUnread(request, response);
  beforeHeaders(response, () => {
    const location = response.getHeader("location");
    if (typeof location === "string" && [307, 308].includes(response.statusCode)) {
      response.setHeader("location", withQuery(url, location));
    }
    if (!options.isSelfHosted) return;
    removePolicyOfUnchanged(response);
    const current = response.getHeader("cache-control");
    response.setHeader(
      "cache-control",
      browserCacheControl(url, current?.toString(), request.headers.cookie),
    );
  });
}

function filterVariants(request: IncomingMessage, options: ServerOptions) {
  return options.isSelfHosted && isPage(request.url ?? "")
    ? options.filterVariants?.(request)
    : undefined;
}

/** Returns true when the response is sent without Next. */
function respondEarly(
  request: IncomingMessage,
  response: ServerResponse,
  { isSelfHosted }: ServerOptions,
): boolean {
  const { url = "", method = "" } = request;
  if (!isDecodable(url)) return refuse(request, response, 400);
  if (!isSelfHosted) return false;
  if (isUnusedAddress(url)) return refuse(request, response, 404);
  if (isPage(url) && !READ_METHODS.has(method)) {
    response.setHeader("allow", "GET, HEAD");
    return refuse(request, response, 405);
  }
  if (serveFromCache(request, response)) return true;
  if (isPage(url)) setPagePolicy(request, response);
  if (method === "GET" && url.startsWith(PUBLIC_API)) compressAnswer(request, response);
  compressBuildFile(request, response);
  return false;
}

/** Its answers are short. Those of the admin's API may be long files, which Next compresses as they come. */
const PUBLIC_API = "/api/public/";

function compressAnswer({ headers }: IncomingMessage, response: ServerResponse): void {
  const encoding = chooseEncoding(headers["accept-encoding"]?.toString());
  headers["accept-encoding"] = "identity";
  sendWhole(response, { encoding }, (body) => response.end(body));
}

function passToNext(
  request: IncomingMessage,
  response: ServerResponse,
  { isSelfHosted, countPageRequest }: ServerOptions,
  next: () => void,
): void {
  if (!isSelfHosted || !countPageRequest || !isPage(request.url ?? "")) {
    next();
    return;
  }
  void countPageRequest(request, response).then((wait) => {
    if (wait === 0) return next();
    response.setHeader("retry-after", String(wait));
    return refuse(request, response, 429);
  });
}

/** PostHog's browser part ends its paths with a slash, for which Next would send a redirect. */
function withoutRelaySlash(url: string): string {
  return url.replace(/^(\/api\/relay\/[^?]*[^?/])\/(?=\?|$)/, "$1");
}

function appendSocketAddress({ headers, socket }: IncomingMessage): void {
  const hops = [headers["x-forwarded-for"], socket.remoteAddress].flat().filter(Boolean);
  headers["x-forwarded-for"] = hops.join(", ");
}

function enforceSingleLocation(response: ServerResponse): void {
  const { setHeader, appendHeader } = response;
  const isLocation = (name: string) => name.toLowerCase() === "location";
  response.setHeader = (name, value) =>
    setHeader.call(response, name, isLocation(name) && Array.isArray(value) ? value[0] : value);
  response.appendHeader = (name, value) =>
    isLocation(name) ? response.setHeader(name, value) : appendHeader.call(response, name, value);
}

function isDecodable(url: string): boolean {
  const [path = ""] = url.split("?");
  if (!path.includes("%")) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

const READ_METHODS = new Set(["GET", "HEAD"]);

/** The shop has no server actions, so only the API accepts a body. */
function isPage(url: string): boolean {
  return !/^\/(?:api\/(?!docs(?:[?/]|$))|_next\/|media\/|fonts\/|n\/)/.test(url);
}

/** The image optimizer and the data of the Pages Router. Under `/_next` the shop uses only the files of the build. */
function isUnusedAddress(url: string): boolean {
  return /^\/_next(?:[/?]|$)/.test(url) && !url.startsWith("/_next/static/");
}

function refuse(
  { url = "", method }: IncomingMessage,
  response: ServerResponse,
  status: RefusalStatus,
): true {
  const requestId = `req_${crypto.randomUUID().replaceAll("-", "").slice(0, 20)}`;
  const isApi = url.startsWith("/api/") && !isPage(url);
  const type = isApi ? "application/json" : PLAIN_PAGE_HEADERS["content-type"];
  response.writeHead(status, {
    ...PLAIN_PAGE_HEADERS,
    "content-type": type,
    "x-request-id": requestId,
  });
  const message = SERVER_REFUSAL_PAGES[status].fr.title;
  const meta = { timestamp: new Date().toISOString(), requestId };
  const envelope = { success: false, error: { code: "VALIDATION_ERROR", message }, meta };
  const body = isApi ? JSON.stringify(envelope) : plainPage(SERVER_REFUSAL_PAGES[status]);
  response.end(method === "HEAD" ? undefined : body);
  return true;
}
