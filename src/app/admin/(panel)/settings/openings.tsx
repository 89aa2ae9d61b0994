"use client";

import { Plus, Trash2 } from "lucide-react";
import { useId } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { TimeInput } from "@/app/admin/_components/date-field";
import { hoursProblem } from "@/domain/settings/input-rules";
import type { Opening } from "@/domain/settings/schema";
import styles from "./settings.module.css";

interface Props {
  /** "Lundi": what the fields are of, for those who hear them. */
  label: string;
  openings: readonly Opening[];
  /** What the server said of this day, by path below it; "" is the day itself. */
  errorAt: (path: string) => string | undefined;
  onChange: (openings: Opening[]) => void;
}

const MOST = 3;

/** The opening hours of one day; none is closed. */
export function Openings({ label, openings, errorAt, onChange }: Props) {
  const id = useId();
  const isFilled = openings.every(({ open, close }) => open && close);
  const problem = (isFilled ? hoursProblem(openings) : null) ?? errorAt("");
  const set = (at: number, ...put: Opening[]) => onChange(openings.toSpliced(at, 1, ...put));
  const last = openings.at(-1);
  return (
    <div className={styles.openings}>
      {openings.length === 0 && <span className={admin.hint}>Fermé</span>}
      {openings.map((opening, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands at its place; two may say the same.
        <div key={at} className={styles.opening}>
          {(["open", "close"] as const).map((end) => (
            <TimeInput
              key={end}
              id={`${id}-${at}-${end}`}
              label={`${label}, ${end === "open" ? "ouverture" : "fermeture"} ${at + 1}`}
              {...((problem || errorAt(`.${at}.${end}`)) && { "aria-invalid": true as const })}
              value={opening[end]}
              onChange={(time) => set(at, { ...opening, [end]: time ?? "" })}
            />
          ))}
          <button type="button" className={styles.tool} onClick={() => set(at)}>
            <Trash2 aria-hidden="true" size={18} />
            <span className="visually-hidden">
              Retirer la plage {at + 1}, {label}
            </span>
          </button>
        </div>
      ))}
      {openings.length < MOST && (
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
      <OpeningErrors problem={problem} openings={openings} errorAt={errorAt} />
    </div>
  );
}

function OpeningErrors({
  problem,
  openings,
  errorAt,
}: Pick<Props, "openings" | "errorAt"> & { problem: string | undefined }) {
  const inside = openings
    .flatMap((_, at) => [errorAt(`.${at}.open`), errorAt(`.${at}.close`)])
    .find(Boolean);
  const shown = problem ?? inside;
  return (
    <p role="status" className={styles.error}>
      {shown}
    </p>
  );
}

function nextOpening(last: Opening | undefined): Opening {
  return last ? { open: "", close: "" } : { open: "09:00", close: "19:00" };
}
