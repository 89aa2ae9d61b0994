import { createServer, get, type IncomingHttpHeaders, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { patchNodeServer } from "@/app/_front/node-server";
import { startCacheEpoch } from "@/lib/cache/epoch";
import { clearResponseCache } from "@/lib/cache/response-cache";

const { emit } = Server.prototype;
let made = 0;
let headers: Record<string, string> = {};
let filler = "";
let sendsHeadFirst = false;
let received: string | string[] | undefined;

/** A stub of Next that counts its requests. */
const server = createServer((request, response) => {
  made += 1;
  received = request.headers["accept-encoding"];
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const body = Buffer.from(`page ${made}${filler}`);
  // As Next's own compression does, also when it leaves a response as it is.
  if (sendsHeadFirst) response.writeHead(200, { "x-from-head": "1" });
  response.write(body.subarray(0, 3));
  response.end(body.subarray(3));
});

const PUBLIC_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "s-maxage=300, stale-while-revalidate=31535700",
  "x-nextjs-cache": "HIT",
  etag: '"abc"',
};

beforeAll(async () => {
  patchNodeServer({ isSelfHosted: true });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});

afterAll(async () => {
  vi.useRealTimers();
  Server.prototype.emit = emit;
  await new Promise((done) => server.close(done));
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  clearResponseCache();
  vi.setSystemTime(Date.now() + 3_000);
  made = 0;
  headers = PUBLIC_HEADERS;
  filler = "";
  sendsHeadFirst = false;
});

interface Answer {
  status: number;
  text: string;
  /** As transferred. */
  bytes: number;
  headers: IncomingHttpHeaders;
}

const DECODERS = new Map<string, (body: Buffer) => Buffer>([
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync],
]);

function sendRequest(
  path: string,
  sent: Record<string, string> = { "accept-encoding": "gzip, deflate, br" },
) {
  const { port } = server.address() as AddressInfo;
  return new Promise<Answer>((done, failed) => {
    get({ port, host: "127.0.0.1", path, headers: sent }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      const decode = DECODERS.get(response.headers["content-encoding"] ?? "") ?? ((same) => same);
      const text = (body.length > 0 ? decode(body) : body).toString();
      done({
        status: response.statusCode ?? 0,
        text,
        bytes: body.length,
        headers: response.headers,
      });
    }).on("error", failed);
  });
}

describe("A public page in the response cache", () => {
  it("is requested from Next once, and served again unchanged, with its security headers", async () => {
    const [first, second] = [await sendRequest("/"), await sendRequest("/")];
    expect([first.text, second.text]).toEqual(["page 1", "page 1"]);
    expect(second.headers).toMatchObject({ etag: '"abc"', "x-frame-options": "DENY" });
    expect(made).toBe(1);
  });

  it("is stored separately by its compression and its full URL", async () => {
    expect((await sendRequest("/")).text).toBe("page 1");
    expect((await sendRequest("/", { "accept-encoding": "identity" })).text).toBe("page 2");
    expect((await sendRequest("/", { "accept-encoding": "gzip;q=0, br;q=0.0" })).text).toBe(
      "page 2",
    );
    expect((await sendRequest("/", { "accept-encoding": "gzip" })).text).toBe("page 3");
    expect((await sendRequest("/", { "accept-encoding": "br" })).text).toBe("page 1");
    expect((await sendRequest("/?a=1")).text).toBe("page 4");
  });

  it("is stored separately by the variants of experiments, and for one browser only", async () => {
    const send = (cookie: string) => sendRequest("/", { "accept-encoding": "br", cookie });
    expect((await send("theme=dark")).text).toBe("page 1");
    const own = await send("variants=a0f1.b0g0; theme=dark");
    expect([own.text, own.headers["cache-control"]]).toEqual(["page 2", "private, no-cache"]);
    expect((await send("variants=a0f0")).text).toBe("page 3");
    const again = await send("variants=a0f1.b0g0");
    expect([again.text, again.headers["cache-control"]]).toEqual(["page 2", "private, no-cache"]);
    expect((await send("")).text).toBe("page 1");
  });

  it.each(["variants=%610f1", 'variants="a0f1"', "variants=a0f1; variants=b0g0"])(
    "is not stored for the cookie %s, which Next may read in another way",
    async (cookie) => {
      const send = () => sendRequest("/", { "accept-encoding": "br", cookie });
      expect([(await send()).text, (await send()).text]).toEqual(["page 1", "page 2"]);
    },
  );

  it("is answered with 304 to clients that have it", async () => {
    await sendRequest("/");
    const again = await sendRequest("/", { "accept-encoding": "br", "if-none-match": '"abc"' });
    expect([again.status, again.text, made]).toEqual([304, "", 1]);
  });

  it("is requested again after ten seconds, and at once after a change", async () => {
    await sendRequest("/");
    vi.setSystemTime(Date.now() + 10_001);
    expect((await sendRequest("/")).text).toBe("page 2");
    clearResponseCache();
    expect((await sendRequest("/")).text).toBe("page 3");
  });

  it("is requested again after a product was published or hidden by its dates", async () => {
    await sendRequest("/");
    startCacheEpoch();
    expect((await sendRequest("/")).text).toBe("page 2");
  });

  it("is not stored right after a change, while Next may still serve the old page", async () => {
    clearResponseCache();
    await sendRequest("/");
    expect((await sendRequest("/")).text).toBe("page 2");
    vi.setSystemTime(Date.now() + 3_000);
    await sendRequest("/");
    expect((await sendRequest("/")).text).toBe("page 3");
  });
});

describe("A page", () => {
  it.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip;q=1, br;q=0.1", "br"],
    ["gzip, br;q=0", "gzip"],
    ["GZIP", "gzip"],
    ["identity", undefined],
    ["gzip;q=0", undefined],
  ])(
    "is compressed once, for %j by %s, whether or not it is stored",
    async (accepted, encoding) => {
      filler = " zellige".repeat(1_000);
      for (const cacheControl of [PUBLIC_HEADERS["cache-control"], "private, no-store"]) {
        headers = { ...PUBLIC_HEADERS, "cache-control": cacheControl, "content-length": "8006" };
        const {
          text,
          bytes,
          headers: got,
        } = await sendRequest("/", { "accept-encoding": accepted });
        expect(text).toHaveLength(8_006);
        expect(received).toBe("identity");
        expect(got["content-encoding"]).toBe(encoding);
        expect(got["content-length"]).toBe(String(bytes));
        expect(got.vary).toBe("accept-encoding");
        if (encoding) expect(bytes).toBeLessThan(200);
        clearResponseCache();
      }
    },
  );

  it("is compressed if its headers are written before its body", async () => {
    filler = " zellige".repeat(1_000);
    sendsHeadFirst = true;
    headers = { ...PUBLIC_HEADERS, "content-length": "8006" };
    for (const times of [1, 2]) {
      const page = await sendRequest("/");
      expect(page.text, `request ${times}`).toHaveLength(8_006);
      expect(page.headers).toMatchObject({ "content-encoding": "br", "x-from-head": "1" });
    }
    expect(made).toBe(1);
  });

  it("is sent unchanged if it is an image", async () => {
    filler = " zellige".repeat(1_000);
    headers = { ...PUBLIC_HEADERS, "content-type": "image/png" };
    const image = await sendRequest("/");
    expect([image.bytes, image.headers["content-encoding"]]).toEqual([8_006, undefined]);
  });
});

describe("A personal response", () => {
  it.each([
    ["an API response", "/api/public/products", {}],
    ["an admin page", "/admin/products", {}],
    ["a client-side navigation", "/", { rsc: "1" }],
    ["a prefetched segment", "/", { "next-router-segment-prefetch": "/_tree" }],
    ["a Next-internal header", "/", { "x-matched-path": "/fr/contact" }],
    ["a preview", "/", { cookie: "a=1; __prerender_bypass=x" }],
    ["a range request", "/", { range: "bytes=0-1" }],
  ])("is never stored: %s", async (_, path, sent) => {
    await sendRequest(path, sent);
    expect((await sendRequest(path, sent)).text).toBe("page 2");
  });

  it.each([
    ["cache-control", "private, no-store"],
    ["x-nextjs-cache", "MISS"],
    ["x-nextjs-cache", "STALE"],
    ["set-cookie", "a=1"],
  ])("is never stored: a response with %s: %s", async (name, value) => {
    headers = { ...PUBLIC_HEADERS, [name]: value };
    await sendRequest("/");
    expect((await sendRequest("/")).text).toBe("page 2");
  });
});
