"use client";

import type { ReactNode } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { useHydrated } from "@/app/admin/_components/use-hydrated";
import type { SettingKey } from "@/domain/settings/settings-input";
import styles from "./settings.module.css";
import type { SettingsEditor } from "./use-settings";

interface Props {
  title: string;
  editor: SettingsEditor;
  /** One of its keys: a role may edit all of a section or nothing of it. */
  of: SettingKey;
  children: ReactNode;
}

/** A card of settings; read-only for whom the role does not reach. */
export function Section({ title, editor, of, children }: Props) {
  const isReady = useHydrated();
  const isEditable = editor.base.editable.includes(of);
  return (
    <section className={admin.card} aria-labelledby={`section-${of}`}>
      <h2 id={`section-${of}`}>{title}</h2>
      {!isEditable && <p className={admin.hint}>Seul un propriétaire change ces réglages.</p>}
      <fieldset className={styles.fields} disabled={!(isEditable && isReady)} aria-label={title}>
        {children}
      </fieldset>
    </section>
  );
}
