import type { IncomingMessage, ServerResponse } from "node:http";
import { beforeHeaders } from "./response-headers";

/** How long the sender has to read the answer: a connection cut at once would take the answer with it. */
const LINGER_MS = 2_000;

/**
 * Ends the connection of a request that is answered before its body has arrived, and takes in no more of it. Node would
 * read the rest, however long, to use the connection again.
 */
export function closeWhenUnread(request: IncomingMessage, response: ServerResponse): void {
  if (!announcesBody(request)) return;
  // Node counts a body that somebody began to read as not its own to throw away.
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
