import type { FieldTable } from "@/lib/field-table";

/** The fields of a shared link, for its form and the audit log. */
export const SHARE_FIELDS = {
  name: { label: "Nom", kind: "shortText", maxLength: 80 },
  expiresAt: { label: "Valable jusqu'au", kind: "date" },
} as const satisfies FieldTable;
