import type { ServerResponse } from "node:http";

/** Calls `adjust` once all headers of the answer are set, just before they are sent. */
export function beforeHeaders(response: ServerResponse, adjust: () => void): void {
  const { writeHead } = response;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    const last = rest.at(-1);
    const isNamed = typeof last === "object" && last !== null && !Array.isArray(last);
    const named = isNamed ? (rest.pop() as Record<string, string>) : {};
    for (const [name, value] of Object.entries(named)) response.setHeader(name, value);
    response.writeHead = writeHead;
    adjust();
    return writeHead.apply(response, [response.statusCode, ...rest] as never);
  };
}
