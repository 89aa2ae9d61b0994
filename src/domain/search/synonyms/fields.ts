import type { FieldTable } from "@/lib/field-table";

/** The fields of a synonym, for its form and the audit log. */
export const SYNONYM_FIELDS = {
  terms: { label: "Mots que les clients cherchent", kind: "list", maxLength: 80 },
  finds: { label: "Mots à trouver aussi", kind: "list", maxLength: 80 },
} as const satisfies FieldTable;
