"use client";

import { Columns3 } from "lucide-react";
import { useEffect, useRef } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { lookup } from "@/lib/lookup";
import styles from "../list.module.css";
import { COLUMN_LABELS } from "./columns";
import type { ProductReactTable } from "./table-parts";

export function ColumnChooser({ table }: { table: ProductReactTable }) {
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
  const choosable = table.getAllLeafColumns().filter((column) => column.getCanHide());
  return (
    <details ref={box} className={styles.columns}>
      <summary className="button" data-variant="quiet" data-size="small">
        <Columns3 aria-hidden="true" />
        Colonnes
      </summary>
      <fieldset className={styles.columnList}>
        <legend className={admin.hint}>Colonnes affichées</legend>
        {choosable.map((column) => (
          <label key={column.id} className={admin.checkbox}>
            <input
              type="checkbox"
              checked={column.getIsVisible()}
              onChange={(event) => column.toggleVisibility(event.target.checked)}
            />
            {lookup(COLUMN_LABELS, column.id)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
