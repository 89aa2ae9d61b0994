import http from "node:http";
import type { AddressInfo } from "node:net";
import zlib from "node:zlib";

export interface BareServerOptions {
  headers: string[];
  /** Base64. */
  body: string;
  gzip: boolean;
}

/** The fastest possible Node server: the same bytes for every request, prepared once or compressed for each request. */
process.on("message", ({ headers, body, gzip }: BareServerOptions) => {
  const bytes = Buffer.from(body, "base64");
  const server = http.createServer((_, response) => {
    if (!gzip) {
      response.writeHead(200, headers);
      response.end(bytes);
      return;
    }
    zlib.gzip(bytes, (_error, compressed) => {
      response.writeHead(200, headers);
      response.end(compressed);
    });
  });
  server.listen(0, "127.0.0.1", () =>
    process.send?.({ port: (server.address() as AddressInfo).port }),
  );
});
