import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { updateProduct } from "../products/commands";
import type { ImageEdit, ImageInput } from "../products/input";
import { findProductForEdit } from "../products/queries";
import type { ProductForEdit, SavedProduct } from "../products/schema";

/** Puts a picture behind those of a product, or in front of them where it is to be the primary one. */
export function addProductImage(
  actor: Actor,
  id: string,
  version: number | undefined,
  image: ImageInput,
): Promise<SavedProduct> {
  return saveImages(actor, id, version, (images) => {
    const others = image.isPrimary ? images.map((each) => ({ ...each, isPrimary: false })) : images;
    return [...others, image];
  });
}

/** Sets order, alternative texts and the primary picture: the list as it is to be. */
export function setProductImages(
  actor: Actor,
  id: string,
  version: number | undefined,
  images: ImageInput[],
): Promise<SavedProduct> {
  return saveImages(actor, id, version, () => images);
}

/** Changes the texts of one picture, makes it the primary one, or moves it (`order` counts from 0). */
export function updateProductImage(
  actor: Actor,
  id: string,
  imageId: string,
  { version, order, ...change }: ImageEdit,
): Promise<SavedProduct> {
  return saveImages(actor, id, version, (images) => {
    const at = images.findIndex(({ url }) => imageIdOf(url) === imageId);
    const image = images[at];
    if (!image) throw new AppError("NOT_FOUND");
    const others = images
      .toSpliced(at, 1)
      .map((each) => (change.isPrimary ? { ...each, isPrimary: false } : each));
    return others.toSpliced(order ?? at, 0, { ...image, ...change });
  });
}

/** Takes a picture away, by its key. The first of the others becomes the primary one where it was. */
export function removeProductImage(
  actor: Actor,
  id: string,
  version: number | undefined,
  imageId: string,
): Promise<SavedProduct> {
  return saveImages(actor, id, version, (images) => {
    const others = images.filter(({ url }) => imageIdOf(url) !== imageId);
    if (others.length === images.length) throw new AppError("NOT_FOUND");
    const [first, ...rest] = others;
    const hasPrimary = others.some(({ isPrimary }) => isPrimary);
    return first && !hasPrimary ? [{ ...first, isPrimary: true }, ...rest] : others;
  });
}

/** The part of a picture's address that names it: the hash of what was taken in. */
function imageIdOf(url: string): string | undefined {
  return /\/([0-9a-f]{32})\/[^/]+$/.exec(url)?.[1];
}

/** A product with pending changes keeps this one pending too: nothing else is published by the way. */
async function saveImages(
  actor: Actor,
  id: string,
  version: number | undefined,
  change: (images: ImageInput[]) => ImageInput[],
): Promise<SavedProduct> {
  const product = await findProductForEdit(id);
  if (!product) throw new AppError("NOT_FOUND");
  return updateProduct(actor, id, {
    version,
    images: change(product.images.map(inputOf)),
    saveAs: product.hasDraft ? "DRAFT" : "LIVE",
  });
}

function inputOf(image: ProductForEdit["images"][number]): ImageInput {
  const { url, altText, altTextAr, isPrimary } = image;
  return { url, altText, altTextAr, isPrimary };
}
