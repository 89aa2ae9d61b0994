"use client";

import { Plus, Trash2 } from "lucide-react";
import admin from "@/app/admin/_components/admin.module.css";
import { SETTING_LABELS } from "./labels";
import styles from "./settings.module.css";
import type { SettingsEditor } from "./use-settings";

interface Props {
  editor: SettingsEditor;
  name: "phones" | "otherWhatsapp";
  /** "le téléphone" */
  what: string;
  most: number;
}

/** Telephone numbers, one a line. */
export function NumberList({ editor, name, what, most }: Props) {
  const numbers = editor.draft[name];
  const set = (at: number, ...put: string[]) => editor.set(name, numbers.toSpliced(at, 1, ...put));
  const whole = editor.errors[name];
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>{SETTING_LABELS[name]}</legend>
      {numbers.map((number, at) => {
        const id = `champ-${name}-${at}`;
        const error = editor.errors[`${name}.${at}`];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands at its place; two may say the same.
          <div key={at} className={styles.line}>
            <input
              id={id}
              type="tel"
              dir="ltr"
              className={admin.input}
              aria-label={`${SETTING_LABELS[name]}, ${at + 1}`}
              aria-invalid={error || whole ? true : undefined}
              aria-describedby={error ? `${id}-erreur` : undefined}
              value={number}
              onChange={(event) => set(at, event.target.value)}
            />
            <button type="button" className={styles.tool} onClick={() => set(at)}>
              <Trash2 aria-hidden="true" size={18} />
              <span className="visually-hidden">
                Retirer {what} {at + 1}
              </span>
            </button>
            {error && (
              <p id={`${id}-erreur`} className={styles.error}>
                {error}
              </p>
            )}
          </div>
        );
      })}
      {whole && <p className={styles.error}>{whole}</p>}
      {numbers.length < most && (
        <button
          type="button"
          className={`button ${styles.add}`}
          data-variant="quiet"
          data-size="small"
          onClick={() => editor.set(name, [...numbers, ""])}
        >
          <Plus aria-hidden="true" />
          Ajouter un numéro
        </button>
      )}
    </fieldset>
  );
}
