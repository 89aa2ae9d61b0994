import type { FieldTable } from "@/lib/field-table";
import { PRODUCT_FIELDS } from "../products/fields";

/** The fields of a category, for its form and the audit log. */
export const CATEGORY_FIELDS = {
  name: { label: "Nom", kind: "text", maxLength: 80 },
  nameAr: { label: "Nom en arabe", kind: "text", maxLength: 80 },
  description: { label: "Description", kind: "text", maxLength: 1_000 },
  descriptionAr: { label: "Description en arabe", kind: "text", maxLength: 1_000 },
  parentId: { label: "Placée dans", kind: "reference" },
  imageUrl: { label: "Image", kind: "shortText" },
  icon: { label: "Icône", kind: "choice" },
  slug: PRODUCT_FIELDS.slug,
  isActive: { label: "Visible dans la boutique", kind: "flag" },
} as const satisfies FieldTable;
