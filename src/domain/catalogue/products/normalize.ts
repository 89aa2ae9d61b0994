import "server-only";
import type { FieldRow } from "@/lib/field-table";
import { createId } from "@/lib/id";
import { lookup } from "@/lib/lookup";
import { sanitizeRichText } from "../rich-text";
import { PRODUCT_FIELDS } from "./fields";
import type { ImageInput, ProductFields, VariationInput } from "./input";
import type { ProductSnapshot, StoredImage, StoredVariation } from "./record";
import type { Problems } from "./rules";

type SentFields = { [K in keyof ProductFields]?: ProductFields[K] | undefined };

/** The images and variations that a request may refer to: uploads, and those of the draft, the published product and versions. */
export interface OwnedParts {
  images: readonly StoredImage[];
  variations: readonly StoredVariation[];
}

interface NormalizedInput {
  fields: Partial<ProductSnapshot>;
  /** Problems of images and variations. With any problem the fields must not be saved. */
  problems: Problems;
}

/** Converts the fields of a request to their stored form. Drops the options of a save, such as `saveAs`. */
export function normalizeInput(sent: SentFields, own: OwnedParts): NormalizedInput {
  const { images, variations } = sent;
  const problems = new Map<string, string>();
  const fields = {
    ...Object.fromEntries(
      Object.entries(PRODUCT_FIELDS).map(([name, row]) => [
        name,
        normalizeValue(row, lookup(sent, name)),
      ]),
    ),
    images: images && toImages(images, own.images, problems),
    variations: variations && toVariations(variations, own, problems),
  };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return {
    fields: Object.fromEntries(given) as Partial<ProductSnapshot>,
    problems: Object.fromEntries(problems),
  };
}

function normalizeValue({ kind }: FieldRow, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (kind === "date") return new Date(value).toISOString();
  if (kind === "decimal") return String(Number(value));
  return kind === "richText" ? sanitizeRichText(value) : value;
}

function toImages(
  sent: readonly ImageInput[],
  own: readonly StoredImage[],
  problems: Map<string, string>,
): StoredImage[] {
  const ownByUrl = new Map(own.map((image) => [image.url, image]));
  if (new Set(sent.map(({ url }) => url)).size < sent.length) {
    problems.set("images", "La même image est là deux fois.");
  }
  if (sent.filter(({ isPrimary }) => isPrimary).length > 1) {
    problems.set("images", "Choisissez une seule image principale.");
  }
  const primary = sent.find(({ isPrimary }) => isPrimary) ?? sent[0];
  return sent.flatMap((image, i) => {
    const stored = ownByUrl.get(image.url);
    if (!stored) {
      problems.set(`images.${i}.url`, "Cette image n'est pas arrivée. Envoyez-la à nouveau.");
      return [];
    }
    return {
      ...stored,
      altText: image.altText === undefined ? stored.altText : image.altText,
      altTextAr: image.altTextAr === undefined ? stored.altTextAr : image.altTextAr,
      isPrimary: image === primary,
    };
  });
}

const VARIATION_DEFAULTS = {
  nameAr: null,
  valueAr: null,
  swatch: null,
  imageUrl: null,
  priceModifier: "0.00",
  stock: null,
  sku: null,
  isActive: true,
};

function toVariations(
  sent: readonly VariationInput[],
  own: OwnedParts,
  problems: Map<string, string>,
): StoredVariation[] {
  const ownById = new Map(own.variations.map((variation) => [variation.id, variation]));
  const imageUrls = new Set(own.images.map(({ url }) => url));
  const seen = new Set<string>();
  const checkUnique = (value: string, field: string, message: string) => {
    if (seen.has(value)) problems.set(field, message);
    seen.add(value);
  };
  return sent.map((variation, i) => {
    const { id, name, value, ...rest } = variation;
    const stored = id === undefined ? undefined : ownById.get(id);
    if (id !== undefined && !stored) {
      problems.set(`variations.${i}.id`, "Cette variation n'est pas de ce produit.");
    }
    if (rest.imageUrl && !imageUrls.has(rest.imageUrl)) {
      problems.set(`variations.${i}.imageUrl`, "Choisissez une photo de ce produit.");
    }
    const given = Object.fromEntries(
      Object.entries(rest).filter(([, entry]) => entry !== undefined),
    );
    const complete = {
      ...VARIATION_DEFAULTS,
      ...stored,
      ...given,
      id: stored?.id ?? createId(),
      name,
      value,
    };
    checkUnique(`id ${complete.id}`, `variations.${i}.id`, "Cette variation est là deux fois.");
    checkUnique(
      `value ${name}\n${value}`,
      `variations.${i}.value`,
      `« ${name} : ${value} » est là deux fois.`,
    );
    return complete;
  });
}

/** Clears the image of variations that refer to an image which the product no longer has. */
export function withoutForeignImages(product: ProductSnapshot): ProductSnapshot {
  const urls = new Set(product.images.map(({ url }) => url));
  const isForeign = ({ imageUrl }: StoredVariation) => imageUrl != null && !urls.has(imageUrl);
  if (!product.variations.some(isForeign)) return product;
  const variations = product.variations.map((variation) =>
    isForeign(variation) ? { ...variation, imageUrl: null } : variation,
  );
  return { ...product, variations };
}
