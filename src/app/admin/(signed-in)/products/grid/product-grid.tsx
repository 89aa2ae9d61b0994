"use client";

import { useEffect, useRef } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { useLeaveGuard } from "@/app/admin/_components/page/use-leave-guard";
import { SmallButton } from "@/app/admin/_components/small-button";
import type { GridProduct } from "@/domain/catalogue/product-list/grid-schema";
import { formatNumber, plural } from "@/lib/format/format";
import { ColumnChooser } from "../_columns/column-chooser";
import { useColumnVisibility } from "../_columns/use-column-visibility";
import { COLUMNS } from "./_state/grid-rows";
import styles from "./grid.module.css";
import { GridTable } from "./grid-table";
import { type Grid, useGrid } from "./use-grid";

export function ProductGrid({ products }: { products: readonly GridProduct[] }) {
  const grid = useGrid(products);
  const { state, dispatch, dirtyCount, problemCount, isSaving, save } = grid;
  const { leaving, stay } = useLeaveGuard(dirtyCount > 0);
  const saveButton = useRef<HTMLButtonElement>(null);
  return (
    <div className={styles.grid}>
      <div className={admin.toolbar}>
        <button
          ref={saveButton}
          type="button"
          className="button"
          disabled={dirtyCount === 0 || isSaving}
          onClick={() => void save()}
        >
          Enregistrer {formatProducts(dirtyCount)}
        </button>
        <SmallButton disabled={state.past.length === 0} onClick={() => dispatch({ type: "undo" })}>
          Défaire
        </SmallButton>
        <SmallButton
          disabled={state.future.length === 0}
          onClick={() => dispatch({ type: "redo" })}
        >
          Refaire
        </SmallButton>
        <GridColumns grid={grid} />
        <p className={admin.hint} role="status">
          {problemCount > 0 && `${formatCells(problemCount)} à corriger : ces produits attendent.`}
        </p>
      </div>
      <p className={admin.hint} id="grille-aide">
        Flèches, Tab et Maj pour choisir ; Entrée pour écrire ; Ctrl C et Ctrl V avec Excel ; Ctrl D
        recopie vers le bas ; Ctrl Z défait ; Échap sort du tableau.
      </p>
      <GridTable grid={grid} onLeave={() => saveButton.current?.focus()} />
      <ConfirmDialog
        open={leaving !== null}
        title="Quitter sans enregistrer ?"
        confirmLabel="Quitter"
        cancelLabel="Rester sur la page"
        danger
        onConfirm={() => {
          if (leaving !== null) location.assign(leaving);
        }}
        onClose={stay}
      >
        <p>{formatProducts(dirtyCount)} : les valeurs écrites seront perdues.</p>
      </ConfirmDialog>
    </div>
  );
}

/** Chooses the columns. The name stays, since it says which product a row is. */
function GridColumns({ grid: { state, dispatch } }: { grid: Grid }) {
  const [visibility, setVisibility] = useColumnVisibility("grille-colonnes", NONE);
  useEffect(() => {
    const columns = COLUMNS.filter(({ id }) => id === "name" || visibility[id] !== false);
    dispatch({ type: "columns", columns });
  }, [visibility, dispatch]);
  const shown = new Set(state.columns.map(({ id }) => id));
  return (
    <ColumnChooser
      columns={COLUMNS.slice(1).map(({ id, label }) => ({ id, label, isVisible: shown.has(id) }))}
      onToggle={(id, isVisible) => setVisibility({ ...visibility, [id]: isVisible })}
    />
  );
}

const NONE: readonly string[] = [];

function formatProducts(count: number): string {
  return `${formatNumber(count)} ${plural(count, "fr", { one: "produit", other: "produits" })}`;
}

function formatCells(count: number): string {
  return `${formatNumber(count)} ${plural(count, "fr", { one: "cellule", other: "cellules" })}`;
}
