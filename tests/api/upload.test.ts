import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as SWEEP } from "@/app/api/cron/uploads/route";
import { POST } from "@/app/api/upload/image/route";
import { db } from "@/lib/db";
import { readLocalFile } from "@/lib/storage";
import { buildCategory, buildImageInput, buildProduct } from "../support/build";
import { call } from "../support/call";
import { buildStaff } from "../support/staff";

let editor: Awaited<ReturnType<typeof buildStaff>>;
beforeAll(async () => {
  editor = await buildStaff("ADMIN");
});

const solid = (width = 640, height = 480) =>
  sharp({
    create: { width, height, channels: 3, background: { r: randomBytes(1)[0] ?? 0, g: 80, b: 40 } },
  });
const noise = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } });

function form(name: string, bytes: Buffer, field = "file") {
  const data = new FormData();
  data.append(field, new File([new Uint8Array(bytes)], name));
  return data;
}

const send = (name: string, bytes: Buffer, as: { cookie: string } | undefined = editor) =>
  call(POST, { method: "POST", body: form(name, bytes), ...(as && { as }) });

/** Builds a PNG file that declares this size. */
function png(width: number, height: number, extra: Buffer[] = [], pixels = Buffer.alloc(0)) {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    ...extra.map((data) => chunk("acTL", data)),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const isoMedia = (brand: string) =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${brand}\0\0\0\0mif1${brand}`),
    randomBytes(200),
  ]);

async function frames(format: "gif" | "webp") {
  const strip = await noise(32, 64).png().toBuffer();
  const animated = sharp(strip, { raw: undefined, join: undefined } as never);
  const raw = await animated.raw().toBuffer();
  const pages = sharp(raw, { raw: { width: 32, height: 64, channels: 3, pageHeight: 32 } });
  return format === "gif" ? pages.gif().toBuffer() : pages.webp().toBuffer();
}

const keyIn = (url: string) => /\/([0-9a-f]{32})\//.exec(url)?.[1] ?? "";
const getFolder = (url: string) => join(process.env.DATA_DIR ?? "", "media", keyIn(url));

describe("POST /api/upload/image", () => {
  it.each([
    ["photo.jpg", () => solid().jpeg().toBuffer()],
    ["IMG 0001.JPEG", () => solid().jpeg({ progressive: true }).toBuffer()],
    ["logo.png", () => solid().png().toBuffer()],
    ["photo.webp", () => solid().webp().toBuffer()],
    ["dessin.gif", () => solid().gif().toBuffer()],
    ["gris.png", () => solid().greyscale().png().toBuffer()],
    ["imprimeur.jpg", () => solid().toColourspace("cmyk").jpeg().toBuffer()],
  ])("accepts %s", async (name, make) => {
    const bytes = await make();
    const { status, body } = await send(name, bytes);
    expect(status).toBe(201);
    expect(body?.data).toEqual({
      url: expect.stringMatching(/^\/media\/[0-9a-f]{32}\/1280\.webp$/),
      width: 640,
      height: 480,
      bytes: bytes.length,
      placeholder: expect.stringMatching(/^data:image\/webp;base64,/),
    });
    for (const width of [320, 640, 960, 1280]) {
      expect(existsSync(join(getFolder(body?.data.url), `${width}.webp`))).toBe(true);
    }
    const upload = await db.upload.findUniqueOrThrow({ where: { key: keyIn(body?.data.url) } });
    expect(upload).toMatchObject({ ...body?.data, uploadedById: editor.id });
  });

  it.each(["photo", "photo.jpe", "photo.JPG.tmp", "photo.exe", "photo.svg", "IMG_1.HEIC", "صورة"])(
    "detects the type from the content, whatever the name: %s",
    async (name) => {
      const { status, body } = await send(name, await solid().jpeg().toBuffer());
      expect(status).toBe(201);
      expect(body?.data.url).toMatch(/^\/media\/[0-9a-f]{32}\/1280\.webp$/);
    },
  );

  it("writes an audit entry", async () => {
    const { body } = await send("chambre.png", await solid(50, 50).png().toBuffer());
    const entry = await db.auditLog.findFirstOrThrow({
      where: { entityType: "Upload", entityId: keyIn(body?.data.url) },
    });
    expect(entry).toMatchObject({
      action: "upload_image",
      userId: editor.id,
      entityLabel: "chambre.png",
      changes: { width: { before: null, after: 50 } },
    });
  });

  it("renews an image that was uploaded before, and stores it once", async () => {
    const bytes = await solid(60, 60).png().toBuffer();
    const { body } = await send("a.png", bytes);
    const key = keyIn(body?.data.url);
    await db.upload.update({ where: { key }, data: { createdAt: new Date(0) } });
    expect((await send("b.png", bytes)).body?.data).toEqual(body?.data);
    const upload = await db.upload.findUniqueOrThrow({ where: { key } });
    expect(Date.now() - upload.createdAt.getTime()).toBeLessThan(60_000);
  });

  it("rotates the photo upright and removes its EXIF data and location", async () => {
    const bytes = await noise(400, 300)
      .withExif({
        IFD0: { Copyright: "Famille-Secrete" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "30/1 55/1 0/1" },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(bytes.includes("Famille-Secrete")).toBe(true);
    const { body } = await send("lieu.jpg", bytes);
    expect(body?.data).toMatchObject({ width: 300, height: 400 });
    for (const file of ["320.webp", "640.webp", "960.webp", "1280.webp", "preview.jpg"]) {
      const stored = (await readLocalFile(`${keyIn(body?.data.url)}/${file}`)) ?? Buffer.alloc(0);
      const meta = await sharp(stored).metadata();
      expect([meta.exif, meta.xmp, meta.orientation]).toEqual([undefined, undefined, undefined]);
      expect(stored.includes("Famille-Secrete")).toBe(false);
    }
  });

  it("fills transparent areas with white", async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const bytes = await sharp({ create: { width: 40, height: 40, channels: 4, background: clear } })
      .png()
      .toBuffer();
    const { body } = await send("detourage.png", bytes);
    const file = await readLocalFile(`${keyIn(body?.data.url)}/1280.webp`);
    const { dominant } = await sharp(file ?? undefined).stats();
    expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240);
  });

  it("removes a script that was appended to the image data", async () => {
    const script = "<script>alert(1)</script><?php system('id') ?>";
    const bytes = Buffer.concat([await solid().png().toBuffer(), Buffer.from(script)]);
    const { status, body } = await send("photo.png", bytes);
    expect(status).toBe(201);
    for (const file of ["320.webp", "1280.webp", "preview.jpg"]) {
      const stored = await readLocalFile(`${keyIn(body?.data.url)}/${file}`);
      expect(stored?.includes("script")).toBe(false);
    }
  });
});

describe("The upload of hostile files", () => {
  const svg = Buffer.from(
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
  );
  const exe = Buffer.concat([Buffer.from("MZ\x90\0"), randomBytes(4000)]);
  const jpeg = () => noise(300, 300).jpeg().toBuffer();

  it.each<[string, string, () => Buffer | Promise<Buffer>, number, RegExp]>([
    ["a renamed .exe", "photo.jpg", () => exe, 415, /JPEG, PNG ou WebP/],
    ["an .exe", "setup.exe", () => exe, 415, /JPEG, PNG ou WebP/],
    ["an SVG", "logo.svg", () => svg, 415, /SVG/],
    ["an SVG as .png", "logo.png", () => svg, 415, /SVG/],
    [
      "HTML as .jpg",
      "photo.jpg",
      () => Buffer.from("<html><script>1</script>"),
      415,
      /pas une photo/,
    ],
    ["a PDF", "devis.pdf", () => Buffer.from("%PDF-1.7 ..."), 415, /pas une photo/],
    ["HEIC", "IMG_1.HEIC", () => isoMedia("heic"), 415, /iPhone : Réglages/],
    ["HEIC as .jpg", "IMG_1.jpg", () => isoMedia("heix"), 415, /iPhone : Réglages/],
    ["AVIF", "photo.avif", () => isoMedia("avif"), 415, /AVIF/],
    ["a real AVIF as .png", "photo.png", () => solid(64, 64).avif().toBuffer(), 415, /AVIF/],
    ["a TIFF", "scan.tiff", () => solid().tiff().toBuffer(), 415, /pas une photo/],
    ["an animated GIF", "anime.gif", () => frames("gif"), 415, /animées/],
    ["an animated WebP", "anime.webp", () => frames("webp"), 415, /animées/],
    ["an animated PNG", "anime.png", () => png(8, 8, [Buffer.alloc(8, 2)]), 415, /animées/],
    ["nothing", "photo.jpg", () => Buffer.alloc(0), 400, /vide/],
    ["three bytes", "photo.jpg", () => Buffer.from([0xff, 0xd8, 0xff]), 400, /abîmée/],
    ["a truncated JPEG", "photo.jpg", async () => (await jpeg()).subarray(0, 9_000), 400, /abîmée/],
    [
      "a truncated PNG",
      "photo.png",
      async () => (await noise(300, 300).png().toBuffer()).subarray(0, 90_000),
      400,
      /abîmée/,
    ],
    [
      "a truncated WebP",
      "photo.webp",
      async () => (await noise(300, 300).webp().toBuffer()).subarray(0, 9_000),
      400,
      /abîmée/,
    ],
    [
      "noise behind a JPEG's magic",
      "p.jpg",
      () => Buffer.concat([Buffer.from([255, 216, 255, 224]), randomBytes(5000)]),
      400,
      /abîmée/,
    ],
    [
      "a PNG whose pixels are noise",
      "p.png",
      () => png(100, 100, [], randomBytes(5000)),
      400,
      /abîmée/,
    ],
    ["11 MB", "photo.jpg", () => Buffer.alloc(11 * 1024 * 1024, 255), 413, /10 Mo/],
    ["41 megapixels", "p.png", () => png(8200, 5000), 413, /41 millions de pixels/],
    [
      "a GIF that declares 65,535 × 65,535 pixels",
      "p.gif",
      () => Buffer.from("GIF89a\xff\xff\xff\xff\0\0\0,", "latin1"),
      413,
      /pixels/,
    ],
    ["a very narrow image", "p.png", () => solid(1000, 20).png().toBuffer(), 400, /étroite/],
  ])("rejects %s", async (_, name, make, expected, sentence) => {
    const { status, body } = await send(name, await make());
    expect([status, body?.error.message]).toEqual([expected, expect.stringMatching(sentence)]);
    expect(body?.error.details).toEqual({ file: body?.error.message });
  });

  it("leaves no row behind", async () => {
    const before = await db.upload.count();
    await send("photo.jpg", exe);
    await send("photo.jpg", (await jpeg()).subarray(0, 9_000));
    expect(await db.upload.count()).toBe(before);
  });

  it("uses little memory for an image of 20,000 × 20,000 pixels", async () => {
    const bomb = png(20_000, 20_000, [], deflateSync(Buffer.alloc(2_501 * 20_000)));
    expect(bomb.length).toBeLessThan(100_000);
    await send("photo.jpg", await jpeg());
    const before = process.memoryUsage().rss;
    const responses = await Promise.all(Array.from({ length: 10 }, () => send("bombe.png", bomb)));
    const raisedBy = (process.memoryUsage().rss - before) / 1024 / 1024;
    expect(responses.map(({ status }) => status)).toEqual(Array(10).fill(413));
    expect(responses[0]?.body?.error.message).toContain("400 millions");
    expect(raisedBy).toBeLessThan(300);
  });

  it("uses at most 300 MB for the heaviest accepted images", { timeout: 60_000 }, async () => {
    const [width, height] = [7_000, 5_700];
    const heavy = await sharp({ create: { width, height, channels: 3, background: "brown" } })
      .jpeg({ progressive: true, chromaSubsampling: "4:4:4", quality: 40 })
      .toBuffer();
    let most = 0;
    const before = process.memoryUsage().rss;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss - before);
    }, 5);
    const responses = await Promise.all([0, 1, 2, 3].map((n) => send(`p${n}.jpg`, heavy)));
    clearInterval(watch);
    expect(responses.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(most / 1024 / 1024).toBeLessThan(300);
  });

  it("accepts 30 parallel photos", { timeout: 60_000 }, async () => {
    const photos = await Promise.all(
      Array.from({ length: 30 }, () => noise(200, 150).jpeg().toBuffer()),
    );
    const responses = await Promise.all(photos.map((bytes, at) => send(`photo-${at}.jpg`, bytes)));
    expect(responses.map(({ status }) => status)).toEqual(Array(30).fill(201));
    expect(new Set(responses.map(({ body }) => body?.data.url)).size).toBe(30);
  });

  it("answers with a retry-later error when uploads exceed the memory limit", {
    timeout: 60_000,
  }, async () => {
    const bytes = await noise(100, 100).jpeg().toBuffer();
    const big = Buffer.concat([bytes, Buffer.alloc(9 * 1024 * 1024)]);
    const responses = await Promise.all(Array.from({ length: 20 }, () => send("photo.jpg", big)));
    const statuses = new Set(responses.map(({ status }) => status));
    expect(statuses).toEqual(new Set([201, 503]));
    const refused = responses.find(({ status }) => status === 503);
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await send("photo.jpg", big)).status).toBe(201);
  });
});

describe("Upload permissions", () => {
  it("admit staff who may write products, from the shop's own pages", async () => {
    const bytes = await solid(32, 32).png().toBuffer();
    expect((await send("a.png", bytes, await buildStaff("VIEWER"))).status).toBe(403);
    const stranger = await call(POST, { method: "POST", body: form("a.png", bytes) });
    expect(stranger.status).toBe(401);
    const foreign = await call(POST, {
      method: "POST",
      as: editor,
      body: form("a.png", bytes),
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect(foreign.status).toBe(403);
  });

  it.each([
    ["JSON", { file: "x" }, 415],
    ["an empty form", new FormData(), 400],
    ["an unknown field", form("a.png", Buffer.from("x"), "photo"), 400],
  ])("give a clear error for %s", async (_, body, expected) => {
    const { status, body: response } = await call(POST, { method: "POST", as: editor, body });
    expect([status, response?.error.message]).toEqual([expected, expect.any(String)]);
  });

  it("require one file in a readable form", async () => {
    const two = form("a.png", Buffer.from("x"));
    two.append("file", new File(["y"], "b.png"));
    const text = new FormData();
    text.append("file", "x");
    for (const body of [two, text]) {
      const { status, body: response } = await call(POST, { method: "POST", as: editor, body });
      expect([status, response?.error.details.file]).toEqual([
        400,
        expect.stringContaining("un seul"),
      ]);
    }
    const broken = await call(POST, {
      method: "POST",
      as: editor,
      body: new FormData(),
      headers: { "content-type": "multipart/form-data; boundary=missing" },
    });
    expect(broken.status).toBe(400);
  });

  it("reject an announced length above the limit before the body is read", async () => {
    const { status } = await call(POST, {
      method: "POST",
      as: editor,
      body: form("a.png", Buffer.from("x")),
      headers: { "content-length": "20000000" },
    });
    expect(status).toBe(413);
  });
});

describe("GET /api/cron/uploads", () => {
  const runCleanup = () =>
    call(SWEEP, { headers: { authorization: `Bearer ${process.env.CRON_SECRET}` } });
  const uploadAged = async (name: string) => {
    const { body } = await send(name, await noise(40, 30).png().toBuffer());
    const url: string = body?.data.url;
    const createdAt = new Date(Date.now() - 25 * 3_600_000);
    await db.upload.update({ where: { key: keyIn(url) }, data: { createdAt } });
    return url;
  };

  it("deletes uploads without a reference after a day, with their files", async () => {
    const url = await uploadAged("oubliee.png");
    const { body: young } = await send("jeune.png", await noise(41, 30).png().toBuffer());
    expect(existsSync(getFolder(url))).toBe(true);
    const { status, body } = await runCleanup();
    expect([status, body?.data]).toEqual([200, { swept: 1 }]);
    expect(existsSync(getFolder(url))).toBe(false);
    expect(await db.upload.count({ where: { key: keyIn(url) } })).toBe(0);
    expect(existsSync(getFolder(young?.data.url))).toBe(true);
    expect((await runCleanup()).body?.data).toEqual({ swept: 0 });
  });

  it("leaves the images of products, drafts, versions, categories and settings", async () => {
    const [shown, drafted, versioned, filed, framed] = [
      await uploadAged("1.png"),
      await uploadAged("2.png"),
      await uploadAged("3.png"),
      await uploadAged("4.png"),
      await uploadAged("5.png"),
    ];
    const product = await buildProduct({ draft: { images: [{ url: drafted }] } });
    await db.productImage.create({
      data: {
        ...buildImageInput({ url: shown, key: keyIn(shown) }),
        productId: product.id,
      } as never,
    });
    await db.productVersion.create({
      data: { productId: product.id, version: 1, snapshot: { images: [{ url: versioned }] } },
    });
    await buildCategory({ imageUrl: filed });
    await db.setting.create({ data: { key: "heroUrl", value: framed } });
    expect((await runCleanup()).body?.data).toEqual({ swept: 0 });
    for (const url of [shown, drafted, versioned, filed, framed]) {
      expect(existsSync(getFolder(url))).toBe(true);
    }
  });

  it("accepts a photo again after its deletion", async () => {
    const bytes = await noise(44, 30).png().toBuffer();
    const { body } = await send("encore.png", bytes);
    await db.upload.update({
      where: { key: keyIn(body?.data.url) },
      data: { createdAt: new Date(0) },
    });
    await runCleanup();
    expect((await send("encore.png", bytes)).status).toBe(201);
    expect(existsSync(join(getFolder(body?.data.url), "1280.webp"))).toBe(true);
  });

  it("requires the cron secret", async () => {
    expect((await call(SWEEP, { as: editor })).status).toBe(401);
  });
});
