import type { OperationState } from "./schema";

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
