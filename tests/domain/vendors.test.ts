import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ReceivedRequest, startLocalServer } from "../support/local-server";

/** Implements the two Upstash commands that a fixed window needs, over its REST protocol. */
const counts = new Map<string, number>();
function upstash({ body }: ReceivedRequest) {
  const command = JSON.parse(body.toString()) as (string | number)[] | (string | number)[][];
  const run = (words: (string | number)[]) => {
    const [name, ...rest] = words;
    if (String(name).toLowerCase() === "evalsha") return { error: "NOSCRIPT No matching script." };
    if (String(name).toLowerCase() !== "eval") return { result: "OK" };
    if (String(rest[0]).includes("SCAN")) return deleteKeys(rest);
    // Keys: the window and the dynamic limit. Arguments: limit, window, increment.
    const [, keys, key, ...more] = rest;
    const [limit, , added] = more.slice(Number(keys) - 1);
    counts.set(String(key), (counts.get(String(key)) ?? 0) + Number(added));
    return { result: [counts.get(String(key)), Number(limit)] };
  };
  return {
    body: Array.isArray(command[0]) ? (command as string[][]).map(run) : run(command as string[]),
  };
}

/** The script that deletes all keys of a pattern. */
function deleteKeys([, , pattern]: (string | number)[]) {
  const prefix = String(pattern).replace(/\*$/, "");
  for (const key of counts.keys()) if (key.startsWith(prefix)) counts.delete(key);
  return { result: null };
}

const BLOB_TOKEN = "vercel_blob_rw_teststore_0123456789";
const SENT = { here: `/sent/${crypto.randomUUID()}`, lost: `/sent/${crypto.randomUUID()}` };
function blobStore({ url }: ReceivedRequest) {
  if (url === SENT.here) return { body: ["a;b"] };
  if (url === SENT.lost) return { status: 500, body: "no" };
  const found = new URL(url, "http://blob.test").searchParams.get("url");
  if (found !== null) return { body: { url: found, size: 7, uploadedAt: new Date() } };
  const pathname = new URL(url, "http://blob.test").searchParams.get("pathname") ?? "";
  const address = `https://teststore.public.blob.vercel-storage.com/${pathname}`;
  return {
    body: {
      url: address,
      downloadUrl: address,
      pathname,
      contentType: "image/webp",
      contentDisposition: "",
    },
  };
}

let redis: Awaited<ReturnType<typeof startLocalServer>>;
let blob: Awaited<ReturnType<typeof startLocalServer>>;

beforeAll(async () => {
  redis = await startLocalServer(upstash);
  blob = await startLocalServer(blobStore);
  process.env.UPSTASH_REDIS_REST_URL = redis.url;
  process.env.UPSTASH_REDIS_REST_TOKEN = "token";
  process.env.BLOB_READ_WRITE_TOKEN = BLOB_TOKEN;
  process.env.VERCEL_BLOB_API_URL = blob.url;
});

afterAll(async () => {
  await redis.stop();
  await blob.stop();
});

/** Upstash aligns windows with the clock; none of this length ends during a test. */
const YEAR_SECONDS = 365 * 86_400;

describe("Upstash, when configured", () => {
  it.each(["database", "memory"] as const)(
    "counts instead of the %s, with the real SDK",
    async (store) => {
      const { enforceRateLimit } = await import("@/lib/rate-limit");
      const { db } = await import("@/lib/db");
      const limit = { name: `test-${store}`, requests: 2, seconds: YEAR_SECONDS, store } as const;
      await enforceRateLimit(limit, "a");
      await enforceRateLimit(limit, "a");
      await enforceRateLimit(limit, "b");
      await expect(enforceRateLimit(limit, "a")).rejects.toMatchObject({
        code: "RATE_LIMITED",
        retryAfterSeconds: expect.any(Number),
      });
      expect(redis.received.every(({ headers }) => headers.authorization === "Bearer token")).toBe(
        true,
      );
      expect(await db.rateLimit.count()).toBe(0);
    },
  );
});

describe("Counts in Upstash", () => {
  it("can be returned and cleared like those of PostgreSQL", async () => {
    const { enforceRateLimit, resetRateLimit, refundRateLimit } = await import("@/lib/rate-limit");
    const limit = {
      name: "refunds",
      requests: 2,
      seconds: YEAR_SECONDS,
      store: "database",
    } as const;
    const countTimes = async (count: number) => {
      for (let i = 0; i < count; i++) await enforceRateLimit(limit, "a");
    };
    await countTimes(2);
    await refundRateLimit(limit, "a");
    await countTimes(1);
    await expect(enforceRateLimit(limit, "a")).rejects.toMatchObject({ code: "RATE_LIMITED" });
    await resetRateLimit(limit, "a");
    await countTimes(2);
    await expect(enforceRateLimit(limit, "a")).rejects.toMatchObject({ code: "RATE_LIMITED" });
  });
});

describe("Vercel Blob, when configured", () => {
  it("stores every variant under the content's key, with the real SDK", async () => {
    const { default: sharp } = await import("sharp");
    const { storeImage } = await import("@/domain/media/commands");
    const photo = await sharp({
      create: { width: 1600, height: 1200, channels: 3, background: "#a05030" },
    })
      .jpeg()
      .toBuffer();
    const stored = await storeImage(photo);
    expect(stored.url).toBe(
      `https://teststore.public.blob.vercel-storage.com/media/${stored.key}/1280.webp`,
    );
    const paths = blob.received.map(({ url }) =>
      new URL(url, blob.url).searchParams.get("pathname"),
    );
    expect(paths).toEqual(
      ["preview.jpg", "320.webp", "640.webp", "960.webp", "1280.webp"].map(
        (file) => `media/${stored.key}/${file}`,
      ),
    );
    for (const { method, headers, body } of blob.received) {
      expect(method).toBe("PUT");
      expect(headers.authorization).toBe(`Bearer ${BLOB_TOKEN}`);
      expect(headers["x-add-random-suffix"]).not.toBe("1");
      expect(body.length).toBeGreaterThan(100);
    }
  });

  it("passes on a file that a browser sent and deletes it, and is unavailable where it cannot be read", async () => {
    const { withSentFile } = await import("@/lib/storage");
    const read = (path: string, maxBytes = 10) =>
      withSentFile(`${blob.url}${path}`, maxBytes, async (bytes) => bytes.toString());
    expect(await read(SENT.here)).toBe('["a;b"]');
    await expect(read(SENT.lost)).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
    await expect(read(SENT.here, 5)).rejects.toMatchObject({ code: "PAYLOAD_TOO_LARGE" });
    const deleted = blob.received.filter(({ url }) => url.endsWith("/delete"));
    expect(deleted.map(({ body }) => JSON.parse(body.toString()).urls)).toEqual(
      [SENT.here, SENT.lost, SENT.here].map((path) => [`${blob.url}${path}`]),
    );
  });

  it("deletes every file of an image, with the real SDK", async () => {
    const { deleteFiles } = await import("@/lib/storage");
    const key = "0123456789abcdef0123456789abcdef";
    await deleteFiles(key);
    const sent = blob.received.at(-1);
    expect([sent?.method, new URL(sent?.url ?? "", blob.url).pathname]).toEqual([
      "POST",
      "/delete",
    ]);
    expect(sent?.headers.authorization).toBe(`Bearer ${BLOB_TOKEN}`);
    const { urls } = JSON.parse(sent?.body.toString() ?? "{}");
    expect(urls.toSorted()).toEqual(
      ["1280.webp", "320.webp", "640.webp", "960.webp", "preview.jpg"].map(
        (file) => `media/${key}/${file}`,
      ),
    );
    await expect(deleteFiles("../..")).rejects.toThrow("storage key");
  });
});
