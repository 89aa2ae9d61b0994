"use client";

import type { ComponentProps, ReactNode } from "react";
import { TextField } from "@/app/admin/_components/fields/fields";
import { SETTING_FIELDS } from "@/domain/settings/fields";
import type { FieldRow } from "@/lib/field-table";
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
  const row: FieldRow = SETTING_FIELDS[name];
  return (
    <TextField
      {...input}
      label={row.label}
      name={name}
      error={editor.errors[name]}
      hint={hint}
      max={row.maxLength}
      value={editor.draft[name]}
      onChange={(event) => editor.set(name, event.target.value)}
    />
  );
}
