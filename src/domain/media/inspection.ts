import "server-only";
import sharp, { type Metadata } from "sharp";
import { AppError } from "@/lib/errors";
import { findRefusalReason, MAX_PIXELS, SEND_ANOTHER_MESSAGE } from "./rules";

const DAMAGED =
  "Cette photo est abîmée ou incomplète. Ouvrez-la, enregistrez-la à nouveau et renvoyez-la.";
const ANIMATED = `Les images animées ne sont pas acceptées. ${SEND_ANOTHER_MESSAGE}`;
/** WebP ends at 16,383 pixels: an image 1280 wide may be twelve times as high. */
const MAX_ASPECT_RATIO = 12;
/** The memory of one decoded image, and of one of two images that are decoded at once. */
const MAX_DECODED_BYTES = 250_000_000;
const MAX_SHARED_DECODED_BYTES = 100_000_000;

/**
 * Checks the first bytes and the header before anything is decoded. Returns how many of the two decoding slots the image needs.
 * @throws UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE, VALIDATION_ERROR with a French sentence for the editor
 */
export async function inspectUpload(bytes: Buffer): Promise<1 | 2> {
  if (bytes.length === 0)
    throw toFileError("VALIDATION_ERROR", "Ce fichier est vide. Choisissez-en un autre.");
  const refusal = findRefusalReason(bytes);
  if (refusal) throw toFileError("UNSUPPORTED_MEDIA_TYPE", refusal);
  assertGifPixels(bytes);
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw toDamagedImageError(cause);
    });
  assertPixels(header.width, header.height);
  if ((header.pages ?? 1) > 1 || isAnimatedPng(bytes)) {
    throw toFileError("UNSUPPORTED_MEDIA_TYPE", ANIMATED);
  }
  const aspectRatio = Math.max(header.width, header.height) / Math.min(header.width, header.height);
  if (aspectRatio > MAX_ASPECT_RATIO) {
    throw toFileError("VALIDATION_ERROR", "Cette image est trop étroite : recadrez-la.");
  }
  const decodedBytes = estimateDecodedBytes(header);
  if (decodedBytes > MAX_DECODED_BYTES) {
    throw toFileError(
      "PAYLOAD_TOO_LARGE",
      "Cette image est trop lourde à ouvrir. Enregistrez-la en JPEG.",
    );
  }
  return decodedBytes > MAX_SHARED_DECODED_BYTES ? 2 : 1;
}

export function toDamagedImageError(cause: unknown): AppError {
  return new AppError("VALIDATION_ERROR", { message: DAMAGED, details: { file: DAMAGED }, cause });
}

function assertPixels(width: number, height: number): void {
  if (width * height <= MAX_PIXELS) return;
  const found = Math.ceil((width * height) / 1_000_000);
  throw toFileError(
    "PAYLOAD_TOO_LARGE",
    `Cette image compte ${found} millions de pixels, 40 au plus. Réduisez-la avant de l'envoyer.`,
  );
}

/** sharp decodes a GIF frame by frame to read its metadata, so the size is checked in the header first. */
function assertGifPixels(bytes: Buffer): void {
  const isGif = bytes.subarray(0, 3).toString("latin1") === "GIF" && bytes.length > 9;
  if (isGif) assertPixels(bytes.readUInt16LE(6), bytes.readUInt16LE(8));
}

function isAnimatedPng(bytes: Buffer): boolean {
  const control = bytes.indexOf("acTL", 8, "latin1");
  return bytes[0] === 0x89 && control > 0 && control < bytes.indexOf("IDAT", 8, "latin1");
}

/** Sequential decoding holds few lines. Interlaced, progressive and rotated images, and all WebP and GIF, are held whole. */
function estimateDecodedBytes(header: Metadata): number {
  const { width, height, channels, depth, format, isProgressive, orientation = 1 } = header;
  const isHeldWhole = isProgressive || orientation > 1 || format === "webp" || format === "gif";
  if (!isHeldWhole) return 0;
  const perSample = depth === "ushort" || (format === "jpeg" && isProgressive) ? 2 : 1;
  return width * height * channels * perSample;
}

function toFileError(
  code: "UNSUPPORTED_MEDIA_TYPE" | "PAYLOAD_TOO_LARGE" | "VALIDATION_ERROR",
  message: string,
) {
  return new AppError(code, { message, details: { file: message } });
}
