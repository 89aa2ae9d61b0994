import { z } from "zod";
import { isStorable, line, optionalLine, optionalText } from "@/lib/input/text-schema";
import { SlugInput } from "../products/input";
import { CATEGORY_MAX_LENGTH } from "./rules";

/** What staff send of categories, and what they read. */

const Id = z.string().min(1).max(40).refine(isStorable);
const Place = Id.nullable();

const fields = {
  name: line(CATEGORY_MAX_LENGTH.name).min(2, "Donnez un nom d'au moins 2 caractères."),
  nameAr: optionalLine(CATEGORY_MAX_LENGTH.name),
  description: optionalText(CATEGORY_MAX_LENGTH.description),
  descriptionAr: optionalText(CATEGORY_MAX_LENGTH.description),
  /** Null: at the top. */
  parentId: Place,
  /** Of a picture that /api/upload/image took in. */
  imageUrl: optionalLine(500),
  icon: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Choisissez une icône de la liste.")
    .max(40)
    .nullable(),
  isActive: z.boolean(),
};

export const CategoryInput = z.strictObject({
  ...z.object(fields).partial().shape,
  name: fields.name,
  slug: SlugInput.optional(),
});
export type CategoryInput = z.infer<typeof CategoryInput>;

/** Fields that are not sent stay as they are. `version` is the one the editor started from. */
export const CategoryPatch = z.strictObject({
  ...z.object(fields).partial().shape,
  slug: SlugInput.optional(),
  version: z.int().min(1).max(2_147_483_647).optional(),
  /** A slip of the pen: the old address leads nowhere. Otherwise it redirects. */
  withoutRedirect: z.boolean().optional(),
});
export type CategoryPatch = z.infer<typeof CategoryPatch>;

/** Where several categories stand now, all at once. */
export const CategoryOrder = z.strictObject({
  items: z
    .array(
      z.strictObject({
        id: Id,
        parentId: Place,
        order: z.int().min(0).max(10_000),
        version: z.int().min(1).max(2_147_483_647).optional(),
      }),
    )
    .min(1)
    .max(500)
    .refine(
      (items) => new Set(items.map(({ id }) => id)).size === items.length,
      "La même catégorie s'y trouve deux fois.",
    ),
});
export type CategoryOrder = z.infer<typeof CategoryOrder>;

export const CategoryId = z.object({ id: Id });
/** Where the products and subcategories go before the category is deleted. */
export const CategoryRemoval = z.object({ moveTo: Id.optional() });

export const StaffCategory = z.strictObject({
  id: z.string(),
  version: z.int(),
  slug: z.string(),
  name: z.string(),
  nameAr: z.string().nullable(),
  description: z.string().nullable(),
  descriptionAr: z.string().nullable(),
  parentId: z.string().nullable(),
  imageUrl: z.string().nullable(),
  icon: z.string().nullable(),
  order: z.int(),
  isActive: z.boolean(),
  /** Directly in it, whatever their status; without those in the trash. */
  productCount: z.int(),
  trashCount: z.int(),
  /** Products elsewhere whose pending changes would put them into it. */
  draftCount: z.int(),
  /** Products directly in it that customers see. */
  visibleCount: z.int(),
  updatedAt: z.iso.datetime(),
});
export type StaffCategory = z.infer<typeof StaffCategory>;

/** `error.details` of the 409 of a stale version. */
export interface CategoryConflict {
  current: StaffCategory;
  changedBy: string;
  changedAt: string;
}
