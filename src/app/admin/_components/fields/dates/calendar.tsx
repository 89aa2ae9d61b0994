"use client";

import { type ClassNames, DayPicker } from "react-day-picker";
import { fr } from "react-day-picker/locale/fr";
import styles from "./calendar.module.css";
import { toShopTime } from "./shop-time";

const CLASS_NAMES = {
  root: styles.root,
  nav: styles.nav,
  button_previous: styles.step,
  button_next: styles.step,
  chevron: styles.chevron,
  month_caption: styles.caption,
  month_grid: styles.grid,
  weekday: styles.weekday,
  day: styles.day,
  day_button: styles.button,
  today: styles.today,
  selected: styles.selected,
} as Partial<ClassNames>;

interface Props {
  /** "2026-01-31" */
  day: string | null;
  onChoose: (day: string) => void;
}

export function Calendar({ day, onChoose }: Props) {
  const today = toLocalDate(toShopTime(new Date().toISOString()).slice(0, 10));
  const selected = day ? toLocalDate(day) : undefined;
  return (
    <DayPicker
      autoFocus
      mode="single"
      required
      locale={fr}
      today={today}
      selected={selected}
      defaultMonth={selected ?? today}
      onSelect={(date) => onChoose(toIsoDay(date))}
      classNames={CLASS_NAMES}
    />
  );
}

/** DayPicker works with dates in the browser's time zone; only year, month and day are used. */
function toLocalDate(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date);
}

function toIsoDay(date: Date): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
