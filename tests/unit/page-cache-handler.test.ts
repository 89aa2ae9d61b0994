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
import { describe, expect, it } from "vitest";
import PageCacheHandler from "@/lib/page-cache-handler.mjs";

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

describe("a page on disk", () => {
  it("is not shown when it was rendered before the process began", async () => {
    page("/old", new Date(Date.now() - 3_600_000));
    expect(await handler().get("/old", { kind: KIND })).toBeNull();
  });

  it("is shown when it was rendered since", async () => {
    page("/new", new Date());
    expect((await handler().get("/new", { kind: KIND }))?.value).toMatchObject({ status: 200 });
  });
});
