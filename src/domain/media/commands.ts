import "server-only";
import { createHash } from "node:crypto";
import sharp, { type Sharp } from "sharp";
import { IMAGE_WIDTHS } from "@/lib/images";
import { findLocalFile, storeFile } from "@/lib/storage";
import { toDamagedImageError } from "./inspection";

// No picture is opened twice, and what the cache remembers it holds whole: a quarter of a gigabyte for a progressive JPEG.
sharp.cache(false);

/** Bytes that a variant may weigh, by width: a card is shown from 640, a hero from 1280. */
const MAX_BYTES_BY_WIDTH = { 320: 12_000, 640: 25_000, 960: 60_000, 1280: 120_000 } as const;
const MAX_QUALITY = 80;
const MIN_QUALITY = 15;
/** Behind what is transparent: the page of a catalogue. */
const WHITE = { r: 255, g: 255, b: 255 };

export interface StoredUpload {
  /** Address of the widest variant. */
  url: string;
  key: string;
  width: number;
  height: number;
  bytes: number;
  placeholder: string;
}

/** 128 bits tell pictures apart; a page names each many times, and hashes do not compress. */
export function toImageKey(original: Buffer): string {
  return createHash("sha256").update(original).digest("hex").slice(0, 32);
}

/**
 * Takes a picture in: makes every variant, a preview for links and a tiny placeholder, and stores them under the hash of its bytes.
 * @throws VALIDATION_ERROR for what does not decode to its end
 */
export async function storeImage(original: Buffer): Promise<StoredUpload> {
  const key = toImageKey(original);
  const { data, info } = await sharp(original, { failOn: "error", sequentialRead: true })
    .rotate()
    .resize({ width: 1280, withoutEnlargement: true })
    .flatten({ background: WHITE })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => {
      throw toDamagedImageError(cause);
    });
  const upright = () =>
    sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });

  const widest = `${key}/1280.webp`;
  const url = (await findLocalFile(widest)) ?? (await storeVariants(key, upright));
  return {
    url,
    key,
    width: info.width,
    height: info.height,
    bytes: original.length,
    placeholder: await toPlaceholder(upright()),
  };
}

/** The widest last: where it is, all are. */
async function storeVariants(key: string, upright: () => Sharp): Promise<string> {
  await storeFile(`${key}/preview.jpg`, await toLinkPreview(upright()), "image/jpeg");
  let url = "";
  for (const width of IMAGE_WIDTHS) {
    const picture = upright().resize({ width, withoutEnlargement: true });
    const body = await encodeWithinBudget(picture, MAX_BYTES_BY_WIDTH[width]);
    url = await storeFile(`${key}/${width}.webp`, body, "image/webp");
  }
  return url;
}

/**
 * A good quality that keeps within the budget, in at most four encodes: each try aims by how far the last one missed.
 * What is too heavy at the worst quality (little but noise) is softened until it fits.
 */
async function encodeWithinBudget(picture: Sharp, mostBytes: number): Promise<Buffer> {
  let quality = MAX_QUALITY;
  while (quality > MIN_QUALITY) {
    const body = await picture.clone().webp({ quality }).toBuffer();
    if (body.length <= mostBytes) return body;
    const aim = Math.floor(quality * (mostBytes / body.length) ** 0.9) - 2;
    quality = aim < 30 && quality < 40 ? MIN_QUALITY : aim;
  }
  let body = Buffer.alloc(0);
  for (const blur of [0, 1, 2, 4, 8, 16]) {
    const softened = blur === 0 ? picture.clone() : picture.clone().blur(blur);
    body = await softened.webp({ quality: MIN_QUALITY }).toBuffer();
    if (body.length <= mostBytes) break;
  }
  return body;
}

function toLinkPreview(picture: Sharp): Promise<Buffer> {
  return picture
    .resize(1200, 630, { fit: "cover", position: "centre" })
    .jpeg({ quality: 78, mozjpeg: true })
    .toBuffer();
}

async function toPlaceholder(picture: Sharp): Promise<string> {
  const tiny = await picture.resize(16, 12, { fit: "inside" }).webp({ quality: 30 }).toBuffer();
  return `data:image/webp;base64,${tiny.toString("base64")}`;
}
