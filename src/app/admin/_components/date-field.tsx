"use client";

import { useRef, useState } from "react";
import { CalendarButton } from "./calendar-button";
import styles from "./date-field.module.css";
import type { FieldControl } from "./field";
import { formatDay, parseDay, parseTime } from "./french-date";
import { ParsedInput } from "./parsed-input";

const WRONG_DAY = "Écrivez une date comme 31/01/2026.";
const WRONG_TIME = "Écrivez une heure comme 09:30.";

interface Shown {
  /** Says in the names of the calendar and of the time what they belong to. */
  label: string;
  disabled?: boolean;
}

interface Valued {
  /** For a form that reads its fields by name. */
  defaultValue?: string | undefined;
  value?: string | undefined;
  /** Null while `text` cannot be read. */
  onChange?: (value: string | null, text: string) => void;
}

type DateProps = Omit<FieldControl, "name"> & { name?: string; "aria-label"?: string } & Shown &
  Valued;

/** A day as the French write it, typed or chosen. In the form it is "2026-01-31", or the text that cannot be read. */
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

/** An hour and minute. Written out once the field is left: "9h" becomes "09:00". */
export function TimeInput({ name, label, value, onChange, ...control }: DateProps) {
  const [text, setText] = useTypedText(value, undefined, (time) => time, wholeTime);
  return (
    <>
      <TimeText
        {...control}
        label={label}
        text={text}
        onChange={(next) => {
          setText(next);
          onChange?.(next.trim() === "" ? "" : wholeTime(next), next);
        }}
      />
      {name && <input type="hidden" name={name} value={parseTime(text) ?? text} />}
    </>
  );
}

interface DateTimeProps extends DateProps {
  /** Filled in with the day, until somebody chooses another. */
  defaultTime: string;
}

/** A day and a time, as "2026-01-31T09:30" by the shop's clock. */
export function DateTimeInput({
  name,
  value,
  defaultValue,
  onChange,
  defaultTime,
  ...control
}: DateTimeProps) {
  const [text, setText] = useTypedText(value, defaultValue, formatMoment, parseMoment);
  const [day = "", time = ""] = text.split(" ");
  const change = (nextDay: string, nextTime: string) => {
    const isBegun = time === "" && parseDay(nextDay) !== null;
    const next = `${nextDay.replaceAll(" ", "/")} ${isBegun ? nextTime || defaultTime : nextTime}`;
    setText(next);
    onChange?.(next.trim() === "" ? "" : parseMoment(next), next);
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
      {name && <input type="hidden" name={name} value={parseMoment(text) ?? text.trim()} />}
    </div>
  );
}

/** "09:30" and nothing shorter: half a time is none yet. */
function wholeTime(text: string): string | null {
  return /^\d{2}:\d{2}$/.test(text) ? parseTime(text) : null;
}

function parseMoment(text: string): string | null {
  const [day = "", time = ""] = text.split(" ");
  const [date, hour] = [parseDay(day), parseTime(time)];
  return date && hour ? `${date}T${hour}` : null;
}

function formatMoment(value: string): string {
  const [day = "", time = ""] = value.split("T");
  return formatDay(day) ? `${formatDay(day)} ${time.slice(0, 5)}` : "";
}

/** The text of the field. A value from outside replaces it, unless the text already says the same. */
function useTypedText(
  value: string | undefined,
  first: string | undefined,
  format: (value: string) => string,
  parse: (text: string) => string | null,
) {
  const [text, setText] = useState(() => format(value ?? first ?? ""));
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    const isSame = value !== undefined && (parse(text) ?? "") === value;
    const isUnread = value === "" && text.trim() !== "" && parse(text) === null;
    if (!isSame && !isUnread && value !== text) setText(format(value ?? ""));
  }
  return [text, setText] as const;
}

type TextProps = Omit<FieldControl, "name"> &
  Shown & { text: string; onChange: (text: string) => void };

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
      problem={WRONG_DAY}
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
      problem={WRONG_TIME}
      parse={parseTime}
    />
  );
}
