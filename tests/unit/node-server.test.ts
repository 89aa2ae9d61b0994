import { once } from "node:events";
import { Agent, createServer, get, type IncomingMessage, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { patchNodeServer } from "@/app/_front/node-server";

const { emit } = Server.prototype;
const server = createServer((request, response) => {
  if (request.url === "/moved") {
    response.setHeader("Location", ["/here", "/here"]);
    response.appendHeader("location", "/here");
    response.appendHeader("set-cookie", "a=1");
    response.appendHeader("set-cookie", "b=2");
  }
  if (request.url?.startsWith("/api/relay")) response.setHeader("x-url", request.url);
  response.end(String(request.headers["x-forwarded-for"]));
});

beforeAll(async () => {
  patchNodeServer({ isSelfHosted: false });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});

afterAll(async () => {
  Server.prototype.emit = emit;
  await new Promise((done) => server.close(done));
});

function sendRequest(path: string, headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; body: string; raw: string[]; frames: unknown }>(
    (done, failed) => {
      get({ port, host: "127.0.0.1", path, headers }, async (response) => {
        let body = "";
        for await (const chunk of response) body += chunk;
        const frames = response.headers["x-frame-options"];
        done({ status: response.statusCode ?? 0, body, frames, raw: response.rawHeaders });
      }).on("error", failed);
    },
  );
}

describe("The HTTP server", () => {
  it("appends the real peer address to a forged header", async () => {
    expect((await sendRequest("/", { "x-forwarded-for": "1.2.3.4" })).body).toBe(
      "1.2.3.4, 127.0.0.1",
    );
    expect((await sendRequest("/")).body).toBe("127.0.0.1");
  });

  it.each(["/produit/%E0%A4%A", "/%", "/ar/%zz", "/catalogue/%c3%28"])(
    "rejects %s with a page",
    async (path) => {
      const { status, body } = await sendRequest(path);
      expect(status).toBe(400);
      expect(body).toContain('<html lang="fr">');
    },
  );

  it("sets the security headers on every response", async () => {
    for (const path of ["/", "/%", "/api/%"]) expect((await sendRequest(path)).frames).toBe("DENY");
  });

  it.each([
    ["/media/a/640.webp", "cross-origin"],
    ["/n/o/1.gif", "cross-origin"],
    ["/icon-192.png", "cross-origin"],
    ["/og.jpg?v=2", "cross-origin"],
    ["/", "same-origin"],
    ["/api/public/products", "same-origin"],
    ["/_next/static/a.js", "same-origin"],
    ["/a/og.jpg", "same-origin"],
  ])("lets other sites and mails embed images only: %s", async (path, expected) => {
    const { raw } = await sendRequest(path);
    expect(raw[raw.indexOf("Cross-Origin-Resource-Policy") + 1]).toBe(expected);
  });

  it("sends a single Location header, and preserves headers that may be repeated", async () => {
    const { raw } = await sendRequest("/moved");
    const names = raw.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
    expect(names.filter((name) => name === "location")).toHaveLength(1);
    expect(names.filter((name) => name === "set-cookie")).toHaveLength(2);
  });

  it.each([
    ["/api/relay/e/?ip=0", "/api/relay/e?ip=0"],
    ["/api/relay/i/v0/e/", "/api/relay/i/v0/e"],
    ["/api/relay/e?next=/x/", "/api/relay/e?next=/x/"],
    ["/api/relay/", "/api/relay/"],
  ])("removes the slash at the end of the relayed address %s", async (path, expected) => {
    const { raw } = await sendRequest(path);
    expect(raw[raw.indexOf("x-url") + 1]).toBe(expected);
  });

  it("rejects a malformed API URL with the error envelope", async () => {
    const { status, body } = await sendRequest("/api/public/products/%E0%A4%A");
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({ success: false, error: { code: "VALIDATION_ERROR" } });
  });

  it.each(["/recherche?q=%", "/produit/%D8%B2", "/%00"])("accepts %s", async (path) => {
    expect((await sendRequest(path)).status).toBe(200);
  });

  it("closes while a client uses its connection without pause", async () => {
    const closing = createServer((_, response) => {
      if (closing.listening) closing.close();
      response.end("next");
    });
    await new Promise<void>((done) => closing.listen(0, "127.0.0.1", done));
    const closed = once(closing, "close");
    const { port } = closing.address() as AddressInfo;
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const readConnection = async () => {
      const [response] = await once(get({ port, host: "127.0.0.1", agent }), "response");
      for await (const _ of response as IncomingMessage);
      return (response as IncomingMessage).headers.connection;
    };
    expect(await readConnection()).toBe("keep-alive");
    expect(await readConnection()).toBe("close");
    await closed;
    agent.destroy();
  });
});
