"use client";

import { useEffect, useRef } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { getFieldLabel } from "../../labels";
import styles from "../form.module.css";
import type { FieldErrors } from "./form-errors";

interface Props {
  message: string | undefined;
  errors: FieldErrors;
  /** Number of refused saves. Each new one moves the focus to the first invalid field. */
  refusals: number;
}

/** Lists the errors of a refused save, each with a button that focuses its field. */
export function ErrorSummary({ message, errors, refusals }: Props) {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusals === 0) return;
    const invalidField = document
      .querySelector("form [aria-invalid=true]")
      ?.id.replace(/^champ-/, "");
    if (invalidField) focusField(invalidField);
    else container.current?.scrollIntoView({ block: "center" });
  }, [refusals]);
  const entries = Object.entries(errors);
  if (!message) return null;
  return (
    <div ref={container} role="alert" className={admin.alert}>
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

/** Opens all collapsed sections around the field. */
function openAncestors(field: HTMLElement | null): void {
  for (
    let section = field?.closest("details");
    section;
    section = section.parentElement?.closest("details")
  ) {
    section.open = true;
  }
}

/** Focuses the field. For a list, focuses its first field; for a rich text editor that has not loaded, scrolls to its section. */
function focusField(name: string): void {
  const field =
    document.getElementById(`champ-${name}`) ??
    document.querySelector<HTMLElement>(`[name^="${CSS.escape(name)}"]`) ??
    document.getElementById(name.startsWith("details") ? "details" : name);
  openAncestors(field);
  field?.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}
