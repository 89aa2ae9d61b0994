import "server-only";
import type { Role } from "@/lib/auth/permissions";
import type { db } from "@/lib/db";
import { mayEditSetting } from "./access";
import { ShopSettings, StaffSettings } from "./schema";
import { SETTING_KEYS, type SettingsForEdit } from "./settings-input";
import { readSettings, valuesOf } from "./stored";

/** All settings as their page shows them, those of staff too. */
export async function findSettings(
  role: Role,
  source?: Pick<typeof db, "setting">,
): Promise<SettingsForEdit> {
  const rows = await readSettings(SETTING_KEYS, source);
  const stored = new Map(rows.map(({ key, version }) => [key, version]));
  return {
    values: { ...valuesOf(ShopSettings, rows), ...valuesOf(StaffSettings, rows) },
    versions: Object.fromEntries(SETTING_KEYS.map((key) => [key, stored.get(key) ?? 0])),
    editable: SETTING_KEYS.filter((key) => mayEditSetting(role, key)),
  };
}
