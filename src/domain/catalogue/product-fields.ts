import "server-only";
import { newId } from "@/lib/id";
import { refuse } from "./product-checks";
import type { ImageInput, ProductFields, VariationInput } from "./product-input";
import type { ProductSnapshot, StoredImage, StoredVariation } from "./product-record";
import { inconsistencies, isPriceMissing, missingForPublishing } from "./product-rules";
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
    variations: variations && variationsOf(variations, own),
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
  imageUrl: null,
  priceModifier: "0.00",
  stock: null,
  sku: null,
  isActive: true,
};

function variationsOf(sent: readonly VariationInput[], own: Own): StoredVariation[] {
  const known = new Map(own.variations.map((variation) => [variation.id, variation]));
  const imageUrls = new Set(own.images.map(({ url }) => url));
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
    if (rest.imageUrl && !imageUrls.has(rest.imageUrl)) {
      refuse({ [`variations.${i}.imageUrl`]: "Choisissez une photo de ce produit." });
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

/** A photo that the product no longer has belongs to no variation of it either. */
export function withOwnImages(product: ProductSnapshot): ProductSnapshot {
  const urls = new Set(product.images.map(({ url }) => url));
  const isForeign = ({ imageUrl }: StoredVariation) => imageUrl != null && !urls.has(imageUrl);
  if (!product.variations.some(isForeign)) return product;
  const variations = product.variations.map((variation) =>
    isForeign(variation) ? { ...variation, imageUrl: null } : variation,
  );
  return { ...product, variations };
}

/** Says at once everything that contradicts, is missing for customers, or cannot wait in a draft. @throws VALIDATION_ERROR */
export function assertSavable(
  next: ProductSnapshot,
  live: ProductSnapshot | null,
  draftChanges: Partial<ProductSnapshot> | null,
): void {
  const problems = {
    ...inconsistencies(next),
    ...(draftChanges
      ? undraftableFields(draftChanges)
      : next.status === "ACTIVE" && missingWhenPublic(next, live)),
  };
  if (Object.keys(problems).length > 0) refuse(problems);
}

/** A product that was published without a price before prices were required can still be edited. */
function missingWhenPublic(
  product: ProductSnapshot,
  live: ProductSnapshot | null,
): Record<string, string> {
  const { basePrice, ...missing } = missingForPublishing(product);
  const lackedPrice = live?.status === "ACTIVE" && isPriceMissing(live);
  return { ...missing, ...(basePrice !== undefined && !lackedPrice && { basePrice }) };
}

/** When a product shows takes effect at once: it is no matter for a draft. */
function undraftableFields(changes: Partial<ProductSnapshot>): Record<string, string> {
  const message = "Ce réglage agit tout de suite : publiez les changements au lieu de les garder.";
  const refused = (["status", "publishAt", "unpublishAt"] as const).filter(
    (name) => name in changes,
  );
  return Object.fromEntries(refused.map((name) => [name, message]));
}
