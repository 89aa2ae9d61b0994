import { fieldLabel, isHiddenField } from "./field-labels";
import { sentenceParts } from "./labels";
import type { AuditEntry } from "./schema";
import { formatFieldValue, type Names } from "./value-text";

export interface ChangeText {
  field: string;
  label: string;
  before: string;
  after: string;
}

export interface EntryText {
  /** What follows the person's name. */
  sentence: string;
  /** The name of the entity, as people typed it. */
  name: string | null;
  /** Changes that are short enough to stand in the line itself. */
  inline: ChangeText[];
  /** Every change. */
  changes: ChangeText[];
  /** False where the stored entry does not have the expected shape. */
  isReadable: boolean;
}

const MAX_INLINE = 3;
const MAX_INLINE_LENGTH = 60;

/** An entry as texts only: whatever is stored, the page that shows it can be drawn. */
export function toEntryText(entry: AuditEntry, names: Names): EntryText {
  const parts = sentenceParts(entry);
  try {
    const changes = changeTexts(entry, names);
    return {
      ...parts,
      changes,
      inline: inlineChanges(changes, entry),
      isReadable: entry.isReadable,
    };
  } catch {
    return { ...parts, changes: [], inline: [], isReadable: false };
  }
}

function changeTexts({ action, changes }: AuditEntry, names: Names): ChangeText[] {
  return Object.entries(changes)
    .filter(([field]) => !isHiddenField(field))
    .map(([field, { before, after }]) => ({
      field,
      // Entries of 2026 name each category that was moved as if it were a field.
      label:
        action === "reorder_categories" && field !== "places" ? field : fieldLabel(field, action),
      before: formatFieldValue(field, before, names),
      after: formatFieldValue(field, after, names),
    }));
}

/** The many fields of a new or deleted record, all on one side, are listed on demand. */
function inlineChanges(changes: readonly ChangeText[], { changes: raw }: AuditEntry): ChangeText[] {
  const sides = Object.values(raw);
  const isNew = sides.every(({ before }) => (before ?? null) === null);
  const isGone = sides.every(({ after }) => (after ?? null) === null);
  if (sides.length > MAX_INLINE && (isNew || isGone)) return [];
  return changes
    .filter(({ before, after }) => before.length + after.length <= MAX_INLINE_LENGTH)
    .slice(0, MAX_INLINE)
    .map(withOneUnit);
}

const UNIT = /[\s\u00a0\u202f]MAD$/;

/** "95 MAD → 99 MAD" reads "95 → 99 MAD". */
function withOneUnit(change: ChangeText): ChangeText {
  const isPrice = UNIT.test(change.before) && UNIT.test(change.after);
  return isPrice ? { ...change, before: change.before.replace(UNIT, "") } : change;
}
