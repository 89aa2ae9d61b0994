"use client";

import { Columns3 } from "lucide-react";
import { useEffect, useRef } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import styles from "./column-chooser.module.css";

interface Props {
  columns: readonly { id: string; label: string; isVisible: boolean }[];
  onToggle: (id: string, isVisible: boolean) => void;
}

export function ColumnChooser({ columns, onToggle }: Props) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const isOutside = !box.current?.contains(event.target as Node);
      const isEscape = event instanceof KeyboardEvent && event.key === "Escape";
      if (!box.current?.open || !(isEscape || (isOutside && event.type === "pointerdown"))) return;
      box.current.open = false;
      if (isEscape) box.current.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, []);
  return (
    <details ref={box} className={styles.columns}>
      <summary className="button" data-variant="quiet" data-size="small">
        <Columns3 aria-hidden="true" />
        Colonnes
      </summary>
      <fieldset className={styles.list}>
        <legend className={admin.hint}>Colonnes affichées</legend>
        {columns.map(({ id, label, isVisible }) => (
          <label key={id} className={admin.checkbox}>
            <input
              type="checkbox"
              checked={isVisible}
              onChange={({ target }) => onToggle(id, target.checked)}
            />
            {label}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
