"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { SmallButton } from "@/app/admin/_components/small-button";
import { canCancel, canUndo } from "@/domain/catalogue/operations/rules";
import type { OperationRow } from "@/domain/catalogue/operations/schema";
import { api } from "@/lib/http/api-client";
import { formatProducts } from "../result-text";

type Action = "undo" | "cancel";

export function OperationActions({ operation }: { operation: OperationRow }) {
  const router = useRouter();
  const [asked, setAsked] = useState<Action | null>(null);
  const { id, state, changed, undone, notUndone } = operation;
  const run = async (action: Action) => {
    await api(`/api/admin/operations/${id}/${action}`, { method: "POST" });
    router.refresh();
  };
  const isScheduled = state === "SCHEDULED";
  return (
    <>
      {canCancel(operation) && (
        <SmallButton onClick={() => setAsked("cancel")}>
          {isScheduled ? "Déprogrammer" : "Arrêter"}
        </SmallButton>
      )}
      {canUndo(operation) && (
        <SmallButton onClick={() => setAsked("undo")}>Annuler les changements</SmallButton>
      )}
      <ConfirmDialog
        open={asked === "undo"}
        title={`Annuler : ${formatProducts(changed - undone - notUndone)}`}
        confirmLabel="Annuler les changements"
        cancelLabel="Fermer"
        onConfirm={() => run("undo")}
        onClose={() => setAsked(null)}
      >
        <p>
          Les produits reprennent leurs valeurs d'avant. Ceux que quelqu'un a modifiés depuis
          restent comme ils sont.
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === "cancel"}
        title={isScheduled ? "Déprogrammer ce changement" : "Arrêter ce travail"}
        confirmLabel={isScheduled ? "Déprogrammer" : "Arrêter"}
        cancelLabel="Fermer"
        onConfirm={() => run("cancel")}
        onClose={() => setAsked(null)}
      >
        <p>
          {isScheduled
            ? "Aucun produit ne change."
            : "Les produits déjà modifiés le restent ; vous pourrez les rétablir."}
        </p>
      </ConfirmDialog>
    </>
  );
}
