import http from "node:http";

/** One keep-alive connection to the shop; every request is another client's, so that no limit is reached. */
export function openClient(port) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  return {
    get: (path, headers = {}) => send(port, path, { agent, headers }),
    close: () => agent.destroy(),
  };
}

let clients = 0;

/** An address of 10.0.0.0/8 that has not been used in this run. */
export function nextClientAddress() {
  clients += 1;
  return `10.${(clients >> 16) & 255}.${(clients >> 8) & 255}.${clients & 255}`;
}

/** The answer as it came over the wire, still compressed, and how long it took to the last byte. */
function send(port, path, { agent, headers }) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const request = http.get(
      {
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
        const chunks = [];
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
  });
}
