import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import { serveFromCache } from "@/lib/cache/response-cache";
import { PLAIN_PAGE_HEADERS, type PlainPage, plainPage } from "@/lib/http/plain-page";
import { browserCacheControl } from "./browser-cache";
import { withQuery } from "./redirect-query";
import { beforeHeaders } from "./response-headers";
import { SECURITY_HEADERS } from "./security-headers";
import { closeWhenUnread } from "./unread-body";

interface ServerOptions {
  /** In production, and with no platform in front that keeps pages, takes cache headers off and limits requests itself. */
  isSelfHosted: boolean;
  /** Answers the seconds that a client has to wait before it may ask for another page, or 0. */
  countPageRequest?: (request: IncomingMessage, response: ServerResponse) => Promise<number>;
}

/**
 * Stands in front of Next in its own process, for what Next leaves no other place for:
 * - It appends the socket's address to X-Forwarded-For, as every proxy does. Next keeps what a client forged there and cannot
 *   tell a handler who connected; with the socket at the right end, counting hops from the right is safe.
 * - It puts the security headers on every answer: Next leaves them off its own redirects.
 * - It sends one Location with a redirect: of a cached redirect Next sends two, and what stands between joins them. The
 *   query of the old address goes along, which a cached page cannot know.
 * - It lets browsers keep nothing that staff may change.
 * - It sends a cached page again as it was sent before, instead of having Next compress it anew for each reader.
 * - It ends the connection of a request whose body nobody wants, instead of taking the body in.
 * - It refuses addresses that no percent-decoding understands (`%E0%A4%A`): Next answers them 500 where a rewrite matches.
 * - It refuses what Next offers and the shop does not use, and clients that have too many pages rendered.
 */
export function patchNodeServer(options: ServerOptions): void {
  const emit: (event: string, ...args: unknown[]) => boolean = Server.prototype.emit;
  Server.prototype.emit = function guarded(event: string, ...args: unknown[]) {
    const passOn = () => emit.call(this, event, ...args);
    if (event !== "request") return passOn();
    const [request, response] = args as [IncomingMessage, ServerResponse];
    prepare(request, response, options);
    if (!isAnswered(request, response, options)) askNext(request, response, options, passOn);
    return true;
  };
}

function prepare(request: IncomingMessage, response: ServerResponse, options: ServerOptions) {
  const url = request.url ?? "";
  appendSocketAddress(request);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  keepOneLocation(response);
  closeWhenUnread(request, response);
  beforeHeaders(response, () => {
    const location = response.getHeader("location");
    if (typeof location === "string" && [307, 308].includes(response.statusCode)) {
      response.setHeader("location", withQuery(url, location));
    }
    if (!options.isSelfHosted) return;
    const current = response.getHeader("cache-control");
    response.setHeader("cache-control", browserCacheControl(url, current?.toString()));
  });
}

/** True when Next need not be asked. */
function isAnswered(
  request: IncomingMessage,
  response: ServerResponse,
  { isSelfHosted }: ServerOptions,
): boolean {
  const { url = "", method = "" } = request;
  if (!isDecodable(url)) return refuse(request, response, 400);
  if (!isSelfHosted) return false;
  if (isUnusedAddress(url)) return refuse(request, response, 404);
  if (isPage(url) && !READS.has(method)) {
    response.setHeader("allow", "GET, HEAD");
    return refuse(request, response, 405);
  }
  return serveFromCache(request, response);
}

function askNext(
  request: IncomingMessage,
  response: ServerResponse,
  { isSelfHosted, countPageRequest }: ServerOptions,
  passOn: () => void,
): void {
  if (!isSelfHosted || !countPageRequest || !isPage(request.url ?? "")) {
    passOn();
    return;
  }
  void countPageRequest(request, response).then((wait) => {
    if (wait === 0) return passOn();
    response.setHeader("retry-after", String(wait));
    return refuse(request, response, 429);
  });
}

function appendSocketAddress({ headers, socket }: IncomingMessage): void {
  const hops = [headers["x-forwarded-for"], socket.remoteAddress].flat().filter(Boolean);
  headers["x-forwarded-for"] = hops.join(", ");
}

function keepOneLocation(response: ServerResponse): void {
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

const READS = new Set(["GET", "HEAD"]);

/** The shop has no server actions: outside of the API nothing takes a body. */
function isPage(url: string): boolean {
  return !/^\/(?:api\/(?!docs(?:[?/]|$))|_next\/|media\/|fonts\/|n\/)/.test(url);
}

/** The image optimizer and the data of the Pages Router: of Next's own addresses the shop uses the files of the build. */
function isUnusedAddress(url: string): boolean {
  return /^\/_next(?:[/?]|$)/.test(url) && !url.startsWith("/_next/static/");
}

const REFUSALS: Record<400 | 404 | 405 | 429, PlainPage> = {
  400: {
    fr: { title: "Cette adresse est mal écrite", text: '<a href="/">Retour à l\'accueil</a>' },
    ar: {
      title: "هذا العنوان مكتوب بشكل خاطئ",
      text: '<a href="/ar">العودة إلى الصفحة الرئيسية</a>',
    },
  },
  404: {
    fr: { title: "Cette page n'existe pas", text: '<a href="/">Retour à l\'accueil</a>' },
    ar: { title: "هذه الصفحة غير موجودة", text: '<a href="/ar">العودة إلى الصفحة الرئيسية</a>' },
  },
  405: {
    fr: {
      title: "Cette page ne reçoit pas de formulaire",
      text: '<a href="/">Retour à l\'accueil</a>',
    },
    ar: {
      title: "هذه الصفحة لا تستقبل نماذج",
      text: '<a href="/ar">العودة إلى الصفحة الرئيسية</a>',
    },
  },
  429: {
    fr: {
      title: "Trop de pages demandées en peu de temps",
      text: "Attendez une minute, puis rechargez cette page.",
    },
    ar: {
      title: "طلبتم صفحات كثيرة في وقت قصير",
      text: "انتظروا دقيقة، ثم أعيدوا تحميل هذه الصفحة.",
    },
  },
};

function refuse(
  { url = "", method }: IncomingMessage,
  response: ServerResponse,
  status: keyof typeof REFUSALS,
): true {
  const requestId = `req_${crypto.randomUUID().replaceAll("-", "").slice(0, 20)}`;
  const isApi = url.startsWith("/api/") && !isPage(url);
  const type = isApi ? "application/json" : PLAIN_PAGE_HEADERS["content-type"];
  response.writeHead(status, {
    ...PLAIN_PAGE_HEADERS,
    "content-type": type,
    "x-request-id": requestId,
  });
  const message = REFUSALS[status].fr.title;
  const meta = { timestamp: new Date().toISOString(), requestId };
  const envelope = { success: false, error: { code: "VALIDATION_ERROR", message }, meta };
  const body = isApi ? JSON.stringify(envelope) : plainPage(REFUSALS[status]);
  response.end(method === "HEAD" ? undefined : body);
  return true;
}
