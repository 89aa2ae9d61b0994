import "server-only";
import { newId } from "@/lib/id";
import { refuse } from "./product-checks";
import type { ImageInput, ProductFields, VariationInput } from "./product-input";
import type { ProductSnapshot, StoredImage, StoredVariation } from "./product-record";
import { isPriceMissing, missingForPublishing } from "./product-rules";
import { sanitizeRichText } from "./rich-text";

type Sent = { [K in keyof ProductFields]?: ProductFields[K] | undefined };

/** What an image or variation may refer to: those of the product as its editor sees it, as customers do, and as it was. */
export interface Own {
  images: readonly StoredImage[];
  variations: readonly StoredVariation[];
}

/** What was sent, in the form in which it is kept. @throws VALIDATION_ERROR naming the fields */
export function normalised(sent: Sent, own: Own): Partial<ProductSnapshot> {
  const { images, variations, publishAt, unpublishAt, unitSize, details, detailsAr, ...plain } =
    sent;
  const fields: Record<string, unknown> = {
    ...plain,
    publishAt: publishAt && new Date(publishAt).toISOString(),
    unpublishAt: unpublishAt && new Date(unpublishAt).toISOString(),
    unitSize: unitSize && String(Number(unitSize)),
    details: details === undefined ? undefined : sanitizeRichText(details),
    detailsAr: detailsAr === undefined ? undefined : sanitizeRichText(detailsAr),
    images: images && imagesOf(images, own.images),
    variations: variations && variationsOf(variations, own.variations),
  };
  const told = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(told) as Partial<ProductSnapshot>;
}

function imagesOf(sent: readonly ImageInput[], own: readonly StoredImage[]): StoredImage[] {
  const known = new Map(own.map((image) => [image.url, image]));
  if (new Set(sent.map(({ url }) => url)).size < sent.length) {
    refuse({ images: "La même image est là deux fois." });
  }
  if (sent.filter(({ isPrimary }) => isPrimary).length > 1) {
    refuse({ images: "Choisissez une seule image principale." });
  }
  const primary = sent.find(({ isPrimary }) => isPrimary) ?? sent[0];
  return sent.map((image, i) => {
    const stored = known.get(image.url);
    if (!stored)
      return refuse({
        [`images.${i}.url`]: "Cette image n'est pas arrivée. Envoyez-la à nouveau.",
      });
    return {
      ...stored,
      altText: image.altText === undefined ? stored.altText : image.altText,
      altTextAr: image.altTextAr === undefined ? stored.altTextAr : image.altTextAr,
      isPrimary: image === primary,
    };
  });
}

const NEW_VARIATION = {
  nameAr: null,
  valueAr: null,
  swatch: null,
  priceModifier: "0.00",
  stock: null,
  sku: null,
  isActive: true,
};

function variationsOf(
  sent: readonly VariationInput[],
  own: readonly StoredVariation[],
): StoredVariation[] {
  const known = new Map(own.map((variation) => [variation.id, variation]));
  const seen = new Set<string>();
  const once = (value: string, field: string, message: string) => {
    if (seen.has(value)) refuse({ [field]: message });
    seen.add(value);
  };
  return sent.map((variation, i) => {
    const { id, name, value, ...rest } = variation;
    const stored = id === undefined ? undefined : known.get(id);
    if (id !== undefined && !stored) {
      refuse({ [`variations.${i}.id`]: "Cette variation n'est pas de ce produit." });
    }
    const told = Object.fromEntries(
      Object.entries(rest).filter(([, entry]) => entry !== undefined),
    );
    const whole = { ...NEW_VARIATION, ...stored, ...told, id: stored?.id ?? newId(), name, value };
    once(`id ${whole.id}`, `variations.${i}.id`, "Cette variation est là deux fois.");
    once(
      `value ${name}\n${value}`,
      `variations.${i}.value`,
      `« ${name} : ${value} » est là deux fois.`,
    );
    if (whole.sku)
      once(`sku ${whole.sku}`, `variations.${i}.sku`, "Cette référence est là deux fois.");
    return whole;
  });
}

/** What no product may be, published or not. @throws VALIDATION_ERROR */
export function assertConsistent(product: ProductSnapshot): void {
  if ((product.unitSize === null) !== (product.unitOfSize === null)) {
    refuse(
      product.unitSize === null
        ? { unitSize: "Indiquez la contenance, ou retirez son unité." }
        : { unitOfSize: "Choisissez l'unité de la contenance." },
    );
  }
  if (product.unpublishAt !== null && product.unpublishAt <= product.publishAt) {
    refuse({ unpublishAt: "La fin de publication vient après son début." });
  }
}

/**
 * A product that was published without a price before prices were required can still be edited.
 * @throws VALIDATION_ERROR naming what is missing
 */
export function assertPublishable(product: ProductSnapshot, live?: ProductSnapshot): void {
  const { basePrice, ...missing } = missingForPublishing(product);
  const lackedPrice = live?.status === "ACTIVE" && isPriceMissing(live);
  if (basePrice !== undefined && !lackedPrice) missing.basePrice = basePrice;
  if (Object.keys(missing).length > 0) refuse(missing);
}

/** @throws VALIDATION_ERROR naming what is missing, or what a draft cannot hold */
export function assertSavable(
  next: ProductSnapshot,
  live: ProductSnapshot,
  draftChanges: Partial<ProductSnapshot> | null,
): void {
  assertConsistent(next);
  if (draftChanges) assertDraftable(draftChanges);
  else if (next.status === "ACTIVE") assertPublishable(next, live);
}

/** When a product shows takes effect at once: it is no matter for a draft. */
function assertDraftable(changes: Partial<ProductSnapshot>): void {
  const message = "Ce réglage agit tout de suite : publiez les changements au lieu de les garder.";
  const refused = (["status", "publishAt", "unpublishAt"] as const).filter(
    (name) => name in changes,
  );
  if (refused.length > 0) refuse(Object.fromEntries(refused.map((name) => [name, message])));
}
