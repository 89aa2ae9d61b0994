"use client";

import { Plus, Trash2 } from "lucide-react";
import panel from "@/app/admin/_components/panel.module.css";
import { WEEKDAYS } from "@/domain/settings/rules";
import type { ShopSettings } from "@/domain/settings/schema";
import { DAY_LABELS } from "./labels";
import { Openings } from "./openings";
import { Section } from "./section";
import styles from "./settings.module.css";
import type { SettingsEditor } from "./use-settings";

interface Props {
  editor: SettingsEditor;
}

export function HoursSection({ editor }: Props) {
  const { draft, set, errors } = editor;
  return (
    <Section title="Horaires" editor={editor} of="hours">
      {WEEKDAYS.map((day) => (
        <div key={day} className={styles.day}>
          <h3>{DAY_LABELS[day]}</h3>
          <Openings
            label={DAY_LABELS[day]}
            openings={draft.hours[day]}
            errorAt={(path) => errors[`hours.${day}${path}`]}
            onChange={(openings) => set("hours", { ...draft.hours, [day]: openings })}
          />
        </div>
      ))}
      <Exceptions editor={editor} />
    </Section>
  );
}

type Exception = ShopSettings["exceptions"][number];

/** Days that differ: feasts, stocktaking, Ramadan. */
function Exceptions({ editor: { draft, set, errors } }: Props) {
  const { exceptions } = draft;
  const change = (at: number, ...put: Exception[]) =>
    set("exceptions", exceptions.toSpliced(at, 1, ...put));
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>Jours particuliers</legend>
      <p className={panel.hint}>Fêtes, inventaire, ramadan : ces jours remplacent la semaine.</p>
      {exceptions.map((exception, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands at its place; two may have no date yet.
        <div key={at} className={styles.day}>
          <ExceptionDate
            value={exception.date}
            place={at + 1}
            error={dateProblem(exceptions, at) ?? errors[`exceptions.${at}.date`]}
            onChange={(date) => change(at, { ...exception, date })}
            onRemove={() => change(at)}
          />
          <Openings
            label={inWords(exception.date) ?? `Jour particulier ${at + 1}`}
            openings={exception.hours}
            errorAt={(path) => errors[`exceptions.${at}.hours${path}`]}
            onChange={(hours) => change(at, { ...exception, hours })}
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
  place: number;
  error: string | undefined;
  onChange: (date: string) => void;
  onRemove: () => void;
}

function ExceptionDate({ value, place, error, onChange, onRemove }: DateProps) {
  const id = `jour-${place}-erreur`;
  return (
    <div className={styles.date}>
      <div className={styles.opening}>
        <input
          type="date"
          className={panel.input}
          aria-label={`Date du jour particulier ${place}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <button type="button" className={styles.tool} onClick={onRemove}>
          <Trash2 aria-hidden="true" size={18} />
          <span className="visually-hidden">Retirer le jour particulier {place}</span>
        </button>
      </div>
      {error && (
        <p id={id} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

function dateProblem(exceptions: readonly Exception[], at: number): string | undefined {
  const date = exceptions[at]?.date;
  const isRepeated = date && exceptions.findIndex((other) => other.date === date) < at;
  return isRepeated ? "Ce jour s'y trouve deux fois : gardez-en un." : undefined;
}

const LONG = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" });

function inWords(date: string): string | null {
  return date ? LONG.format(new Date(date)) : null;
}
