import type { ServerResponse } from "node:http";

/** Calls `adjust` once, when all headers are set and before they are sent. */
export function beforeHeaders(response: ServerResponse, adjust: () => void): void {
  const { writeHead } = response;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    const last = rest.at(-1);
    const hasHeaders = typeof last === "object" && last !== null && !Array.isArray(last);
    const headers = hasHeaders ? (rest.pop() as Record<string, string>) : {};
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.writeHead = writeHead;
    adjust();
    return writeHead.apply(response, [response.statusCode, ...rest] as never);
  };
}
