"use client";

import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { UserText } from "@/app/admin/_components/text/user-text";
import { BidiText } from "@/ui/bidi-text";
import type { CategoryOption } from "../../category-option";
import { formatFieldValue } from "../../format-field-value";
import { getFieldLabel } from "../../labels";
import styles from "../form.module.css";
import type { OpenConflict } from "./use-save-run";

interface Props {
  conflict: OpenConflict;
  categories: readonly CategoryOption[];
  /** Receives the fields for which the editor keeps their own value. */
  onResolve: (mine: ReadonlySet<string>) => void;
  onClose: () => void;
}

/** Lets the editor choose a side, field by field, when another editor saved the same fields. */
export function ConflictDialog({ conflict, categories, onResolve, onClose }: Props) {
  const { changedBy, changedAt, fields } = conflict;
  const [mine, setMine] = useState<ReadonlySet<string>>(() => new Set(Object.keys(fields)));
  const choose = (field: string, isMine: boolean) => {
    const next = new Set(mine);
    if (isMine) next.add(field);
    else next.delete(field);
    setMine(next);
  };
  return (
    <Modal open onClose={onClose} title="Cette fiche a changé entre-temps">
      <p>
        <UserText text={changedBy} /> a enregistré les mêmes champs le{" "}
        <DateTime value={changedAt} />. Choisissez ce qui reste ; rien d'autre n'est perdu.
      </p>
      {Object.entries(fields).map(([field, sides]) => {
        const format = (value: unknown) => formatFieldValue(field, value, categories);
        return (
          <fieldset key={field} className={styles.choice}>
            <legend>{getFieldLabel(field)}</legend>
            <SideChoice
              field={field}
              label="Ma version"
              text={format(sides.mine)}
              checked={mine.has(field)}
              onChoose={() => choose(field, true)}
            />
            <SideChoice
              field={field}
              label={`Celle de ${changedBy}`}
              text={format(sides.theirs)}
              checked={!mine.has(field)}
              onChoose={() => choose(field, false)}
            />
            <details>
              <summary className={admin.hint}>Avant ces deux modifications</summary>
              <p className={styles.value}>{format(sides.base)}</p>
            </details>
          </fieldset>
        );
      })}
      <div className={admin.row}>
        <button type="button" className="button" onClick={() => onResolve(mine)}>
          Enregistrer ce choix
        </button>
        <button type="button" className="button" data-variant="quiet" onClick={onClose}>
          Revenir à la fiche
        </button>
      </div>
    </Modal>
  );
}

interface SideChoiceProps {
  field: string;
  label: string;
  text: string;
  checked: boolean;
  onChoose: () => void;
}

function SideChoice({ field, label, text, checked, onChoose }: SideChoiceProps) {
  return (
    <div>
      <label className={admin.checkbox}>
        <input type="radio" name={`choix-${field}`} checked={checked} onChange={onChoose} />
        {label}
      </label>
      <p className={styles.value} dir="auto">
        <BidiText text={text} />
      </p>
    </div>
  );
}
