"use client";

import type { ComponentProps, ReactNode } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { Field } from "@/app/admin/_components/field";
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
    <Field
      label={SETTING_LABELS[name]}
      name={name}
      error={editor.errors[name]}
      hint={hint}
      max={lookup(SETTINGS_MAX_LENGTH, name)}
    >
      {(control) => (
        <input
          {...control}
          {...input}
          className={admin.input}
          value={editor.draft[name]}
          onChange={(event) => editor.set(name, event.target.value)}
        />
      )}
    </Field>
  );
}
