"use client";

import { Plus, Trash2 } from "lucide-react";
import { useId } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { TimeInput } from "@/app/admin/_components/fields/dates/date-field";
import { IconButton } from "@/app/admin/_components/icon-button";
import { findHoursProblem } from "@/domain/settings/input-rules";
import type { Opening } from "@/domain/settings/schema";
import styles from "./settings.module.css";

interface Props {
  /** The day in the accessible names of the fields: "Lundi". */
  label: string;
  openings: readonly Opening[];
  /** Returns the server's error for a path below the day, such as ".0.open"; "" is the day itself. */
  getError: (path: string) => string | undefined;
  onChange: (openings: Opening[]) => void;
}

const MAX_OPENINGS = 3;
const ENDS = ["open", "close"] as const;

/** The opening hours of one day; an empty list means closed. */
export function Openings({ label, openings, getError, onChange }: Props) {
  const id = useId();
  const isFilled = openings.every(({ open, close }) => open && close);
  const problem = (isFilled ? findHoursProblem(openings) : null) ?? getError("");
  const replace = (index: number, ...items: Opening[]) =>
    onChange(openings.toSpliced(index, 1, ...items));
  const last = openings.at(-1);
  return (
    <div className={styles.openings}>
      {openings.length === 0 && <span className={admin.hint}>Fermé</span>}
      {openings.map((opening, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is edited by position; two entries may be equal.
        <div key={index} className={styles.opening}>
          {ENDS.map((end) => (
            <TimeInput
              key={end}
              id={`${id}-${index}-${end}`}
              label={`${label}, ${end === "open" ? "ouverture" : "fermeture"} ${index + 1}`}
              aria-invalid={problem || getError(`.${index}.${end}`) ? true : undefined}
              value={opening[end]}
              onChange={(time) => replace(index, { ...opening, [end]: time ?? "" })}
            />
          ))}
          <IconButton
            className={styles.tool}
            label={`Retirer la plage ${index + 1}, ${label}`}
            onClick={() => replace(index)}
          >
            <Trash2 aria-hidden="true" size={18} />
          </IconButton>
        </div>
      ))}
      {openings.length < MAX_OPENINGS && (
        <button
          type="button"
          className={`button ${styles.add}`}
          data-variant="ghost"
          data-size="small"
          onClick={() => onChange([...openings, nextOpening(last)])}
        >
          <Plus aria-hidden="true" />
          {last ? "Ajouter une plage" : "Ouvrir ce jour"}{" "}
          <span className="visually-hidden">({label})</span>
        </button>
      )}
      <OpeningErrors problem={problem} openings={openings} getError={getError} />
    </div>
  );
}

function OpeningErrors({
  problem,
  openings,
  getError,
}: Pick<Props, "openings" | "getError"> & { problem: string | undefined }) {
  const fieldError = openings
    .flatMap((_, index) => [getError(`.${index}.open`), getError(`.${index}.close`)])
    .find(Boolean);
  return (
    <p role="status" className={styles.error}>
      {problem ?? fieldError}
    </p>
  );
}

function nextOpening(last: Opening | undefined): Opening {
  return last ? { open: "", close: "" } : { open: "09:00", close: "19:00" };
}
