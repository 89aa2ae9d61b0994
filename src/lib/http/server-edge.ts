import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import { answeredFromKept } from "./kept-pages";
import { SECURITY_HEADERS } from "./security-headers";

/**
 * Stands in front of Next in its own process, for what Next leaves no other place for:
 * - It appends the socket's address to X-Forwarded-For, as every proxy does. Next keeps what a client forged there and cannot
 *   tell a handler who connected; with the socket at the right end, counting hops from the right is safe.
 * - It puts the security headers on every answer: Next leaves them off its own redirects.
 * - It sends one Location with a redirect: of a cached redirect Next sends two, and what stands between joins them.
 * - It sends a cached page again as it was sent before, instead of having Next compress it anew for each reader.
 * - It refuses addresses that no percent-decoding understands (`%E0%A4%A`): Next answers them 500 where a rewrite matches.
 */
export function guardServer({ keepsPages }: { keepsPages: boolean }): void {
  const emit: (event: string, ...args: unknown[]) => boolean = Server.prototype.emit;
  Server.prototype.emit = function guarded(event: string, ...args: unknown[]) {
    const isAnswered =
      event === "request" && answered(...(args as [IncomingMessage, ServerResponse]), keepsPages);
    return isAnswered || emit.call(this, event, ...args);
  };
}

/** True when Next need not be asked. */
function answered(
  request: IncomingMessage,
  response: ServerResponse,
  keepsPages: boolean,
): boolean {
  appendSocketAddress(request);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  keepOneLocation(response);
  if (!isDecodable(request.url ?? "")) return refuse(request, response);
  return keepsPages && answeredFromKept(request, response);
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

function refuse(request: IncomingMessage, response: ServerResponse): true {
  const asked = request.url?.startsWith("/api/");
  const requestId = `req_${crypto.randomUUID().replaceAll("-", "").slice(0, 20)}`;
  const message = "Cette adresse est mal écrite.";
  const meta = { timestamp: new Date().toISOString(), requestId };
  const envelope = { success: false, error: { code: "VALIDATION_ERROR", message }, meta };
  response.writeHead(400, {
    "content-type": asked ? "application/json" : "text/html; charset=utf-8",
    "cache-control": "private, no-store",
    "x-request-id": requestId,
  });
  response.end(
    asked
      ? JSON.stringify(envelope)
      : `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>400</title><p>${message} <a href="/">Retour à l'accueil</a></p></html>`,
  );
  return true;
}
