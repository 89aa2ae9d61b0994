import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import * as files from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { notifyInvalidation, startCacheEpoch } from "@/lib/cache/epoch";
import PageCacheHandler from "@/lib/cache/page-cache-handler.mjs";

const folder = mkdtempSync(join(tmpdir(), "shop-page-cache-"));
mkdirSync(join(folder, "app"));
const KIND = "APP_ROUTE";

function handler() {
  return new PageCacheHandler({
    fs: { ...files, existsSync, readFileSync },
    flushToDisk: false,
    serverDistDir: folder,
    revalidatedTags: [],
    maxMemoryCacheSize: 1_000_000,
    _requestHeaders: {},
  });
}

function page(name: string, renderedAt: Date) {
  for (const [extension, text] of [
    ["body", "text"],
    ["meta", '{"status":200,"headers":{}}'],
  ]) {
    const file = join(folder, "app", `${name}.${extension}`);
    writeFileSync(file, text as string);
    utimesSync(file, renderedAt, renderedAt);
  }
}

afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(globalThis, "shopCacheEpoch");
  Reflect.deleteProperty(globalThis, "shopInvalidatedAt");
});

describe("A page on disk", () => {
  it("is ignored when it was rendered before the process started", async () => {
    page("/old", new Date(Date.now() - 3_600_000));
    expect(await handler().get("/old", { kind: KIND })).toBeNull();
  });

  it("is served when it was rendered after that", async () => {
    page("/new", new Date());
    expect((await handler().get("/new", { kind: KIND }))?.value).toMatchObject({ status: 200 });
  });
});

describe("An entry in memory", () => {
  const tags = ["catalogue"];
  const readAs = (result: unknown) => ({
    kind: "FETCH",
    data: { headers: {}, body: JSON.stringify(result), status: 200, url: "" },
    revalidate: 300,
  });
  const write = (key: string, result: unknown) =>
    handler().set(key, readAs(result), { fetchCache: true, tags });
  const read = async (key: string) =>
    (await handler().get(key, { kind: "FETCH", tags }))?.value ?? null;
  const body = (text: string) => ({ data: { body: text } });

  it("is ignored after a new cache epoch, and stored again", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const page = { kind: KIND, body: Buffer.from("text"), headers: {}, status: 404 };
    const findPage = () => handler().get("/page", { kind: KIND });
    await handler().set("/page", page, { cacheControl: { revalidate: 300 } });
    await write("read", { value: "before" });
    expect((await findPage())?.value).toMatchObject({ status: 404 });
    expect(await read("read")).toMatchObject(body('{"value":"before"}'));
    vi.setSystemTime(Date.now() + 10);
    startCacheEpoch();
    expect([await findPage(), await read("read")]).toEqual([null, null]);
    vi.setSystemTime(Date.now() + 10);
    await write("read", { value: "after" });
    expect(await read("read")).toMatchObject(body('{"value":"after"}'));
  });

  it.each([
    ["an invalidation", notifyInvalidation],
    ["a new cache epoch", startCacheEpoch],
  ])("is not stored by a request that began before %s", async (key, invalidate) => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const began = handler();
    vi.setSystemTime(Date.now() + 10);
    invalidate();
    vi.setSystemTime(Date.now() + 10);
    const options = { fetchCache: true, tags };
    await began.set(key, readAs({ value: "before" }), options);
    expect(await read(key)).toBeNull();
    await handler().set(key, readAs({ value: "after" }), options);
    expect(await read(key)).toMatchObject(body('{"value":"after"}'));
  });

  it("is replaced by a miss, which is never stored itself", async () => {
    await write("guess", { missing: "NOT_FOUND" });
    expect(await read("guess")).toBeNull();
    await write("product", { value: { slug: "a" } });
    await write("product", { missing: "GONE" });
    expect(await read("product")).toMatchObject(body('{"missing":"GONE"}'));
  });
});
