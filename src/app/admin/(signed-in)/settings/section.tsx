"use client";

import type { ReactNode } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { useHydrated } from "@/app/admin/_components/page/use-hydrated";
import type { SettingKey } from "@/domain/settings/settings-input";
import styles from "./settings.module.css";
import type { SettingsEditor } from "./use-settings";

interface Props {
  title: string;
  editor: SettingsEditor;
  /** Any key of the section: a role may edit all keys of a section or none. */
  settingKey: SettingKey;
  children: ReactNode;
}

/** Read-only when the role may not edit the settings of the section. */
export function Section({ title, editor, settingKey, children }: Props) {
  const isReady = useHydrated();
  const isEditable = editor.base.editable.includes(settingKey);
  return (
    <section className={admin.card} aria-labelledby={`section-${settingKey}`}>
      <h2 id={`section-${settingKey}`}>{title}</h2>
      {!isEditable && <p className={admin.hint}>Seul un propriétaire change ces réglages.</p>}
      <fieldset className={styles.fields} disabled={!(isEditable && isReady)} aria-label={title}>
        {children}
      </fieldset>
    </section>
  );
}
