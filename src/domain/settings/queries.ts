import "server-only";
import type { Role } from "@/lib/auth/permissions";
import type { db } from "@/lib/db";
import { canEditSetting } from "./access";
import { ShopSettings, StaffSettings } from "./schema";
import { SETTING_KEYS, type SettingsForEdit } from "./settings-input";
import { listStoredSettings, parseStoredSettings, type StoredSetting } from "./stored";

type Source = Pick<typeof db, "setting">;

/** Reads all settings, staff settings included, with the keys that the editor may change. */
export async function getSettingsForEdit(
  editor: { role: Role },
  source?: Source,
): Promise<SettingsForEdit> {
  const rows = await listStoredSettings(SETTING_KEYS, source);
  const storedVersions = new Map(rows.map(({ key, version }) => [key, version]));
  return {
    values: toValues(rows),
    versions: Object.fromEntries(SETTING_KEYS.map((key) => [key, storedVersions.get(key) ?? 0])),
    editable: SETTING_KEYS.filter((key) => canEditSetting(editor, key)),
  };
}

/** Reads the values of all settings, staff settings included. */
export async function getSettings(source?: Source): Promise<SettingsForEdit["values"]> {
  return toValues(await listStoredSettings(SETTING_KEYS, source));
}

function toValues(rows: readonly StoredSetting[]): SettingsForEdit["values"] {
  return {
    ...parseStoredSettings(ShopSettings, rows),
    ...parseStoredSettings(StaffSettings, rows),
  };
}
