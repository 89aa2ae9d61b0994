import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { jsonResponse } from "@/lib/http/respond";

const LONG = { text: "carrelage ".repeat(200) };

function respond(content: unknown, acceptEncoding?: string) {
  const request = new Request("http://shop.test/api");
  if (acceptEncoding !== undefined) request.headers.set("accept-encoding", acceptEncoding);
  return jsonResponse(request, content, "req_0123456789", 200, 60);
}

describe("Compression of JSON responses", () => {
  it.each([
    ["gzip", "gzip", gunzipSync],
    ["gzip, deflate, br", "br", brotliDecompressSync],
    ["br;q=0, gzip;q=0.5", "gzip", gunzipSync],
  ] as const)("compresses a long body for %j by %s", async (accepted, encoding, decode) => {
    const response = respond(LONG, accepted);
    expect(response.headers.get("content-encoding")).toBe(encoding);
    expect(response.headers.get("vary")).toBe("accept-encoding");
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.length).toBeLessThan(300);
    expect(JSON.parse(decode(bytes).toString())).toMatchObject({ success: true, data: LONG });
  });

  it.each([undefined, "", "identity", "deflate", "gzip;q=0", "gzip; q=0.0, br; q=0"])(
    "does not compress for %j",
    async (accepted) => {
      const response = respond(LONG, accepted);
      expect(response.headers.get("content-encoding")).toBeNull();
      expect(await response.json()).toMatchObject({ data: LONG });
    },
  );

  it("does not compress a short body, nor a very long one, which Next compresses", async () => {
    for (const text of ["short", "long ".repeat(100_000)]) {
      const response = respond({ text }, "gzip");
      expect(response.headers.get("content-encoding")).toBeNull();
    }
  });

  it("has the same ETag compressed and as it is", () => {
    const [compressed, plain] = [respond(LONG, "gzip"), respond(LONG)];
    expect(compressed.headers.get("etag")).toBe(plain.headers.get("etag"));
  });
});
