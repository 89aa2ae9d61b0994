import type { FieldTable } from "@/lib/field-table";
import { LEAD_STATUS_LABELS } from "./labels";
import { LEAD_NOTE_MAX_LENGTH } from "./limits";

/** The fields of a lead, for its form and the audit log. */
export const LEAD_FIELDS = {
  status: {
    label: "Statut",
    kind: "choice",
    choices: Object.fromEntries(
      Object.entries(LEAD_STATUS_LABELS).map(([status, { label }]) => [status, label]),
    ),
  },
  amount: { label: "Montant", kind: "price", formLabel: "Montant de la vente en dirhams" },
  note: { label: "Note", kind: "text", maxLength: LEAD_NOTE_MAX_LENGTH },
} as const satisfies FieldTable;
