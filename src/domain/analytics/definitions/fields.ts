import type { FieldTable } from "@/lib/field-table";

/** The fields of segments, funnels, reports and boards, for their forms and the audit log. */
export const DEFINITION_FIELDS = {
  name: { label: "Nom", kind: "shortText", maxLength: 80 },
  summary: { label: "Contenu", kind: "text" },
} as const satisfies FieldTable;
