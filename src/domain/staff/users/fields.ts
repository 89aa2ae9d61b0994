import type { FieldTable } from "@/lib/field-table";
import { ROLE_LABELS } from "./role-labels";

/** The fields of an account, for the invitation and the audit log. */
export const USER_FIELDS = {
  username: { label: "Identifiant", kind: "shortText" },
  email: { label: "Adresse e-mail", kind: "shortText" },
  role: { label: "Rôle", kind: "choice", choices: ROLE_LABELS },
} as const satisfies FieldTable;
