"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { useProductForm } from "../form-context";
import styles from "./section.module.css";

interface Props {
  id: string;
  title: string;
  /** Summary of the content, shown while the section is collapsed. */
  summary?: string | undefined;
  hint?: ReactNode;
  /** An error in one of these fields expands the section. */
  fields: readonly string[];
  collapsed?: boolean;
  children: ReactNode;
}

/** A collapsible section of the form. The browser stores which sections are open. */
export function Section({ id, title, summary, hint, fields, collapsed = false, children }: Props) {
  const { errors } = useProductForm();
  const [isOpen, setOpen] = useState(!collapsed);
  useEffect(() => setOpen((initial) => readStored()[id] ?? initial), [id]);
  const hasError = Object.keys(errors).some((name) => fields.includes(name.split(".")[0] ?? ""));
  // Expanded in the render that shows the error; stays open after the correction.
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
        <summary className={styles.summary} onClick={() => store(id, !isOpen)}>
          <h2 id={`${id}-titre`}>{title}</h2>
          {!isOpen && summary && <span className={styles.preview}>{summary}</span>}
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

function readStored(): Record<string, boolean> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (typeof stored !== "object" || stored === null) return {};
    const entries = Object.entries(stored).filter(([, open]) => typeof open === "boolean");
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

function store(id: string, isOpen: boolean): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readStored(), [id]: isOpen }));
  } catch {
    // localStorage may be unavailable: the choice then lasts until the page is closed.
  }
}
