import { z } from "zod";
import { moment } from "@/lib/input/date-schema";
import {
  isStorable,
  line,
  optionalLine,
  optionalText,
  plain,
  REFUSED,
  text,
  tooLong,
  wholeNumber,
} from "@/lib/input/text-schema";
import { OptionalPrice, OptionalSize, PriceModifier, Stock } from "../amount-schema";
import { Availability, SaleUnit, SizeUnit } from "../schema";
import { PRODUCT_FIELDS as FIELDS } from "./fields";
import { findInconsistencies, findMissingForPublishing } from "./rules";

const MAX_VARIATIONS = 200;
const { images: IMAGES, variations: VARIATIONS, facts: FACTS } = FIELDS;
const SKU_PATTERN = /^[A-Z0-9][A-Z0-9._/-]{1,39}$/;
const OptionalSku = plain(40)
  .toUpperCase()
  .refine(
    (sku) => sku === "" || SKU_PATTERN.test(sku),
    "Lettres, chiffres, points et tirets, 40 au plus.",
  )
  .nullable()
  .transform((sku) => sku || null);

/** Reads the SKUs of a list of variations that the schema refused; null for a missing or unreadable SKU. */
export function parseReadableSkus(variations: unknown): (string | null)[] {
  const rows = Array.isArray(variations) ? variations.slice(0, MAX_VARIATIONS) : [];
  return rows.map((row) => OptionalSku.safeParse(row?.sku).data ?? null);
}

export const SlugInput = plain(FIELDS.slug.maxLength)
  .toLowerCase()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Minuscules, chiffres et tirets, comme carrelage-60x60.");

export const RecordId = z.string().min(1).max(40).refine(isStorable, REFUSED);
export const RecordParams = z.object({ id: RecordId });
export const VersionParams = RecordParams.extend({
  version: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});

/** `url` is the address that /api/upload/image returned. The order of the images is the order of the list. */
export const ImageInput = z.strictObject({
  url: z.string().max(500).refine(isStorable, REFUSED),
  altText: optionalLine(IMAGES.parts.altText.maxLength).optional(),
  altTextAr: optionalLine(IMAGES.parts.altText.maxLength).optional(),
  isPrimary: z.boolean().optional(),
});
export type ImageInput = z.infer<typeof ImageInput>;

/** With `id` the input changes an existing variation. The order of the variations is the order of the list. */
export const VariationInput = z.strictObject({
  id: RecordId.optional(),
  name: line(VARIATIONS.parts.name.maxLength).min(1, "Donnez un nom, comme Taille ou Couleur."),
  nameAr: optionalLine(VARIATIONS.parts.name.maxLength).optional(),
  value: line(VARIATIONS.parts.value.maxLength).min(1, "Donnez une valeur, comme 60 × 60 cm."),
  valueAr: optionalLine(VARIATIONS.parts.value.maxLength).optional(),
  swatch: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, "Une couleur comme #c0a080.")
    .nullable()
    .optional(),
  /** The `url` of one of the product's images. */
  imageUrl: z
    .string()
    .max(500)
    .refine(isStorable, REFUSED)
    .nullable()
    .transform((url) => url || null)
    .optional(),
  priceModifier: PriceModifier.optional(),
  /** Null: the stock is not tracked. */
  stock: Stock.optional(),
  sku: OptionalSku.optional(),
  isActive: z.boolean().optional(),
});
export type VariationInput = z.infer<typeof VariationInput>;

/** A line of the technical table. */
export const FactInput = z.strictObject({
  name: line(FACTS.parts.name.maxLength).min(1, "Donnez un nom, comme Format ou Poids."),
  nameAr: optionalLine(FACTS.parts.name.maxLength).optional(),
  value: line(FACTS.parts.value.maxLength).min(1, "Donnez une valeur, comme 60 × 60 cm."),
  valueAr: optionalLine(FACTS.parts.value.maxLength).optional(),
});

const Timestamp = moment({ offset: true });

/** Visibility depends on the status, the dates, the trash and the categories together; see `VISIBLE`. */
export const ProductStatus = z.enum(["DRAFT", "ACTIVE", "INACTIVE", "ARCHIVED"]);
export type ProductStatus = z.infer<typeof ProductStatus>;

const fields = {
  name: line(FIELDS.name.maxLength).min(2, "Donnez un nom d'au moins 2 caractères."),
  nameAr: optionalLine(FIELDS.name.maxLength),
  description: text(FIELDS.description.maxLength),
  descriptionAr: optionalText(FIELDS.description.maxLength),
  /** Rich text, sanitized on save and again on display. */
  details: z
    .string()
    .max(FIELDS.details.maxLength, tooLong(FIELDS.details.maxLength))
    .refine(isStorable, REFUSED)
    .nullable(),
  detailsAr: z
    .string()
    .max(FIELDS.details.maxLength, tooLong(FIELDS.details.maxLength))
    .refine(isStorable, REFUSED)
    .nullable(),
  categoryId: z.string().min(1, "Choisissez une catégorie.").max(40).refine(isStorable, REFUSED),
  slug: SlugInput,
  sku: OptionalSku,
  brand: optionalLine(FIELDS.brand.maxLength),
  basePrice: OptionalPrice,
  priceOnRequest: z.boolean(),
  saleUnit: SaleUnit,
  unitSize: OptionalSize,
  unitOfSize: SizeUnit.nullable(),
  availability: Availability,
  facts: z.array(FactInput).max(40, "40 lignes au plus."),
  isFeatured: z.boolean(),
  isNew: z.boolean(),
  seoTitle: optionalLine(FIELDS.seoTitle.maxLength),
  seoDescription: optionalLine(FIELDS.seoDescription.maxLength),
  status: ProductStatus,
  publishAt: Timestamp,
  unpublishAt: Timestamp.nullable(),
  images: z.array(ImageInput).max(30, "30 images au plus."),
  variations: z.array(VariationInput).max(MAX_VARIATIONS, `${MAX_VARIATIONS} variations au plus.`),
};

/**
 * Confirms a price above `HIGH_PRICE`. Without the confirmation the save is refused with a question in
 * `details.confirmHighPrice`.
 */
const confirmHighPrice = z.literal(true).optional();

/** `status: "ACTIVE"` publishes the product; an incomplete product is refused with the missing fields. */
export const ProductInput = z
  .strictObject({
    ...z.object(fields).partial().shape,
    name: fields.name,
    description: fields.description,
    categoryId: fields.categoryId,
    confirmHighPrice,
  })
  .superRefine(reportInconsistencies, {
    // Runs although a field is invalid, so that one response names every problem.
    when: ({ value }) => typeof value === "object" && value !== null,
  });
export type ProductInput = z.infer<typeof ProductInput>;

function reportInconsistencies(input: Record<string, unknown>, context: z.RefinementCtx): void {
  const text = (value: unknown) => (typeof value === "string" ? value.trim() : "");
  const time = (value: unknown) => {
    const moment = new Date(text(value));
    return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
  };
  const problems = {
    ...findInconsistencies({
      unitSize: text(input.unitSize) || null,
      unitOfSize: SizeUnit.safeParse(input.unitOfSize).data ?? null,
      publishAt: time(input.publishAt),
      unpublishAt: time(input.unpublishAt),
    }),
    ...(input.status === "ACTIVE" &&
      findMissingForPublishing({
        description: text(input.description),
        categoryId: text(input.categoryId),
        images: Array.isArray(input.images) ? input.images : [],
        basePrice: text(input.basePrice) || null,
        priceOnRequest: input.priceOnRequest === true,
      })),
  };
  for (const [field, message] of Object.entries(problems)) {
    context.addIssue({ code: "custom", path: [field], message });
  }
}

/**
 * Absent fields keep their value. `version` is the version that the editor started from.
 * `saveAs: "DRAFT"` hides the changes of a published product from customers; "LIVE" publishes them with the rest of the draft.
 */
export const ProductPatch = z.strictObject({
  ...z.object(fields).partial().shape,
  version: z.int().min(1).max(2_147_483_647).optional(),
  saveAs: z.enum(["LIVE", "DRAFT"]).optional(),
  /** The old address answers 404 instead of redirecting, for a typo that was corrected. */
  withoutRedirect: z.boolean().optional(),
  confirmHighPrice,
  /** Deletes the draft. */
  discardDraft: z.literal(true).optional(),
});
export type ProductPatch = z.infer<typeof ProductPatch>;

/** The fields of a product after parsing, all present. */
export type ProductFields = {
  [K in keyof typeof fields]: z.output<(typeof fields)[K]>;
};

export const NewImage = ImageInput.extend({
  version: z.int().min(1).max(2_147_483_647).optional(),
});

export const ImageArrangement = z.strictObject({
  images: fields.images,
  version: z.int().min(1).max(2_147_483_647).optional(),
});

export const ImageEdit = NewImage.omit({ url: true }).extend({
  isPrimary: z.literal(true).optional(),
  order: z.int().min(0).max(29).optional(),
});
export type ImageEdit = z.infer<typeof ImageEdit>;

export const ImageParams = RecordParams.extend({ imageId: z.string().regex(/^[0-9a-f]{32}$/) });
export const VersionQuery = z.object({ version: wholeNumber(1, 999_999_999).optional() });
