import { randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { NextRequest } from "next/server";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { GET } from "@/app/media/[...key]/route";
import { storeImage } from "@/domain/media/commands";
import { readLocalFile, storeFile } from "@/lib/storage";

const noise = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } });

const requestImage = async (key: string, headers: Record<string, string> = {}) =>
  GET(new NextRequest("http://shop.test/media", { headers }), {
    params: Promise.resolve({ key: key.split("/") }),
  });

describe("An uploaded image", () => {
  it("is stored in every width within its size budget, upright and without EXIF data", async () => {
    const photo = await noise(45, 80)
      .resize(450, 800, { kernel: "cubic" })
      .withExif({ IFD0: { Copyright: "Somebody", Orientation: "6" } })
      .jpeg()
      .toBuffer();
    const stored = await storeImage(photo);
    const budgets = { 320: 12_000, 640: 25_000, 960: 60_000, 1280: 120_000 };
    for (const [width, budget] of Object.entries(budgets)) {
      const file = (await readLocalFile(`${stored.key}/${width}.webp`)) ?? Buffer.alloc(0);
      const meta = await sharp(file).metadata();
      expect(meta.width).toBe(Math.min(Number(width), stored.width));
      expect(meta.exif).toBeUndefined();
      expect(file.length).toBeLessThanOrEqual(budget);
    }
    const preview = await readLocalFile(`${stored.key}/preview.jpg`);
    expect(await sharp(preview ?? undefined).metadata()).toMatchObject({
      width: 1200,
      height: 630,
      format: "jpeg",
    });
    expect(preview?.length).toBeLessThan(300_000);
    expect(stored.placeholder).toMatch(/^data:image\/webp;base64,/);
    expect(stored.placeholder.length).toBeLessThan(600);
  });

  it("is encoded once: the same bytes again write no file", async () => {
    const photo = await sharp({
      create: { width: 700, height: 500, channels: 3, background: "red" },
    })
      .png()
      .toBuffer();
    const first = await storeImage(photo);
    const folder = join(process.env.DATA_DIR ?? "", "media", first.key);
    const before = await readdir(folder);
    expect(await storeImage(photo)).toEqual(first);
    expect(await readdir(folder)).toEqual(before);
    expect(before).not.toContainEqual(expect.stringContaining(".part"));
  });
});

describe("GET /media/…", () => {
  it("serves a stored image as immutable, and answers 304", async () => {
    const { url } = await storeImage(await noise(64, 64).png().toBuffer());
    const key = url.replace("/media/", "");
    const response = await requestImage(key);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/webp");
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const etag = response.headers.get("etag") ?? "";
    expect((await requestImage(key, { "if-none-match": etag })).status).toBe(304);
  });

  it.each([
    "../../../../etc/passwd",
    "..%2f..%2fetc/passwd",
    `${"a".repeat(32)}/../../secrets.json`,
    `${"a".repeat(32)}/640.webp`,
    `${"a".repeat(32)}/641.webp`,
    "secrets.json",
    "a\0b/640.webp",
  ])("answers 404 to %j", async (key) => {
    expect((await requestImage(key)).status).toBe(404);
  });

  it("rejects a malformed storage key", async () => {
    await expect(storeFile("../x", Buffer.from("x"), "text/plain")).rejects.toThrow("storage key");
  });
});
