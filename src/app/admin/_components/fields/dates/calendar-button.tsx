"use client";

import { CalendarDays } from "lucide-react";
import dynamic from "next/dynamic";
import { useId, useRef, useState } from "react";
import admin from "../../admin.module.css";
import { positionPopover } from "../../dialogs/position-popover";
import styles from "./date-field.module.css";

const Calendar = dynamic(() => import("./calendar").then((module) => module.Calendar), {
  ssr: false,
  loading: () => <p className={admin.hint}>Un instant…</p>,
});

interface Props {
  label: string;
  disabled: boolean | undefined;
  day: string | null;
  onChoose: (day: string) => void;
}

/** Opens the calendar in a popover beside the field. */
export function CalendarButton({ label, disabled, day, onChoose }: Props) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={styles.opener}
        popoverTarget={id}
        aria-haspopup="dialog"
        disabled={disabled}
      >
        <CalendarDays aria-hidden="true" size={18} />
        <span className="visually-hidden">Calendrier : {label}</span>
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={`Calendrier : ${label}`}
        className={styles.sheet}
        onToggle={(event) => {
          setOpen(event.newState === "open");
          if (event.newState === "open") positionPopover(event.currentTarget, opener.current);
        }}
      >
        {isOpen && (
          <Calendar
            day={day}
            onChoose={(chosen) => {
              popover.current?.hidePopover();
              onChoose(chosen);
            }}
          />
        )}
      </div>
    </>
  );
}
