import type { SettingKey, SettingsForEdit } from "@/domain/settings/settings-input";
import { formatPhone } from "@/lib/input/phone-format";

type Values = SettingsForEdit["values"];

/** The values of the form fields: text as typed, phone numbers in readable form. */
export type Draft = Omit<Values, "since" | "mapUrl" | "notificationEmail"> & {
  since: string;
  mapUrl: string;
  notificationEmail: string;
};

export function toDraft(values: Values): Draft {
  return {
    ...values,
    since: String(values.since),
    whatsapp: formatPhone(values.whatsapp),
    otherWhatsapp: values.otherWhatsapp.map(formatPhone),
    notificationEmail: values.notificationEmail ?? "",
  };
}

export function changedKeys(draft: Draft, values: Values): SettingKey[] {
  const saved = toDraft(values);
  const keys = Object.keys(saved) as SettingKey[];
  return keys.filter((key) => JSON.stringify(draft[key]) !== JSON.stringify(saved[key]));
}

/** Builds the body of the PATCH: the changed values and the version of each. */
export function buildPatch(draft: Draft, base: SettingsForEdit) {
  const keys = changedKeys(draft, base.values);
  const values = { ...draft, since: Number(draft.since) || draft.since };
  return {
    changes: Object.fromEntries(keys.map((key) => [key, values[key]])),
    versions: Object.fromEntries(keys.map((key) => [key, base.versions[key] ?? 0])),
  };
}

/** Applies the changes of `draft` since `from` to the newer settings `to`, except for the keys in `theirs`. */
export function rebaseDraft(
  draft: Draft,
  from: SettingsForEdit,
  to: SettingsForEdit,
  theirs: readonly string[] = [],
): Draft {
  const mine = changedKeys(draft, from.values).filter((key) => !theirs.includes(key));
  return { ...toDraft(to.values), ...Object.fromEntries(mine.map((key) => [key, draft[key]])) };
}

/** Copies Monday's hours to Tuesday through Saturday; Sunday does not change. */
export function withMondayHours(hours: Draft["hours"]): Draft["hours"] {
  const copy = () => hours.mon.map((opening) => ({ ...opening }));
  return { ...hours, tue: copy(), wed: copy(), thu: copy(), fri: copy(), sat: copy() };
}
