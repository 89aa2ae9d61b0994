import type { FieldTable } from "@/lib/field-table";
import { LANGUAGE_LABELS } from "@/lib/i18n/language-labels";
import { MESSAGE_MAX_LENGTH } from "../inbox/constants";

/** The fields of a canned reply, for its form and the audit log. */
export const CANNED_REPLY_FIELDS = {
  title: { label: "Titre", kind: "text", maxLength: 80 },
  locale: { label: "Langue", kind: "choice", choices: LANGUAGE_LABELS },
  body: { label: "Texte", kind: "text", maxLength: MESSAGE_MAX_LENGTH.reply },
} as const satisfies FieldTable;
