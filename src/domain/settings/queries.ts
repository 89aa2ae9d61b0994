import "server-only";
import type { Role } from "@/lib/auth/permissions";
import type { db } from "@/lib/db";
import { canEditSetting } from "./access";
import { ShopSettings, StaffSettings } from "./schema";
import { SETTING_KEYS, type SettingsForEdit } from "./settings-input";
import { listStoredSettings, parseStoredSettings, type StoredSetting } from "./stored";

type Source = Pick<typeof db, "setting">;

/** All settings, those of staff too, with the keys that the editor's role may change. */
export async function getSettingsForEdit(
  editor: { role: Role },
  source?: Source,
): Promise<SettingsForEdit> {
  const rows = await listStoredSettings(SETTING_KEYS, source);
  const stored = new Map(rows.map(({ key, version }) => [key, version]));
  return {
    values: toValues(rows),
    versions: Object.fromEntries(SETTING_KEYS.map((key) => [key, stored.get(key) ?? 0])),
    editable: SETTING_KEYS.filter((key) => canEditSetting(editor, key)),
  };
}

/** The values of all settings, those of staff too. */
export async function getSettings(source?: Source): Promise<SettingsForEdit["values"]> {
  return toValues(await listStoredSettings(SETTING_KEYS, source));
}

function toValues(rows: readonly StoredSetting[]): SettingsForEdit["values"] {
  return {
    ...parseStoredSettings(ShopSettings, rows),
    ...parseStoredSettings(StaffSettings, rows),
  };
}
