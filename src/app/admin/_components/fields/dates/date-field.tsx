"use client";

import { useRef, useState } from "react";
import { Field, type FieldControl } from "../field";
import { CalendarButton } from "./calendar-button";
import styles from "./date-field.module.css";
import { formatDay, parseDay, parseTime } from "./french-date";
import { ParsedInput } from "./parsed-input";

const INVALID_DAY = "Écrivez une date comme 31/01/2026.";
const INVALID_TIME = "Écrivez une heure comme 09:30.";

interface LabelProps {
  /** Part of the accessible names of the calendar button and of the time input. */
  label: string;
  disabled?: boolean;
}

interface ValueProps {
  /** For uncontrolled use in a form that reads its fields by name. */
  defaultValue?: string | undefined;
  value?: string | undefined;
  /** `value` is null while `text` cannot be parsed. */
  onChange?: (value: string | null, text: string) => void;
}

type DateProps = Omit<FieldControl, "name"> & {
  name?: string;
  "aria-label"?: string;
} & LabelProps &
  ValueProps;

/** A day in French notation, typed or chosen. The form value is "2026-01-31", or the typed text if it cannot be parsed. */
export function DateInput({ name, value, defaultValue, onChange, ...control }: DateProps) {
  const [text, setText] = useTypedText(value, defaultValue, formatDay, parseDay);
  const change = (next: string) => {
    setText(next);
    onChange?.(next.trim() === "" ? "" : parseDay(next), next);
  };
  return (
    <>
      <DayText {...control} text={text} onChange={change} />
      {name && <input type="hidden" name={name} value={parseDay(text) ?? text} />}
    </>
  );
}

interface DateFieldProps extends ValueProps {
  label: string;
  name: string;
  error?: string | undefined;
  required?: boolean;
}

export function DateField({ label, name, error, required, ...input }: DateFieldProps) {
  return (
    <Field label={label} name={name} error={error} required={required}>
      {(control) => <DateInput {...control} {...input} label={label} />}
    </Field>
  );
}

/** A time of day. Completed on blur: "9h" becomes "09:00". */
export function TimeInput({ name, label, value, onChange, ...control }: DateProps) {
  const [text, setText] = useTypedText(value, undefined, (time) => time, parseCompleteTime);
  return (
    <>
      <TimeText
        {...control}
        label={label}
        text={text}
        onChange={(next) => {
          setText(next);
          onChange?.(next.trim() === "" ? "" : parseCompleteTime(next), next);
        }}
      />
      {name && <input type="hidden" name={name} value={parseTime(text) ?? text} />}
    </>
  );
}

interface DateTimeProps extends DateProps {
  /** Filled in together with the day while the time is empty. */
  defaultTime: string;
}

/** A day and a time. The form value is "2026-01-31T09:30" in the shop's time zone. */
export function DateTimeInput({
  name,
  value,
  defaultValue,
  onChange,
  defaultTime,
  ...control
}: DateTimeProps) {
  const [text, setText] = useTypedText(value, defaultValue, formatDateTimeText, parseDateTimeText);
  const [day = "", time = ""] = text.split(" ");
  const change = (nextDay: string, nextTime: string) => {
    const needsTime = time === "" && parseDay(nextDay) !== null;
    const next = `${nextDay.replaceAll(" ", "/")} ${needsTime ? nextTime || defaultTime : nextTime}`;
    setText(next);
    onChange?.(next.trim() === "" ? "" : parseDateTimeText(next), next);
  };
  return (
    <div className={styles.moment}>
      <DayText {...control} text={day} onChange={(next) => change(next, time)} />
      <TimeText
        id={`${control.id}-heure`}
        label={`${control.label} : heure`}
        disabled={control.disabled ?? false}
        text={time}
        onChange={(next) => change(day, next.replaceAll(" ", ""))}
      />
      {name && <input type="hidden" name={name} value={parseDateTimeText(text) ?? text.trim()} />}
    </div>
  );
}

/** Accepts only a complete "09:30", so that an unfinished time is not reported as a value. */
function parseCompleteTime(text: string): string | null {
  return /^\d{2}:\d{2}$/.test(text) ? parseTime(text) : null;
}

function parseDateTimeText(text: string): string | null {
  const [day = "", time = ""] = text.split(" ");
  const [date, hour] = [parseDay(day), parseTime(time)];
  return date && hour ? `${date}T${hour}` : null;
}

function formatDateTimeText(value: string): string {
  const [day = "", time = ""] = value.split("T");
  return formatDay(day) ? `${formatDay(day)} ${time.slice(0, 5)}` : "";
}

/** Holds the typed text. A new `value` from the parent replaces it, unless the text already parses to that value. */
function useTypedText(
  value: string | undefined,
  defaultValue: string | undefined,
  format: (value: string) => string,
  parse: (text: string) => string | null,
) {
  const [text, setText] = useState(() => format(value ?? defaultValue ?? ""));
  const [previous, setPrevious] = useState(value);
  if (value !== previous) {
    setPrevious(value);
    const isSame = value !== undefined && (parse(text) ?? "") === value;
    const isUnparsed = value === "" && text.trim() !== "" && parse(text) === null;
    if (!isSame && !isUnparsed && value !== text) setText(format(value ?? ""));
  }
  return [text, setText] as const;
}

type TextProps = Omit<FieldControl, "name"> &
  LabelProps & { text: string; onChange: (text: string) => void };

function DayText({ text, onChange, label, disabled, ...control }: TextProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <ParsedInput
      control={control}
      input={input}
      text={text}
      onChange={onChange}
      kind="day"
      disabled={disabled}
      placeholder="jj/mm/aaaa"
      problem={INVALID_DAY}
      parse={(typed) => {
        const day = parseDay(typed);
        return day && formatDay(day);
      }}
    >
      <CalendarButton
        label={label}
        disabled={disabled}
        day={parseDay(text)}
        onChoose={(day) => {
          onChange(formatDay(day));
          input.current?.focus();
        }}
      />
    </ParsedInput>
  );
}

function TimeText({ text, onChange, label, disabled, ...control }: TextProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <ParsedInput
      control={{ ...control, "aria-label": label }}
      input={input}
      text={text}
      onChange={onChange}
      kind="time"
      disabled={disabled}
      placeholder="hh:mm"
      problem={INVALID_TIME}
      parse={parseTime}
    />
  );
}
