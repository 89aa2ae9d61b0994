"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { useProductForm } from "./form-context";
import styles from "./section.module.css";

interface Props {
  id: string;
  title: string;
  /** What is in it, read while it is folded. */
  summary?: string | undefined;
  hint?: ReactNode;
  /** An error in one of these unfolds it. */
  fields: readonly string[];
  folded?: boolean;
  children: ReactNode;
}

/** A part of the form that folds under its heading. This browser keeps which parts are folded. */
export function Section({ id, title, summary, hint, fields, folded = false, children }: Props) {
  const { errors } = useProductForm();
  const [isOpen, setOpen] = useState(!folded);
  useEffect(() => setOpen((usual) => readKept()[id] ?? usual), [id]);
  const hasError = Object.keys(errors).some((name) => fields.includes(name.split(".")[0] ?? ""));
  // Open already in the drawing that shows the error, and still after it is corrected.
  if (hasError && !isOpen) setOpen(true);
  return (
    <section className={admin.card} aria-labelledby={`${id}-titre`}>
      <details
        id={id}
        className={styles.section}
        open={isOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button. */}
        <summary className={styles.summary} onClick={() => keep(id, !isOpen)}>
          <h2 id={`${id}-titre`}>{title}</h2>
          {!isOpen && summary && <span className={styles.inside}>{summary}</span>}
          <ChevronDown aria-hidden="true" size={20} />
        </summary>
        <div className={styles.content}>
          {hint && <p className={admin.hint}>{hint}</p>}
          {children}
        </div>
      </details>
    </section>
  );
}

const KEY = "produit-rubriques";

function readKept(): Record<string, boolean> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (typeof kept !== "object" || kept === null) return {};
    const entries = Object.entries(kept).filter(([, open]) => typeof open === "boolean");
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

function keep(id: string, isOpen: boolean): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readKept(), [id]: isOpen }));
  } catch {
    // Private windows may refuse: the choice then lasts as long as the page.
  }
}
