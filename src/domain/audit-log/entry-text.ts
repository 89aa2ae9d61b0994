import type { AuditEntry } from "@/domain/audit/schema";
import { findAuditField, getLabel, isHiddenField } from "./fields";
import { sentenceParts } from "./labels";
import { formatFieldValue, type Names } from "./value-text";

export interface ChangeText {
  field: string;
  label: string;
  before: string;
  after: string;
}

export interface EntryText {
  /** Follows the user's name. */
  sentence: string;
  /** The name of the record, which is user text. */
  name: string | null;
  /** The changes that are short enough for the line of the entry. */
  inline: ChangeText[];
  changes: ChangeText[];
  /** False when the stored entry does not have the expected shape. */
  isReadable: boolean;
}

const MAX_INLINE = 3;
const MAX_INLINE_LENGTH = 60;

/** Formats an entry. Never throws, so that the page also renders entries with unexpected contents. */
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

function changeTexts({ action, entityType, changes }: AuditEntry, names: Names): ChangeText[] {
  return Object.entries(changes)
    .filter(([field]) => !isHiddenField(field))
    .map(([field, { before, after }]) => {
      const row = findAuditField(entityType, field);
      return {
        field,
        // Entries of 2026 use the name of each moved category as the field name.
        label: action === "reorder_categories" && !row ? field : getLabel(row),
        before: formatFieldValue(row, before, names),
        after: formatFieldValue(row, after, names),
      };
    });
}

/** Empty for a new or deleted record with many fields, which the page lists on demand. */
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

/** "95 MAD → 99 MAD" becomes "95 → 99 MAD". */
function withOneUnit(change: ChangeText): ChangeText {
  const isPrice = UNIT.test(change.before) && UNIT.test(change.after);
  return isPrice ? { ...change, before: change.before.replace(UNIT, "") } : change;
}
