import type { IncomingMessage, ServerResponse } from "node:http";
import { beforeHeaders } from "./response-headers";

/** Time for the client to read the response: closing the socket at once would discard it. */
const LINGER_MS = 2_000;

/**
 * Closes the connection after a response that is sent before the request's body has arrived. Node would otherwise receive the rest of
 * the body to reuse the connection.
 */
export function closeWhenUnread(request: IncomingMessage, response: ServerResponse): void {
  if (!announcesBody(request)) return;
  // Once reading has started, Node does not drain the body itself.
  request.read(0);
  beforeHeaders(response, () => {
    if (request.complete) return;
    response.setHeader("connection", "close");
    const { socket } = request;
    socket.destroySoon = () => {
      socket.end();
      setTimeout(() => socket.destroy(), LINGER_MS).unref();
    };
  });
}

function announcesBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}
