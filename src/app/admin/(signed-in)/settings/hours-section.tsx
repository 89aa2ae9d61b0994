"use client";

import { Copy, Plus, Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { DateInput } from "@/app/admin/_components/fields/dates/date-field";
import { IconButton } from "@/app/admin/_components/icon-button";
import { SmallButton } from "@/app/admin/_components/small-button";
import { SETTING_FIELDS } from "@/domain/settings/fields";
import type { ShopSettings } from "@/domain/settings/schema";
import { WEEKDAYS } from "@/domain/settings/weekdays";
import { toOrdinal } from "@/lib/format/format";
import { Openings } from "./openings";
import { Section } from "./section";
import styles from "./settings.module.css";
import { withMondayHours } from "./settings-draft";
import type { SettingsEditor } from "./use-settings";

interface Props {
  editor: SettingsEditor;
}

export function HoursSection({ editor }: Props) {
  const { draft, set, errors } = editor;
  return (
    <Section title="Horaires" editor={editor} settingKey="hours">
      {WEEKDAYS.map((day) => (
        <div key={day} className={styles.day}>
          <h3>{SETTING_FIELDS.hours.parts[day].label}</h3>
          <Openings
            label={SETTING_FIELDS.hours.parts[day].label}
            openings={draft.hours[day]}
            getError={(path) => errors[`hours.${day}${path}`]}
            onChange={(openings) => set("hours", { ...draft.hours, [day]: openings })}
          />
          {day === "mon" && <CopyMonday editor={editor} />}
        </div>
      ))}
      <Exceptions editor={editor} />
    </Section>
  );
}

/** Copies Monday's hours to Tuesday through Saturday; the button then offers an undo. */
function CopyMonday({ editor: { draft, set } }: Props) {
  const [replaced, setReplaced] = useState<{ before: Hours; after: Hours } | null>(null);
  const isUndoable = replaced !== null && draft.hours === replaced.after;
  const copy = () => {
    const after = withMondayHours(draft.hours);
    setReplaced({ before: draft.hours, after });
    set("hours", after);
  };
  const undo = () => {
    if (replaced) set("hours", replaced.before);
    setReplaced(null);
  };
  return (
    <div className={styles.copy}>
      <SmallButton onClick={isUndoable ? undo : copy}>
        {isUndoable ? <Undo2 aria-hidden="true" /> : <Copy aria-hidden="true" />}
        {isUndoable ? "Remettre les horaires d'avant" : "Copier lundi sur la semaine"}
      </SmallButton>
      <span className={admin.hint} role="status">
        {isUndoable ? "Lundi est copié du mardi au samedi." : "Du mardi au samedi."}
      </span>
    </div>
  );
}

type Hours = ShopSettings["hours"];
type Exception = ShopSettings["exceptions"][number];

/** Dates with other hours: holidays, stocktaking, Ramadan. */
function Exceptions({ editor: { draft, set, errors } }: Props) {
  const { exceptions } = draft;
  const replace = (index: number, ...items: Exception[]) =>
    set("exceptions", exceptions.toSpliced(index, 1, ...items));
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>Jours particuliers</legend>
      <p className={admin.hint}>Fêtes, inventaire, ramadan : ces jours remplacent la semaine.</p>
      {exceptions.map((exception, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is edited by position; two entries may have no date yet.
        <div key={index} className={styles.day}>
          <ExceptionDate
            value={exception.date}
            position={index + 1}
            error={findDateError(exceptions, index) ?? errors[`exceptions.${index}.date`]}
            onChange={(date) => replace(index, { ...exception, date })}
            onRemove={() => replace(index)}
          />
          <Openings
            label={formatLongDate(exception.date) ?? `Jour particulier ${index + 1}`}
            openings={exception.hours}
            getError={(path) => errors[`exceptions.${index}.hours${path}`]}
            onChange={(hours) => replace(index, { ...exception, hours })}
          />
        </div>
      ))}
      {errors.exceptions && <p className={styles.error}>{errors.exceptions}</p>}
      <button
        type="button"
        className={`button ${styles.add}`}
        data-variant="quiet"
        data-size="small"
        onClick={() => set("exceptions", [...exceptions, { date: "", hours: [] }])}
      >
        <Plus aria-hidden="true" />
        Ajouter un jour
      </button>
    </fieldset>
  );
}

interface DateProps {
  value: string;
  position: number;
  error: string | undefined;
  onChange: (date: string) => void;
  onRemove: () => void;
}

function ExceptionDate({ value, position, error, onChange, onRemove }: DateProps) {
  const id = `jour-${position}-erreur`;
  return (
    <div className={styles.date}>
      <div className={styles.opening}>
        <DateInput
          id={`jour-${position}`}
          label={`jour particulier ${position}`}
          aria-label={`Date du jour particulier ${position}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
          value={value}
          onChange={(date) => onChange(date ?? "")}
        />
        <IconButton
          className={styles.tool}
          label={`Retirer le jour particulier ${position}`}
          onClick={onRemove}
        >
          <Trash2 aria-hidden="true" size={18} />
        </IconButton>
      </div>
      {error && (
        <p id={id} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

function findDateError(exceptions: readonly Exception[], index: number): string | undefined {
  const date = exceptions[index]?.date;
  const isRepeated = date && exceptions.findIndex((other) => other.date === date) < index;
  return isRepeated ? "Ce jour s'y trouve deux fois : gardez-en un." : undefined;
}

const LONG_DATE = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" });

function formatLongDate(date: string): string | null {
  return date ? toOrdinal(LONG_DATE.format(new Date(date))) : null;
}
