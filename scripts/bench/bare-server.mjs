import http from "node:http";
import zlib from "node:zlib";

/** The least that Node can do: the same bytes for every request, ready made, or compressed for each one. */
process.on("message", ({ headers, body, gzip }) => {
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
  server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
});
