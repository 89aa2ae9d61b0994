import { z } from "zod";
import { plain, wholeNumber } from "@/lib/input/text-schema";
import { Availability, Fact, SaleUnit, SizeUnit } from "../schema";
import { ProductStatus, RecordId } from "./input";
import { STATUS_CHIPS } from "./rules";

/** What staff read, and how they ask for it. */

const Image = z.strictObject({
  url: z.string(),
  altText: z.string().nullable(),
  altTextAr: z.string().nullable(),
  isPrimary: z.boolean(),
  width: z.number().int(),
  height: z.number().int(),
});

const Variation = z.strictObject({
  id: z.string(),
  name: z.string(),
  nameAr: z.string().nullable(),
  value: z.string(),
  valueAr: z.string().nullable(),
  swatch: z.string().nullable(),
  /** The `url` of one of the product's images. Versions saved before variations had one lack it. */
  imageUrl: z.string().nullish(),
  priceModifier: z.string(),
  /** Null: not tracked. */
  stock: z.number().int().nullable(),
  sku: z.string().nullable(),
  isActive: z.boolean(),
});

/** What people read in the chip. CHANGED is published with pending changes; SCHEDULED will show, or will cease to. */
export const StatusChip = z.enum(STATUS_CHIPS);
export type StatusChip = z.infer<typeof StatusChip>;

/** A product as its editor shows it: with its pending changes, where it has some. */
export const ProductForEdit = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  chip: StatusChip,
  hasDraft: z.boolean(),
  /** What is still missing before it can be published, as sentences; empty when nothing is. */
  missing: z.array(z.string()),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  deletedAt: z.iso.datetime().nullable(),
  /** What customers see of it now. */
  shop: z.strictObject({
    /** The slug of its page; null while customers do not see it. A draft may hold another slug. */
    slug: z.string().nullable(),
    /** The nearest hidden category among its own and those above; null when none is hidden. */
    hiddenCategory: z.string().nullable(),
  }),
  name: z.string(),
  nameAr: z.string().nullable(),
  description: z.string(),
  descriptionAr: z.string().nullable(),
  details: z.string().nullable(),
  detailsAr: z.string().nullable(),
  categoryId: z.string(),
  slug: z.string(),
  sku: z.string().nullable(),
  brand: z.string().nullable(),
  basePrice: z.string().nullable(),
  priceOnRequest: z.boolean(),
  saleUnit: SaleUnit,
  unitSize: z.string().nullable(),
  unitOfSize: SizeUnit.nullable(),
  availability: Availability,
  facts: z.array(Fact),
  isFeatured: z.boolean(),
  isNew: z.boolean(),
  seoTitle: z.string().nullable(),
  seoDescription: z.string().nullable(),
  status: ProductStatus,
  publishAt: z.iso.datetime(),
  unpublishAt: z.iso.datetime().nullable(),
  images: z.array(Image),
  variations: z.array(Variation),
});
export type ProductForEdit = z.infer<typeof ProductForEdit>;

export const RestoredProduct = ProductForEdit.extend({
  /** Fields that keep their present value, each with the reason, for people. */
  notRestored: z.record(z.string(), z.string()),
});
export type RestoredProduct = z.infer<typeof RestoredProduct>;

/** Answer of a save: the product, and whose changes went in together with these, where it was merged. */
export const SavedProduct = z.strictObject({
  product: ProductForEdit,
  mergedWith: z.strictObject({ userName: z.string(), fields: z.array(z.string()) }).nullable(),
});
export type SavedProduct = z.infer<typeof SavedProduct>;

/** `error.details` of the 409 of a stale version: each field that both sides changed. */
export interface EditConflict {
  current: ProductForEdit;
  changedBy: string;
  changedAt: string;
  fields: Record<string, { base: unknown; theirs: unknown; mine: unknown }>;
}

export const STAFF_SORTS = ["updated", "name", "price", "created", "views"] as const;

const Yes = z.literal("1").transform(() => true as const);

/** Filters of the staff's list, as they stand in the address. */
export const StaffProductFilters = z.object({
  q: plain(200).optional(),
  status: StatusChip.optional(),
  categoryId: RecordId.optional(),
  availability: Availability.optional(),
  /** Some active variation has none left. */
  outOfStock: Yes.optional(),
  withoutPrice: Yes.optional(),
  withoutImage: Yes.optional(),
  withoutArabic: Yes.optional(),
});
export type StaffProductFilters = z.infer<typeof StaffProductFilters>;

export const StaffProductQuery = z.object({
  ...StaffProductFilters.shape,
  sort: z.enum(STAFF_SORTS).default("updated"),
  order: z.enum(["asc", "desc"]).optional(),
  page: wholeNumber(1, 10_000).default(1),
  pageSize: wholeNumber(1, 100).default(20),
});
export type StaffProductQuery = z.infer<typeof StaffProductQuery>;

export const StaffProductRow = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  slug: z.string(),
  name: z.string(),
  sku: z.string().nullable(),
  brand: z.string().nullable(),
  categoryName: z.string(),
  /** Its category, or one above, is hidden: customers do not see the product, whatever its chip says. */
  isCategoryHidden: z.boolean(),
  /** Customers see it now. */
  isVisible: z.boolean(),
  chip: StatusChip,
  basePrice: z.string().nullable(),
  priceOnRequest: z.boolean(),
  /** What customers read, as in `ProductCard`. */
  price: z.string().nullable(),
  priceFrom: z.boolean(),
  saleUnit: SaleUnit,
  availability: Availability,
  /** Of all active variations whose stock is tracked; null without any. */
  stock: z.number().int().nullable(),
  image: z.strictObject({ url: z.string(), altText: z.string().nullable() }).nullable(),
  hasArabic: z.boolean(),
  missing: z.array(z.string()),
  viewCount: z.number().int(),
  updatedAt: z.iso.datetime(),
});
export type StaffProductRow = z.infer<typeof StaffProductRow>;

/** Ticked rows, or all that match a filter: then `total` is the number that the person saw and confirmed. */
export const Selection = z.union(
  [
    z.strictObject({ ids: z.array(RecordId).min(1).max(100) }),
    z.strictObject({ filter: z.record(z.string(), z.string()), total: z.int().min(1) }),
  ],
  "Sélectionnez de 1 à 100 lignes, ou tout ce que trouve le filtre.",
);
export type Selection = z.infer<typeof Selection>;

/** POST /api/admin/products/bulk. `trash` needs products.delete. */
export const BulkEdit = z.strictObject({
  selection: Selection,
  action: z.enum(["publish", "unpublish", "archive", "trash", "restore"]),
});
export type BulkEdit = z.infer<typeof BulkEdit>;

export const BulkResult = z.strictObject({
  changed: z.number().int(),
  /** The first hundred that were left alone, and why. */
  skipped: z.array(z.strictObject({ id: z.string(), name: z.string(), reason: z.string() })),
});
export type BulkResult = z.infer<typeof BulkResult>;

/** GET /api/admin/products/:id/versions: the newest first. */
export const VersionEntry = z.strictObject({
  version: z.number().int(),
  reason: z.enum(["EDIT", "IMPORT", "BULK", "RESTORE"]),
  userName: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** Against the version before: field → both sides. */
  changes: z.record(z.string(), z.strictObject({ before: z.unknown(), after: z.unknown() })),
});
export type VersionEntry = z.infer<typeof VersionEntry>;

/** What GET /api/cron/publish did. */
export const PublishRun = z.strictObject({
  /** Products that time showed, and hid, since the last run. */
  shown: z.number().int(),
  hidden: z.number().int(),
  purged: z.number().int(),
});
export type PublishRun = z.infer<typeof PublishRun>;
