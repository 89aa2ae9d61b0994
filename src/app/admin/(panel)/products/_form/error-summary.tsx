"use client";

import { useEffect, useRef } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { getFieldLabel } from "../labels";
import styles from "./form.module.css";
import type { FieldErrors } from "./form-errors";

interface Props {
  message: string | undefined;
  errors: FieldErrors;
  /** How often a save was refused: each time the first wrong field takes the focus. */
  refusals: number;
}

/** What kept the save from happening, each a way to its field. */
export function ErrorSummary({ message, errors, refusals }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusals === 0) return;
    const wrong = document.querySelector("form [aria-invalid=true]")?.id.replace(/^champ-/, "");
    if (wrong) focusField(wrong);
    else box.current?.scrollIntoView({ block: "center" });
  }, [refusals]);
  const entries = Object.entries(errors);
  if (!message) return null;
  return (
    <div ref={box} role="alert" className={admin.alert}>
      <p>{entries.length > 0 ? "À corriger :" : message}</p>
      {entries.length > 0 && (
        <ul className={styles.missing}>
          {entries.map(([name, problem]) => (
            <li key={name}>
              <button type="button" className={styles.jump} onClick={() => focusField(name)}>
                {getFieldLabel(name)}
              </button>
              {" : "}
              {problem}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Folded parts are opened, from the outermost. */
function openAround(field: HTMLElement | null): void {
  for (let part = field?.closest("details"); part; part = part.parentElement?.closest("details")) {
    part.open = true;
  }
}

/** The field itself; of a list as a whole, the first thing in it; of an editor that is not there yet, its place. */
function focusField(name: string): void {
  const field =
    document.getElementById(`champ-${name}`) ??
    document.querySelector<HTMLElement>(`[name^="${CSS.escape(name)}"]`) ??
    document.getElementById(name.startsWith("details") ? "details" : name);
  openAround(field);
  field?.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}
