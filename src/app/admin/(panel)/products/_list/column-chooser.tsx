"use client";

import { Columns3 } from "lucide-react";
import panel from "@/app/admin/_components/panel.module.css";
import button from "@/ui/button.module.css";
import { COLUMN_LABELS, type ColumnId } from "./columns";
import styles from "./list.module.css";
import type { ProductReactTable } from "./table-parts";

export function ColumnChooser({ table }: { table: ProductReactTable }) {
  const choosable = table.getAllLeafColumns().filter((column) => column.getCanHide());
  return (
    <details className={styles.columns}>
      <summary className={button.button} data-variant="quiet" data-size="small">
        <Columns3 aria-hidden="true" />
        Colonnes
      </summary>
      <fieldset className={styles.columnList}>
        <legend className={panel.hint}>Colonnes affichées</legend>
        {choosable.map((column) => (
          <label key={column.id} className={panel.checkbox}>
            <input
              type="checkbox"
              checked={column.getIsVisible()}
              onChange={(event) => column.toggleVisibility(event.target.checked)}
            />
            {COLUMN_LABELS[column.id as ColumnId]}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
