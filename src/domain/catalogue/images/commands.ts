import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { updateProduct } from "../products/commands";
import type { ImageEdit, ImageInput } from "../products/input";
import { findProductForEdit } from "../products/queries";
import type { ProductForEdit, SavedProduct } from "../products/schema";

/** Appends an image to a product. A new primary image replaces the previous primary one. */
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

/** Replaces the list of images: order, alternative texts and the primary image. */
export function setProductImages(
  actor: Actor,
  id: string,
  version: number | undefined,
  images: ImageInput[],
): Promise<SavedProduct> {
  return saveImages(actor, id, version, () => images);
}

/** Changes the texts of one image, makes it primary, or moves it (`order` counts from 0). */
export function updateProductImage(
  actor: Actor,
  id: string,
  imageId: string,
  { version, order, ...change }: ImageEdit,
): Promise<SavedProduct> {
  return saveImages(actor, id, version, (images) => {
    const at = images.findIndex(({ url }) => parseImageId(url) === imageId);
    const image = images[at];
    if (!image) throw new AppError("NOT_FOUND");
    const others = images
      .toSpliced(at, 1)
      .map((each) => (change.isPrimary ? { ...each, isPrimary: false } : each));
    return others.toSpliced(order ?? at, 0, { ...image, ...change });
  });
}

/** Removes an image by its key. Where it was primary, the first of the others becomes primary. */
export function removeProductImage(
  actor: Actor,
  id: string,
  version: number | undefined,
  imageId: string,
): Promise<SavedProduct> {
  return saveImages(actor, id, version, (images) => {
    const others = images.filter(({ url }) => parseImageId(url) !== imageId);
    if (others.length === images.length) throw new AppError("NOT_FOUND");
    const [first, ...rest] = others;
    const hasPrimary = others.some(({ isPrimary }) => isPrimary);
    return first && !hasPrimary ? [{ ...first, isPrimary: true }, ...rest] : others;
  });
}

/** The hash of the uploaded file, as it stands in the image's address. */
function parseImageId(url: string): string | undefined {
  return /\/([0-9a-f]{32})\/[^/]+$/.exec(url)?.[1];
}

/** Adds the change to the draft of a product that has one, so that the save publishes nothing else. */
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
    images: change(product.images.map(toImageInput)),
    saveAs: product.hasDraft ? "DRAFT" : "LIVE",
  });
}

function toImageInput(image: ProductForEdit["images"][number]): ImageInput {
  const { url, altText, altTextAr, isPrimary } = image;
  return { url, altText, altTextAr, isPrimary };
}
