import { type IncomingMessage, Server } from "node:http";

/**
 * Appends the socket's address to X-Forwarded-For, as every proxy does. Next keeps what a client forged there and has no
 * other way to tell a handler who connected; with the socket at the right end, counting hops from the right is safe.
 */
export function appendSocketAddress(): void {
  const emit: (event: string, ...args: unknown[]) => boolean = Server.prototype.emit;
  Server.prototype.emit = function withSocketAddress(event: string, ...args: unknown[]) {
    if (event === "request") {
      const { headers, socket } = args[0] as IncomingMessage;
      const hops = [headers["x-forwarded-for"], socket.remoteAddress].flat().filter(Boolean);
      headers["x-forwarded-for"] = hops.join(", ");
    }
    return emit.call(this, event, ...args);
  };
}
