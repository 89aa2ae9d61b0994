"use client";

import type { ComponentProps, ReactNode } from "react";
import { TextField } from "@/app/admin/_components/fields/fields";
import { SETTINGS_MAX_LENGTH } from "@/domain/settings/rules";
import { lookup } from "@/lib/lookup";
import { SETTING_LABELS } from "./labels";
import type { SettingsEditor } from "./use-settings";

type TextKey =
  | "name"
  | "since"
  | "address"
  | "addressAr"
  | "mapUrl"
  | "email"
  | "whatsapp"
  | "notificationEmail";

interface Props {
  editor: SettingsEditor;
  name: TextKey;
  hint?: ReactNode;
  input?: ComponentProps<"input">;
}

export function TextSetting({ editor, name, hint, input }: Props) {
  return (
    <TextField
      {...input}
      label={SETTING_LABELS[name]}
      name={name}
      error={editor.errors[name]}
      hint={hint}
      max={lookup(SETTINGS_MAX_LENGTH, name)}
      value={editor.draft[name]}
      onChange={(event) => editor.set(name, event.target.value)}
    />
  );
}
