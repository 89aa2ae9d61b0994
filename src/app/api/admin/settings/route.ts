import { updateSettings } from "@/domain/settings/commands";
import { getSettingsForEdit } from "@/domain/settings/queries";
import { SettingsForEdit, SettingsPatch } from "@/domain/settings/settings-input";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "The shop's settings, and which of them the actor may change",
  access: "settings.edit",
  response: SettingsForEdit,
  handle: ({ actor }) => getSettingsForEdit(actor),
});

export const PATCH = defineRoute({
  summary: "Change settings; `versions` are the versions that the editor loaded",
  access: "settings.edit",
  body: SettingsPatch,
  response: SettingsForEdit,
  invalidates: ["settings"],
  handle: ({ actor, body }) => updateSettings(actor, body),
});
