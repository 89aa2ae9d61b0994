import { can, type Role } from "@/lib/auth/permissions";
import type { SettingKey } from "./settings-input";

/** The settings that `settings.edit` covers. All others need `settings.edit.all`. */
const CONTACT_KEYS: readonly SettingKey[] = [
  "hours",
  "exceptions",
  "address",
  "addressAr",
  "mapUrl",
  "email",
  "phones",
  "whatsapp",
  "otherWhatsapp",
];

export function canEditSetting(editor: { role: Role }, key: SettingKey): boolean {
  if (can(editor, "settings.edit.all")) return true;
  return can(editor, "settings.edit") && CONTACT_KEYS.includes(key);
}
