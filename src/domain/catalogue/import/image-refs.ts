import "server-only";
import type { Transaction } from "@/lib/db";
import type { ImportPlan, ImportSpec } from "../import-rows/schema";
import { findImageByAddress } from "../product-file/image-address";
import type { StoredImage } from "../products/record";

const UNKNOWN_IMAGE = { width: 0, height: 0, bytes: 0, placeholder: null };
const NO_TEXTS = { altText: null, altTextAr: null, isPrimary: false };

export function listImageRefs({ images, variations }: ImportPlan): string[] {
  const ofVariations = variations.flatMap(({ fields: { imageUrl } }) =>
    typeof imageUrl === "string" ? imageUrl : [],
  );
  return [...(images?.refs ?? []), ...ofVariations];
}

const toFileName = (ref: string) => ref.trim().toLowerCase();

/** Finds the images of the shop that references name: by address, or by the name of a file sent beside the import. */
export async function findShopImages(
  tx: Transaction,
  refs: readonly string[],
  { images }: Pick<ImportSpec, "images">,
): Promise<Map<string, StoredImage>> {
  const urlsByName = new Map(images.map(({ name, url }) => [toFileName(name), url]));
  const addresses = refs.map((ref) => [ref, urlsByName.get(toFileName(ref)) ?? ref] as const);
  const keys = addresses.flatMap(([, address]) => /\/([0-9a-f]{32})\//.exec(address)?.[1] ?? []);
  if (keys.length === 0) return new Map();
  const stored = await tx.$queryRaw<StoredImage[]>`
    SELECT "url", "key", "width", "height", "bytes", "placeholder" FROM "Upload" WHERE "key" = ANY(${keys}::text[])
    UNION SELECT "url", "key", "width", "height", "bytes", "placeholder" FROM "ProductImage" WHERE "key" = ANY(${keys}::text[])`;
  return new Map(
    addresses.flatMap(([ref, address]) => {
      const image = findImageByAddress(address, stored);
      return image ? [[ref, { ...image, ...NO_TEXTS }] as const] : [];
    }),
  );
}

export function isWebAddress(ref: string): boolean {
  return /^https?:\/\//i.test(ref) && URL.canParse(ref) && ref.length <= 500;
}

/** Stands for an image that the job will load, so that the check can apply the rules. */
export function toExpectedImage(ref: string): StoredImage {
  return { url: ref, key: ref, ...UNKNOWN_IMAGE, ...NO_TEXTS };
}
