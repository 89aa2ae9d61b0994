import type { ItemState, OperationRow, OperationState } from "./schema";

export const OPERATION_STATE_LABELS: Record<OperationState, string> = {
  UPLOADED: "Fichier reçu",
  VALIDATING: "Vérification en cours",
  VALIDATED: "Vérifié",
  REJECTED: "Refusé",
  SCHEDULED: "Programmé",
  APPLYING: "En cours",
  APPLIED: "Terminé",
  PARTIALLY_APPLIED: "Terminé avec des erreurs",
  CANCELLED: "Arrêté",
  UNDOING: "Annulation en cours",
  UNDONE: "Annulé",
  FAILED: "Interrompu",
};
const ITEM_STATE_LABELS: Record<ItemState, string> = {
  PENDING: "En attente",
  APPLIED: "Modifié",
  UNCHANGED: "Inchangé",
  SKIPPED: "Écarté",
  FAILED: "En erreur",
  UNDONE: "Rétabli",
  NOT_UNDONE: "Non rétabli",
};

/** An import changes some products and creates others. */
export function getItemStateLabel(state: ItemState, kind: OperationRow["kind"]): string {
  return kind === "IMPORT" && state === "APPLIED" ? "Importé" : ITEM_STATE_LABELS[state];
}

type Tone = "neutral" | "good" | "warn" | "bad" | "info";

export const OPERATION_STATE_TONES: Record<OperationState, Tone> = {
  UPLOADED: "neutral",
  VALIDATING: "info",
  VALIDATED: "neutral",
  REJECTED: "bad",
  SCHEDULED: "info",
  APPLYING: "info",
  APPLIED: "good",
  PARTIALLY_APPLIED: "warn",
  CANCELLED: "neutral",
  UNDOING: "info",
  UNDONE: "neutral",
  FAILED: "bad",
};

export const ITEM_STATE_TONES: Record<ItemState, Tone> = {
  PENDING: "neutral",
  APPLIED: "good",
  UNCHANGED: "neutral",
  SKIPPED: "warn",
  FAILED: "bad",
  UNDONE: "neutral",
  NOT_UNDONE: "warn",
};

export const OPERATION_KIND_LABELS: Record<OperationRow["kind"], string> = {
  BULK: "Modification en lot",
  IMPORT: "Import",
};
