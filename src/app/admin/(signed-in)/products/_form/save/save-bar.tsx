"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { useHydrated } from "@/app/admin/_components/page/use-hydrated";
import type { ProductForEdit } from "@/domain/catalogue/products/schema";
import styles from "./save-bar.module.css";
import type { SaveIntent } from "./save-intent";

interface Action {
  intent: SaveIntent;
  label: string;
  isSecondary?: boolean;
}

/** Returns the save buttons for the state of the product; the first one is the primary button. */
function getSaveActions(product: ProductForEdit | null): Action[] {
  if (product === null) {
    return [
      { intent: "publish", label: "Publier" },
      { intent: "create", label: "Créer en brouillon", isSecondary: true },
    ];
  }
  if (product.status === "DRAFT") {
    return [
      { intent: "publish", label: "Publier" },
      { intent: "save", label: "Enregistrer", isSecondary: true },
    ];
  }
  if (product.status !== "ACTIVE") {
    return [
      { intent: "save", label: "Enregistrer" },
      { intent: "publish", label: "Publier", isSecondary: true },
    ];
  }
  return [
    { intent: "live", label: "Enregistrer et publier" },
    { intent: "draft", label: "Enregistrer le brouillon", isSecondary: true },
  ];
}

interface Props {
  product: ProductForEdit | null;
  phase: "idle" | "uploading" | "saving";
  isDirty: boolean;
  onSave: (intent: SaveIntent) => void;
  onDiscard: () => void;
}

const PHASES = {
  idle: "",
  uploading: "Envoi des photos…",
  saving: "Enregistrement…",
} as const;

export function SaveBar({ product, phase, isDirty, onSave, onDiscard }: Props) {
  const isHydrated = useHydrated();
  const isDisabled = !isHydrated || phase !== "idle";
  const status = PHASES[phase] || (isDirty ? "Modifications non enregistrées" : "");
  return (
    <div className={styles.bar} data-save-bar>
      <div className={styles.barButtons}>
        {getSaveActions(product).map(({ intent, label, isSecondary }) => (
          <button
            key={intent}
            type="button"
            className="button"
            data-variant={isSecondary ? "quiet" : undefined}
            disabled={isDisabled}
            onClick={() => onSave(intent)}
          >
            {label}
          </button>
        ))}
      </div>
      {product && (isDirty || product.hasDraft) && (
        <button
          type="button"
          className={`button ${styles.discard}`}
          data-variant="ghost"
          data-size="small"
          disabled={isDisabled}
          onClick={onDiscard}
        >
          Abandonner les modifications
        </button>
      )}
      <p className={admin.hint} role="status">
        {status}
      </p>
    </div>
  );
}
