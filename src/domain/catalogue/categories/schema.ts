import { z } from "zod";
import type { StaleVersion } from "@/domain/audit/schema";
import { isStorable, line, optionalLine, optionalText } from "@/lib/input/text-schema";
import { SlugInput } from "../products/input";
import { CATEGORY_FIELDS } from "./fields";

const Id = z.string().min(1).max(40).refine(isStorable);
const Place = Id.nullable();

const fields = {
  name: line(CATEGORY_FIELDS.name.maxLength).min(2, "Donnez un nom d'au moins 2 caractères."),
  nameAr: optionalLine(CATEGORY_FIELDS.name.maxLength),
  description: optionalText(CATEGORY_FIELDS.description.maxLength),
  descriptionAr: optionalText(CATEGORY_FIELDS.description.maxLength),
  /** Null for a top category. */
  parentId: Place,
  /** The `url` that /api/upload/image returned. */
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

/** Absent fields keep their value. `version` is the version that the editor started from. */
export const CategoryPatch = z.strictObject({
  ...z.object(fields).partial().shape,
  slug: SlugInput.optional(),
  version: z.int().min(1).max(2_147_483_647).optional(),
  /** The old address answers 404 instead of redirecting, for a typo that was corrected. */
  withoutRedirect: z.boolean().optional(),
});
export type CategoryPatch = z.infer<typeof CategoryPatch>;

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
/** `moveTo`: the category that receives the products and subcategories before the deletion. */
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
  /** Products directly in the category, of any status, without the trash. */
  productCount: z.int(),
  trashCount: z.int(),
  /** Products of other categories whose draft moves them into this one. */
  draftCount: z.int(),
  /** Visible products directly in the category. */
  visibleCount: z.int(),
  updatedAt: z.iso.datetime(),
});
export type StaffCategory = z.infer<typeof StaffCategory>;

export type CategoryConflict = StaleVersion<StaffCategory>;
