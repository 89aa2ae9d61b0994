import { createServer, get, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { patchNodeServer } from "@/app/_front/node-server";
import { createVariantFilter } from "@/app/_front/variant-filter";
import { variantRewrites } from "@/app/(shop)/variant-rewrites";
import { notifyInvalidation } from "@/lib/cache/epoch";
import { clearResponseCache } from "@/lib/cache/response-cache";
import { keepKnownVariants } from "@/lib/cache/variant-codes";
import { createRandom, pick } from "../support/random";

const { emit } = Server.prototype;
const PAGE = "/produit/lavabo";
const CODES = ["a010", "a011", "b020", "b021", "b022", "c030", "c031"];
/** Of the slots b and c, which are on the page: a variant or none of each. */
const DOCUMENTS = (1 + 3) * (1 + 2);

const listCodes = vi.fn(async (): Promise<string[]> => CODES);
const pattern = readPattern();

/** The pattern with which the rewrite of the page picks variants from the cookie. */
function readPattern(): RegExp {
  const rewrite = variantRewrites().find(({ source }) => source.includes("produit"));
  if (!rewrite) throw new Error("the page has no rewrite to its variants");
  return new RegExp(`^${rewrite.has[0]?.value}$`);
}

/** The pages that Next is asked for, named by the variants that its rewrite picks from the cookie. */
const rendered: string[] = [];
let filter = createVariantFilter(listCodes);

const server = createServer(({ headers: { cookie = "" } }, response) => {
  const value = /(?:^|;\s*)variants=([^;]*)/.exec(cookie)?.[1] ?? "";
  const variants = pattern.exec(decodeURIComponent(value.replaceAll('"', "")))?.groups?.variants;
  rendered.push(variants ?? "");
  response.setHeader("cache-control", "s-maxage=300");
  response.setHeader("x-nextjs-cache", "HIT");
  response.end("page");
});

beforeAll(async () => {
  patchNodeServer({ isSelfHosted: true, filterVariants: (request) => filter(request) });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(async () => {
  Server.prototype.emit = emit;
  await new Promise((done) => server.close(done));
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  notifyInvalidation();
  clearResponseCache();
  vi.setSystemTime(Date.now() + 3_000);
  rendered.length = 0;
  listCodes.mockReset().mockResolvedValue(CODES);
  filter = createVariantFilter(listCodes);
});
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(globalThis, "shopInvalidatedAt");
});

function open(cookie: string): Promise<number> {
  const { port } = server.address() as AddressInfo;
  return new Promise((done, failed) => {
    get({ port, host: "127.0.0.1", path: PAGE, headers: { cookie } }, (response) => {
      response.resume().on("end", () => done(response.statusCode ?? 0));
    }).on("error", failed);
  });
}

const random = createRandom(7);
const inventCode = () =>
  pick(random, ["a", "b", "c", "d"]) + (1296 + random(1296)).toString(36).slice(-2) + random(4);

function inventCookie(): string {
  const codes = Array.from({ length: 1 + random(4) }, () =>
    random(3) === 0 ? pick(random, CODES) : inventCode(),
  );
  const value = codes.join(".");
  return pick(random, [
    `variants=${value}`,
    `theme=dark; variants=${value}`,
    `variants="${value}"`,
    `variants=%${value.charCodeAt(0).toString(16)}${value.slice(1)}`,
    `variants=${value}; variants=${inventCode()}`,
    ` variants = ${value}`,
  ]);
}

describe("Invented variants", () => {
  it("of 1,000 requests lead to no more pages than the real variants have", async () => {
    for (let i = 0; i < 1_000; i += 1) expect(await open(inventCookie())).toBe(200);
    const pages = new Set(rendered);
    expect(pages.size).toBeGreaterThan(1);
    expect(pages.size).toBeLessThanOrEqual(DOCUMENTS);
    const known = [...pages].flatMap((page) => page.split(".")).filter(Boolean);
    expect(CODES).toEqual(expect.arrayContaining(known));
    // The response cache answers the rest.
    expect(rendered.length).toBeLessThanOrEqual(CODES.length ** 2);
    expect(listCodes).toHaveBeenCalledTimes(1);
  }, 30_000);

  it("show the page without variants, and real ones keep their page", async () => {
    await open("variants=b990");
    await open("variants=b021.c031");
    await open("variants=c031.b021.b020.a011");
    await open("");
    expect(rendered).toEqual(["", "b021.c031", "b021.c031"]);
  });
});

describe("The known variants", () => {
  it("are asked for again after a change, and an older answer that comes later does not count", async () => {
    await open("variants=b990");
    const change = () => {
      notifyInvalidation();
      vi.setSystemTime(Date.now() + 1);
    };
    let answerOld: (codes: string[]) => void = () => undefined;
    change();
    listCodes.mockReturnValueOnce(new Promise((done) => (answerOld = done)));
    const first = open("variants=b990; theme=dark");
    await vi.waitFor(() => expect(listCodes).toHaveBeenCalledTimes(2));
    change();
    listCodes.mockResolvedValue([...CODES, "b990"]);
    await open("variants=b990");
    answerOld(CODES);
    await first;
    await open("variants=b990.c031");
    expect(rendered).toEqual(["", "b990", "b990.c031"]);
  });

  it("are asked for again every few seconds, without a request that waits", async () => {
    await open("variants=b021");
    vi.setSystemTime(Date.now() + 6_000);
    listCodes.mockReturnValue(new Promise(() => undefined));
    expect(await open("variants=b021")).toBe(200);
    expect(await open("variants=b020")).toBe(200);
    expect(listCodes).toHaveBeenCalledTimes(2);
  });

  it("stay while they cannot be read, and are none before they were read", async () => {
    await open("variants=b021");
    listCodes.mockRejectedValue(new Error("away"));
    notifyInvalidation();
    vi.setSystemTime(Date.now() + 1);
    await open("variants=b020");
    expect(rendered).toEqual(["b021", "b020"]);
    filter = createVariantFilter(listCodes);
    clearResponseCache();
    await open("variants=b021");
    expect(rendered.at(-1)).toBe("");
  });
});

it.each([
  ["theme=dark", "theme=dark"],
  ["variants=b021", "variants=b021"],
  ["a=b; variants=b999; c=d", "a=b; c=d"],
  ["variants=c031.b021; a=b", "a=b; variants=b021.c031"],
  ["variants=b021.b021", "variants=b021"],
  ['variants="b021"', ""],
  ["variants=b021; variants=b020; a=b", "a=b"],
])("of the cookies %s remain %s", (cookies, expected) => {
  expect(keepKnownVariants(cookies, new Set(CODES))).toBe(expected);
});
