import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import * as unknownAddress from "@/app/api/[...path]/route";
import { env } from "@/lib/env";
import { listOperations, type Operation, type RouteModule } from "@/lib/http/openapi";
import { getHandler, type Handler, OPERATIONS, toOperationName } from "../support/operations";
import { forwardedFor, newIpAddress } from "../support/sign-in";
import { buildStaff } from "../support/staff";

const CHUNK_BYTES = 64 * 1024;
const SENT_BYTES = 50 * 1024 * 1024;
const DEFAULT_LIMIT = 64 * 1024;
const UPLOAD_LIMIT = 10 * 1024 * 1024 + 16 * 1024;

const UNKNOWN_ADDRESS = { ...unknownAddress } as RouteModule;
const handlers: [Operation, Handler][] = [
  ...OPERATIONS.map((operation): [Operation, Handler] => [operation, getHandler(operation)]),
  ...listOperations({ "/api/{path}": UNKNOWN_ADDRESS }).map((operation): [Operation, Handler] => [
    operation,
    UNKNOWN_ADDRESS[operation.method] as unknown as Handler,
  ]),
].filter(([{ method }]) => method !== "GET");

let ownerId: string;
beforeAll(async () => {
  ownerId = (await buildStaff("SUPER_ADMIN")).id;
});

/** A body without a Content-Length that counts the bytes read from it. */
function endlessBody() {
  const count = { bytes: 0 };
  const chunk = new Uint8Array(CHUNK_BYTES).fill(97);
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (count.bytes >= SENT_BYTES) return controller.close();
        count.bytes += CHUNK_BYTES;
        controller.enqueue(chunk);
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, count };
}

async function post([{ path, method, spec }, handler]: [Operation, Handler], type: string) {
  const { stream, count } = endlessBody();
  const { signInAs } = await import("../support/staff");
  const isMachine = spec.access === "webhook";
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [
    name,
    name === "imageId" ? "0".repeat(32) : "1",
  ]);
  const request = new NextRequest(`http://shop.test${path}`, {
    method,
    headers: {
      host: "shop.test",
      "content-type": type,
      ...(!isMachine && { "sec-fetch-site": "same-origin" }),
      ...(spec.access === "cron" && { authorization: `Bearer ${env.CRON_SECRET}` }),
      cookie: (await signInAs(ownerId)).cookie,
      ...forwardedFor(newIpAddress()),
    },
    body: stream,
    duplex: "half",
  } as ConstructorParameters<typeof NextRequest>[1]);
  const response = await handler(request, { params: Promise.resolve(Object.fromEntries(names)) });
  return { status: response.status, headers: response.headers, read: count.bytes };
}

const getLimit = ({ spec }: Operation) =>
  spec.acceptsFile ? UPLOAD_LIMIT : (spec.maxBodyBytes ?? DEFAULT_LIMIT);
const acceptsBody = ({ spec }: Operation) =>
  Boolean(spec.body || spec.acceptsFile) || spec.access === "webhook";

describe("A body of 50 MB without an announced length", () => {
  it.each(handlers.map((door) => [toOperationName(door[0]), door] as const))(
    "is not read beyond the limit: %s",
    async (_, door) => {
      const [operation] = door;
      const isForm = operation.spec.acceptsFile;
      const type = isForm ? "multipart/form-data; boundary=x" : "application/json";
      const { status, headers, read } = await post(door, type);
      expect(read).toBeLessThanOrEqual(
        acceptsBody(operation) ? getLimit(operation) + CHUNK_BYTES : 0,
      );
      if (acceptsBody(operation)) expect(status).toBe(413);
      else expect(status).toBeLessThan(500);
      expect(headers.get("connection")).toBe("close");
    },
  );

  it.each(
    handlers
      .filter(([{ spec }]) => spec.form)
      .flatMap((door) =>
        ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"].map(
          (type) => [toOperationName(door[0]), type, door] as const,
        ),
      ),
  )("is rejected as a form with a page: %s, %s", async (_, type, door) => {
    const { status, headers, read } = await post(door, type);
    expect([status, headers.get("connection")]).toEqual([413, "close"]);
    expect(headers.get("content-type")).toContain("text/html");
    expect(read).toBeLessThanOrEqual(getLimit(door[0]) + CHUNK_BYTES);
  });

  it("is not read when its type is unsupported or another site sends it", async () => {
    for (const door of handlers) {
      if (door[0].spec.acceptsBeacon) continue;
      const { read, headers } = await post(door, "text/plain");
      expect([toOperationName(door[0]), read]).toEqual([
        toOperationName(door[0]),
        expect.any(Number),
      ]);
      if (door[0].spec.access !== "webhook") expect(read).toBe(0);
      expect(headers.get("connection")).toBe("close");
    }
  });
});

describe("An announced length above the limit", () => {
  it.each(handlers.map((door) => [toOperationName(door[0]), door] as const))(
    "is rejected before any other check: %s",
    async (_, [operation, handler]) => {
      const { stream, count } = endlessBody();
      const request = new NextRequest(`http://shop.test${operation.path}`, {
        method: operation.method,
        headers: {
          host: "shop.test",
          "content-type": "application/json",
          "content-length": String(SENT_BYTES),
        },
        body: stream,
        duplex: "half",
      } as ConstructorParameters<typeof NextRequest>[1]);
      const response = await handler(request, { params: Promise.resolve({}) });
      // The upload route reports its size limit to staff only.
      expect(response.status).toBe(operation.spec.acceptsFile ? 403 : 413);
      expect([count.bytes, response.headers.get("connection")]).toEqual([0, "close"]);
    },
  );
});

describe("A client that aborts its request", () => {
  it.each(
    handlers
      .filter(([operation]) => acceptsBody(operation))
      .map((d) => [toOperationName(d[0]), d] as const),
  )("causes no server error: %s", async (_, [{ path, method, spec }, handler]) => {
    const { signInAs } = await import("../support/staff");
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"a')),
      pull: (controller) =>
        controller.error(Object.assign(new Error("aborted"), { code: "ECONNRESET" })),
    });
    const request = new NextRequest(`http://shop.test${path}`, {
      method,
      headers: {
        host: "shop.test",
        "content-type": spec.acceptsFile ? "multipart/form-data; boundary=x" : "application/json",
        ...(spec.access !== "webhook" && { "sec-fetch-site": "same-origin" }),
        cookie: (await signInAs(ownerId)).cookie,
        ...forwardedFor(newIpAddress()),
      },
      body: stream,
      duplex: "half",
    } as ConstructorParameters<typeof NextRequest>[1]);
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [
      name,
      name === "imageId" ? "0".repeat(32) : "1",
    ]);
    const params = Promise.resolve(Object.fromEntries(names));
    expect((await handler(request, { params })).status).toBe(400);
  });
});
