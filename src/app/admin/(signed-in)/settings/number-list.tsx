"use client";

import { Plus, Trash2 } from "lucide-react";
import admin from "@/app/admin/_components/admin.module.css";
import { IconButton } from "@/app/admin/_components/icon-button";
import { SETTING_FIELDS } from "@/domain/settings/fields";
import styles from "./settings.module.css";
import type { SettingsEditor } from "./use-settings";

interface Props {
  editor: SettingsEditor;
  name: "phones" | "otherWhatsapp";
  /** One item in the names of the buttons: "le téléphone". */
  itemLabel: string;
  max: number;
}

export function NumberList({ editor, name, itemLabel, max }: Props) {
  const numbers = editor.draft[name];
  const replace = (index: number, ...items: string[]) =>
    editor.set(name, numbers.toSpliced(index, 1, ...items));
  const listError = editor.errors[name];
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>{SETTING_FIELDS[name].label}</legend>
      {numbers.map((number, index) => {
        const id = `champ-${name}-${index}`;
        const error = editor.errors[`${name}.${index}`];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is edited by position; two numbers may be equal.
          <div key={index} className={styles.line}>
            <input
              id={id}
              type="tel"
              dir="ltr"
              className={admin.input}
              aria-label={`${SETTING_FIELDS[name].label}, ${index + 1}`}
              aria-invalid={error || listError ? true : undefined}
              aria-describedby={error ? `${id}-erreur` : undefined}
              value={number}
              onChange={(event) => replace(index, event.target.value)}
            />
            <IconButton
              className={styles.tool}
              label={`Retirer ${itemLabel} ${index + 1}`}
              onClick={() => replace(index)}
            >
              <Trash2 aria-hidden="true" size={18} />
            </IconButton>
            {error && (
              <p id={`${id}-erreur`} className={styles.error}>
                {error}
              </p>
            )}
          </div>
        );
      })}
      {listError && <p className={styles.error}>{listError}</p>}
      {numbers.length < max && (
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
