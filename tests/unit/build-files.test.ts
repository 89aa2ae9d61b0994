import { createServer, get, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { patchNodeServer } from "@/app/_front/node-server";

const { emit } = Server.prototype;
const SCRIPT = `export const words = [${'"zellige", "mitigeur", '.repeat(500)}];`;

/** A stub of Next, which compresses what clients accept and answers 304 to its own tag. */
const server = createServer((request, response) => {
  const isKnown = request.headers["if-none-match"] === 'W/"a"';
  response.writeHead(request.url?.includes("missing") ? 404 : isKnown ? 304 : 200, {
    "content-type": "application/javascript; charset=utf-8",
    "cache-control": "public, max-age=31536000, immutable",
    "accept-ranges": "bytes",
    etag: 'W/"a"',
    "x-accepted": String(request.headers["accept-encoding"]),
  });
  if (!isKnown) response.write(SCRIPT.slice(0, 100));
  response.end(isKnown ? undefined : SCRIPT.slice(100));
});

beforeAll(async () => {
  patchNodeServer({ isSelfHosted: true });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(async () => {
  Server.prototype.emit = emit;
  await new Promise((done) => server.close(done));
});

async function request(path: string, headers: Record<string, string> = {}, method = "GET") {
  const { port } = server.address() as AddressInfo;
  const options = { port, host: "127.0.0.1", path, headers, method };
  return new Promise<{ status: number; body: Buffer; header: (name: string) => unknown }>(
    (done, failed) => {
      get(options, async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        const header = (name: string) => response.headers[name];
        done({ status: response.statusCode ?? 0, body: Buffer.concat(chunks), header });
      }).on("error", failed);
    },
  );
}

const PATH = "/_next/static/chunks/a.js";
const BROTLI = { "accept-encoding": "gzip, deflate, br, zstd" };

describe("A script of the build", () => {
  it("is sent in brotli, also to clients that ask at the same time, and stays immutable", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => request(PATH, BROTLI)));
    for (const { status, body, header } of [...answers, await request(PATH, BROTLI)]) {
      expect([status, header("content-encoding"), header("vary")]).toEqual([
        200,
        "br",
        "Accept-Encoding",
      ]);
      expect(brotliDecompressSync(body).toString()).toBe(SCRIPT);
      expect(header("content-length")).toBe(String(body.length));
      expect(header("cache-control")).toContain("immutable");
      expect(header("x-frame-options")).toBe("DENY");
    }
  });

  it.each([
    ["a client without brotli", PATH, { "accept-encoding": "gzip" }, "gzip"],
    ["a part of the file", PATH, { ...BROTLI, range: "bytes=0-9" }, BROTLI["accept-encoding"]],
    ["another file", "/_next/static/media/a.woff2", BROTLI, BROTLI["accept-encoding"]],
    ["another folder", "/media/a.js", BROTLI, BROTLI["accept-encoding"]],
  ])("is left to Next for %s", async (_, path, headers, accepted) => {
    const { header, body } = await request(path, headers);
    expect([header("content-encoding"), header("x-accepted")]).toEqual([undefined, accepted]);
    expect(body.toString()).toBe(SCRIPT);
  });

  it("answers 304 without a body, and 404 without storing it", async () => {
    const known = await request(PATH, { ...BROTLI, "if-none-match": 'W/"a"' });
    expect([known.status, known.body.length]).toEqual([304, 0]);
    const missing = await request("/_next/static/chunks/missing.js", BROTLI);
    expect([missing.status, missing.header("content-encoding")]).toEqual([404, undefined]);
  });
});
