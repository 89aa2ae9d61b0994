import { createServer, Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { patchNodeServer } from "@/app/_front/node-server";
import { withBody } from "@/lib/http/body";

const LIMIT = 256 * 1024;
const SENT = 50 * 1024 * 1024;
const { emit } = Server.prototype;

/** A stub of Next: `/read` reads the body as the shop's routes do, everything else answers without reading it. */
const server = createServer(async (request, response) => {
  if (request.url === "/read") {
    const init = { method: "POST", body: request, duplex: "half" };
    const body = new Request("http://shop.test", init as unknown as RequestInit);
    const length = await withBody(body, { maxBytes: LIMIT }, (bytes) => bytes.length).catch(
      () => null,
    );
    response.statusCode = length === null ? 413 : 200;
    response.end(String(length));
  } else {
    await new Promise(setImmediate);
    response.end("page");
  }
});

beforeAll(async () => {
  patchNodeServer({ isSelfHosted: false });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});

afterAll(async () => {
  Server.prototype.emit = emit;
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

/** Sends in chunks and continues after the response; returns the response and the bytes that the server received. */
async function send(path: string, bytes: number) {
  const taken = new Promise<number>((done) => {
    server.once("connection", (socket) => socket.once("close", () => done(socket.bytesRead)));
  });
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.on("error", () => {});
  let answer = "";
  socket.on("data", (data) => {
    answer += data;
  });
  const head = `POST ${path} HTTP/1.1\r\nHost: shop.test\r\nTransfer-Encoding: chunked\r\n\r\n`;
  if (bytes === 0) socket.write(`${head}1\r\na\r\n0\r\n\r\n`);
  else socket.write(head);
  const chunk = Buffer.alloc(65_536, 97);
  const frame = Buffer.concat([Buffer.from("10000\r\n"), chunk, Buffer.from("\r\n")]);
  const closed = new Promise<void>((done) => socket.once("close", () => done()));
  for (let sent = 0; sent < bytes && !socket.destroyed; sent += chunk.length) {
    if (!socket.write(frame))
      await Promise.race([new Promise((done) => socket.once("drain", done)), closed]);
  }
  if (bytes > 0 && !socket.destroyed) socket.write("0\r\n\r\n");
  return { socket, closed, taken, answerNow: () => answer };
}

describe.each(["/read", "/page"])("An unread body sent to %s", (path) => {
  it("is not read, and the connection closes after the response", async () => {
    const before = process.memoryUsage().rss;
    const { closed, taken, answerNow } = await send(path, SENT);
    await closed;
    expect(answerNow()).toMatch(path === "/read" ? /^HTTP\/1.1 413/ : /^HTTP\/1.1 200/);
    expect(answerNow()).toMatch(/^connection: close$/im);
    // The socket buffers come on top of the limit.
    expect(await taken).toBeLessThan(LIMIT + 256 * 1024);
    expect(process.memoryUsage().rss - before).toBeLessThan(30 * 1024 * 1024);
  });
});

describe("A body that was read to its end", () => {
  it("leaves the connection open for the next request", async () => {
    const { socket, answerNow } = await send("/read", 65_536 * 2);
    await expect.poll(answerNow).toContain("131072");
    expect(answerNow()).not.toMatch(/^connection: close$/im);
    expect(socket.destroyed).toBe(false);
    socket.destroy();
  });

  it("may also arrive whole without being read", async () => {
    const { socket, answerNow } = await send("/page", 0);
    await expect.poll(answerNow).toContain("page");
    expect(answerNow()).not.toMatch(/^connection: close$/im);
    socket.destroy();
  });
});
