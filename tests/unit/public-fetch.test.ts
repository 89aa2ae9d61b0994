import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  fetchFile,
  fetchPublicFile,
  isPublicAddress,
  PublicFetchError,
} from "@/lib/net/public-fetch";

describe("The loading of a file from another site", () => {
  it.each([
    "http://127.0.0.1/",
    "http://localhost/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://10.1.2.3/",
    "http://192.168.1.1/",
    "http://172.16.0.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://[fd00::1]/",
    "http://[fe80::1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://user:secret@example.org/",
    "http://example.org:22/",
    "ftp://example.org/a.jpg",
    "file:///etc/passwd",
    "data:image/png;base64,AA==",
    "pas une adresse",
  ])("refuses %s", async (address) => {
    await expect(fetchPublicFile(address, 1_000)).rejects.toBeInstanceOf(PublicFetchError);
  });

  it("makes no connection to an address that it refuses", async () => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests++;
      response.end("x");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    await expect(fetchPublicFile(`http://127.0.0.1:${port}/`, 1_000)).rejects.toBeInstanceOf(
      PublicFetchError,
    );
    await expect(fetchPublicFile(`http://localhost:${port}/`, 1_000)).rejects.toBeInstanceOf(
      PublicFetchError,
    );
    server.close();
    expect(requests).toBe(0);
  });

  it("knows public addresses", () => {
    expect(["93.184.216.34", "2606:2800:220:1::1"].every(isPublicAddress)).toBe(true);
    expect(
      ["127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "224.0.0.1", "x"].some(isPublicAddress),
    ).toBe(false);
  });
});

describe("A file of another site", () => {
  /** As if 127.0.0.1 were public, and ::1 were not. */
  const POLICY = {
    acceptsAddress: (address: string) => address === "127.0.0.1",
    acceptsPort: () => true,
  };
  const requested: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    requested.push(url);
    if (url.startsWith("/to?"))
      response.writeHead(302, { location: decodeURIComponent(url.slice(4)) }).end();
    else if (url === "/loop") response.writeHead(302, { location: "/loop" }).end();
    else if (url === "/missing") response.writeHead(404).end();
    else if (url === "/cut") {
      response.writeHead(200, { "content-length": "100" });
      response.write("abc", () => response.destroy());
    } else response.end("x".repeat(500));
  });
  let origin = "";

  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  const load = (path: string, maxBytes = 1_000) => fetchFile(`${origin}${path}`, maxBytes, POLICY);

  it("is loaded, through redirects too", async () => {
    expect((await load("/photo.jpg")).length).toBe(500);
    expect((await load(`/to?${encodeURIComponent("/photo.jpg")}`)).length).toBe(500);
  });

  it.each([
    [
      "that redirects to an address that is refused",
      `/to?${encodeURIComponent("http://[::1]/x")}`,
      /pas publique/,
    ],
    [
      "that redirects to a private address",
      `/to?${encodeURIComponent("http://10.0.0.1/x")}`,
      /pas publique/,
    ],
    [
      "that redirects to a file of the server",
      `/to?${encodeURIComponent("file:///etc/passwd")}`,
      /http/,
    ],
    ["that redirects for ever", "/loop", /trop de fois/],
    ["that is missing", "/missing", /404/],
    ["that ends too soon", "/cut", /interrompu/],
  ])("%s is a sentence", async (_, path, message) => {
    await expect(load(path)).rejects.toThrow(message);
  });

  it("that is too large is not read to its end", async () => {
    await expect(load("/photo.jpg", 100)).rejects.toThrow(/dépasse/);
  });
});
