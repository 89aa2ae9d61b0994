import http from "node:http";

/** Opens one keep-alive connection to the shop. Each request has another client address, so that no rate limit applies. */
export interface Answer {
  status: number | undefined;
  headers: http.IncomingHttpHeaders;
  rawHeaders: string[];
  /** As received, still compressed. */
  body: Buffer;
  /** Until the last byte. */
  milliseconds: number;
}

export type Client = ReturnType<typeof openClient>;

export function openClient(port: number | string) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  return {
    get: (path: string, headers: http.OutgoingHttpHeaders = {}) =>
      send(port, path, { agent, headers }),
    /** Sends events of a visitor, as the tracker does. */
    postEvents: (events: readonly object[], headers: http.OutgoingHttpHeaders = {}) =>
      send(port, EVENTS_PATH, {
        agent,
        headers: { ...EVENT_HEADERS, ...headers },
        body: JSON.stringify(events),
      }),
    close: () => agent.destroy(),
  };
}

export const EVENTS_PATH = "/api/analytics/track";
/** The shop counts browsers only. */
export const EVENT_HEADERS = {
  "content-type": "application/json",
  "sec-fetch-site": "same-origin",
  "user-agent": "Mozilla/5.0 (Linux; Android 14) Chrome/141.0 Mobile Safari/537.36",
};

let clients = 0;

/** Returns an address of 10.0.0.0/8 that this run has not used yet. */
export function nextClientAddress(): string {
  clients += 1;
  return `10.${(clients >> 16) & 255}.${(clients >> 8) & 255}.${clients & 255}`;
}

interface RequestOptions {
  agent: http.Agent;
  headers: http.OutgoingHttpHeaders;
  /** Makes the request a POST. */
  body?: string;
}

function send(port: number | string, path: string, options: RequestOptions): Promise<Answer> {
  const { agent, headers, body } = options;
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const request = http.request(
      {
        method: body === undefined ? "GET" : "POST",
        host: "127.0.0.1",
        port,
        path,
        agent,
        timeout: 30_000,
        headers: {
          "accept-encoding": "gzip",
          "x-forwarded-for": nextClientAddress(),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode,
            headers: response.headers,
            rawHeaders: response.rawHeaders,
            body: Buffer.concat(chunks),
            milliseconds: performance.now() - started,
          }),
        );
      },
    );
    request.on("timeout", () => request.destroy(new Error(`${path}: no answer in 30 s`)));
    request.on("error", reject);
    request.end(body);
  });
}
