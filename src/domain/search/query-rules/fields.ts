import type { FieldTable } from "@/lib/field-table";

/** The fields of a rule for one search, for its form and the audit log. */
export const QUERY_RULE_FIELDS = {
  query: { label: "Recherche", kind: "text", maxLength: 80 },
  pinnedProductIds: { label: "Produits en tête", kind: "reference" },
  hiddenProductIds: { label: "Produits cachés", kind: "reference" },
  redirectTo: { label: "Page à ouvrir à la place", kind: "shortText", maxLength: 300 },
} as const satisfies FieldTable;
