import type { ServerResponse } from "node:http";
import { setHead } from "@/lib/cache/whole-response";

/** Calls `adjust` once, when all headers are set and before they are sent. */
export function beforeHeaders(response: ServerResponse, adjust: () => void): void {
  const { writeHead } = response;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const others = setHead(response, status, rest);
    response.writeHead = writeHead;
    adjust();
    return writeHead.apply(response, [response.statusCode, ...others] as never);
  };
}
