import "server-only";
import { createHash } from "node:crypto";
import sharp, { type Sharp } from "sharp";
import { IMAGE_WIDTHS } from "@/lib/images";
import { findLocalFile, storeFile } from "@/lib/storage";
import { toDamagedImageError } from "./inspection";

// No image is opened twice, and the cache holds decoded images: a quarter of a gigabyte for a progressive JPEG.
sharp.cache(false);

/** Budget of a variant by its width. Cards show the width 640, the hero 1280. */
const MAX_BYTES_BY_WIDTH = { 320: 12_000, 640: 25_000, 960: 60_000, 1280: 120_000 } as const;
const MAX_QUALITY = 80;
const MIN_QUALITY = 15;
/** The background of transparent images. */
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

/** 128 bits of SHA-256 suffice; pages contain each key many times, and hashes do not compress. */
export function toImageKey(original: Buffer): string {
  return createHash("sha256").update(original).digest("hex").slice(0, 32);
}

/**
 * Creates every variant of an image, its link preview and its placeholder, and stores the files under the hash of its bytes.
 * @throws VALIDATION_ERROR for an image that does not decode completely
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

  const widestFile = `${key}/1280.webp`;
  const url = (await findLocalFile(widestFile)) ?? (await storeVariants(key, upright));
  return {
    url,
    key,
    width: info.width,
    height: info.height,
    bytes: original.length,
    placeholder: await toPlaceholder(upright()),
  };
}

/** Stores the widest variant last, so that its presence proves that all variants are stored. */
async function storeVariants(key: string, upright: () => Sharp): Promise<string> {
  await storeFile(`${key}/preview.jpg`, await toLinkPreview(upright()), "image/jpeg");
  let url = "";
  for (const width of IMAGE_WIDTHS) {
    const variant = upright().resize({ width, withoutEnlargement: true });
    const body = await encodeWithinBudget(variant, MAX_BYTES_BY_WIDTH[width]);
    url = await storeFile(`${key}/${width}.webp`, body, "image/webp");
  }
  return url;
}

/**
 * Encodes at the best quality that fits the budget, in at most four attempts: each attempt estimates the quality from the excess of
 * the last one. An image that is too large at the lowest quality (mostly noise) is blurred until it fits.
 */
async function encodeWithinBudget(image: Sharp, maxBytes: number): Promise<Buffer> {
  let quality = MAX_QUALITY;
  while (quality > MIN_QUALITY) {
    const body = await image.clone().webp({ quality }).toBuffer();
    if (body.length <= maxBytes) return body;
    const aim = Math.floor(quality * (maxBytes / body.length) ** 0.9) - 2;
    quality = aim < 30 && quality < 40 ? MIN_QUALITY : aim;
  }
  let body = Buffer.alloc(0);
  for (const blur of [0, 1, 2, 4, 8, 16]) {
    const softened = blur === 0 ? image.clone() : image.clone().blur(blur);
    body = await softened.webp({ quality: MIN_QUALITY }).toBuffer();
    if (body.length <= maxBytes) break;
  }
  return body;
}

function toLinkPreview(image: Sharp): Promise<Buffer> {
  return image
    .resize(1200, 630, { fit: "cover", position: "centre" })
    .jpeg({ quality: 78, mozjpeg: true })
    .toBuffer();
}

async function toPlaceholder(image: Sharp): Promise<string> {
  const tiny = await image.resize(16, 12, { fit: "inside" }).webp({ quality: 30 }).toBuffer();
  return `data:image/webp;base64,${tiny.toString("base64")}`;
}
