/** How the values of a field are stored, typed, compared and displayed. */
export type FieldKind =
  /** Words, whose changes are shown word by word. */
  | "text"
  | "richText"
  /** A short text that is compared as a whole, such as a reference or a brand. */
  | "shortText"
  | "price"
  | "decimal"
  | "integer"
  | "flag"
  /** One key of `choices`, or several. */
  | "choice"
  /** An instant or a day. */
  | "date"
  /** The id of a product or a category, or several. */
  | "reference"
  | "list"
  | "group";

export interface FieldRow {
  /** The French name, in the form, its messages, the history and the audit log. */
  label: string;
  kind: FieldKind;
  /** Replaces `label` beside the control: the sentence of a checkbox, or the name with its unit. */
  formLabel?: string;
  /** In characters; the schema and the form share it. */
  maxLength?: number;
  /** Stored value → French label. */
  choices?: Readonly<Record<string, string>>;
  /** The fields of each entry of a list, or of a group. */
  parts?: FieldTable;
  /** The value of a new record; null without it. */
  blank?: string | boolean | null;
}

/** The fields of an entity, by their names in the database and the API. */
export type FieldTable = Readonly<Record<string, FieldRow>>;

/** The label beside the control of a field. */
export function getFormLabel({ label, formLabel }: FieldRow): string {
  return formLabel ?? label;
}
