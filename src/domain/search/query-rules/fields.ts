import type { FieldTable } from "@/lib/field-table";

export const MAX_PINNED = 12;
export const MAX_HIDDEN = 50;

/** The fields of a rule for one search, for its form and the audit log. */
export const QUERY_RULE_FIELDS = {
  query: { label: "Texte cherché", kind: "text", maxLength: 80 },
  pinnedProductIds: { label: "Produits en tête", kind: "reference" },
  hiddenProductIds: { label: "Produits cachés", kind: "reference" },
  redirectTo: { label: "Page à ouvrir à la place", kind: "shortText", maxLength: 300 },
} as const satisfies FieldTable;
