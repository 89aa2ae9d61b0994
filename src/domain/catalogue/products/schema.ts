import { z } from "zod";
import type { StaleVersion } from "@/domain/audit/schema";
import type { FieldKind, FieldRow } from "@/lib/field-table";
import { plain } from "@/lib/input/text-schema";
import { buildSelectionSchema } from "@/lib/lists/bulk-selection";
import { paging } from "@/lib/lists/paging-schema";
import { Availability, Fact, Image, SaleUnit, Variation } from "../schema";
import { SCALAR_FIELDS, type ScalarFieldName } from "./fields";
import { type ProductFields, RecordId } from "./input";
import { STATUS_CHIPS } from "./rules";

const StaffImage = Image.omit({ placeholder: true }).extend({ isPrimary: z.boolean() });

const StaffVariation = Variation.omit({ availability: true, lastItems: true }).extend({
  /** The `url` of one of the product's images. Versions saved before variations had one lack it. */
  imageUrl: z.string().nullish(),
  priceModifier: z.string(),
  /** Null: not tracked. */
  stock: z.number().int().nullable(),
  isActive: z.boolean(),
});

/** CHANGED: published, with a draft. SCHEDULED: a publication or its end lies ahead. */
export const StatusChip = z.enum(STATUS_CHIPS);
export type StatusChip = z.infer<typeof StatusChip>;

const KINDS: Partial<Record<FieldKind, z.ZodType>> = {
  flag: z.boolean(),
  integer: z.number().int(),
  date: z.iso.datetime(),
};

/** A stored field as the API returns it. */
function toStoredSchema({ kind, choices, blank = null }: FieldRow): z.ZodType {
  const value = choices ? z.enum(Object.keys(choices)) : (KINDS[kind] ?? z.string());
  return blank === null ? value.nullable() : value;
}

type StoredShape = { [N in ScalarFieldName]: z.ZodType<ProductFields[N]> };
const stored = SCALAR_FIELDS.map(([name, row]) => [name, toStoredSchema(row)]);

/** A product with its draft applied. */
export const ProductForEdit = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  chip: StatusChip,
  hasDraft: z.boolean(),
  /** What the product lacks before it can be published, as French sentences. */
  missing: z.array(z.string()),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  deletedAt: z.iso.datetime().nullable(),
  /** What customers see at present. */
  shop: z.strictObject({
    /** The slug of the public page; null for a product that customers do not see. A draft may hold another slug. */
    slug: z.string().nullable(),
    /** The name of the nearest hidden category among the product's category and its ancestors, or null. */
    hiddenCategory: z.string().nullable(),
  }),
  ...(Object.fromEntries(stored) as StoredShape),
  facts: z.array(Fact),
  images: z.array(StaffImage),
  variations: z.array(StaffVariation),
});
export type ProductForEdit = z.infer<typeof ProductForEdit>;

export const RestoredProduct = ProductForEdit.extend({
  /** Field that keeps its present value → the reason, as a French sentence. */
  notRestored: z.record(z.string(), z.string()),
});
export type RestoredProduct = z.infer<typeof RestoredProduct>;

/** `mergedWith`: the other editor and the fields that were merged into this save; null without a merge. */
export const SavedProduct = z.strictObject({
  product: ProductForEdit,
  mergedWith: z.strictObject({ userName: z.string(), fields: z.array(z.string()) }).nullable(),
});
export type SavedProduct = z.infer<typeof SavedProduct>;

/** `error.details` of the 409 for a stale version: each field that both editors changed. */
export interface EditConflict extends StaleVersion<ProductForEdit> {
  fields: Record<string, { base: unknown; theirs: unknown; mine: unknown }>;
}

export const STAFF_SORTS = ["updated", "name", "price", "created", "views"] as const;

const TrueFlag = z.literal("1").transform(() => true as const);

/** Filters of the staff list, as in its address. */
export const StaffProductFilters = z.object({
  q: plain(200).optional(),
  status: StatusChip.optional(),
  categoryId: RecordId.optional(),
  availability: Availability.optional(),
  /** An active variation has a stock of zero. */
  outOfStock: TrueFlag.optional(),
  withoutPrice: TrueFlag.optional(),
  withoutImage: TrueFlag.optional(),
  withoutArabic: TrueFlag.optional(),
});
export type StaffProductFilters = z.infer<typeof StaffProductFilters>;

export const StaffProductQuery = z.object({
  ...StaffProductFilters.shape,
  sort: z.enum(STAFF_SORTS).default("updated"),
  order: z.enum(["asc", "desc"]).optional(),
  ...paging(),
});
export type StaffProductQuery = z.infer<typeof StaffProductQuery>;

export const StaffProductRow = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  slug: z.string(),
  name: z.string(),
  sku: z.string().nullable(),
  brand: z.string().nullable(),
  categoryId: z.string(),
  categoryName: z.string(),
  /** The category or one of its ancestors is hidden, so customers do not see the product. */
  isCategoryHidden: z.boolean(),
  isVisible: z.boolean(),
  chip: StatusChip,
  hasDraft: z.boolean(),
  basePrice: z.string().nullable(),
  priceOnRequest: z.boolean(),
  /** The price that customers read, as in `ProductCard`. */
  price: z.string().nullable(),
  priceFrom: z.boolean(),
  saleUnit: SaleUnit,
  availability: Availability,
  /** The sum over the active variations whose stock is tracked; null without any. */
  stock: z.number().int().nullable(),
  image: z.strictObject({ url: z.string(), altText: z.string().nullable() }).nullable(),
  hasArabic: z.boolean(),
  missing: z.array(z.string()),
  viewCount: z.number().int(),
  updatedAt: z.iso.datetime(),
});
export type StaffProductRow = z.infer<typeof StaffProductRow>;

/** The action `trash` needs the permission `products.delete`. */
export const BulkEdit = z.strictObject({
  selection: buildSelectionSchema(RecordId),
  action: z.enum(["publish", "unpublish", "archive", "trash", "restore"]),
});
export type BulkEdit = z.infer<typeof BulkEdit>;

export const BulkResult = z.strictObject({
  changed: z.number().int(),
  /** The first hundred products that were skipped, with the reason. */
  skipped: z.array(z.strictObject({ id: z.string(), name: z.string(), reason: z.string() })),
});
export type BulkResult = z.infer<typeof BulkResult>;

export const VersionEntry = z.strictObject({
  version: z.number().int(),
  reason: z.enum(["EDIT", "IMPORT", "BULK", "RESTORE"]),
  userName: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** Field → its value in the previous version and in this one. */
  changes: z.record(z.string(), z.strictObject({ before: z.unknown(), after: z.unknown() })),
});
export type VersionEntry = z.infer<typeof VersionEntry>;

export const PublishRun = z.strictObject({
  /** Products whose publication began (`shown`) or ended (`hidden`) since the last run. */
  shown: z.number().int(),
  hidden: z.number().int(),
  purged: z.number().int(),
});
export type PublishRun = z.infer<typeof PublishRun>;
