"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/app/admin/_components/confirm-dialog";
import { toastError, toastSuccess } from "@/app/admin/_components/toast";
import { restoreVersion } from "../product-requests";

interface Props {
  productId: string;
  version: number;
  /** The version to which Undo goes back. */
  present: number;
}

export function RestoreVersion({ productId, version, present }: Props) {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const restore = async (wanted: number) => {
    const { hasDraft } = await restoreVersion(productId, wanted);
    router.refresh();
    return hasDraft;
  };
  return (
    <>
      <button
        type="button"
        className="button"
        data-variant="quiet"
        data-size="small"
        onClick={() => setAsking(true)}
      >
        Restaurer<span className="visually-hidden"> la version {version}</span>
      </button>
      <ConfirmDialog
        open={isAsking}
        title={`Restaurer la version ${version}`}
        confirmLabel="Restaurer cette version"
        onConfirm={async () => {
          const waits = await restore(version);
          const undo = () => restore(present).catch(toastError);
          const told = waits ? "restaurée en brouillon : publiez-la depuis la fiche" : "restaurée";
          toastSuccess(`Version ${version} ${told}`, { undo });
        }}
        onClose={() => setAsking(false)}
      >
        <p>
          Son contenu redevient celui de la fiche. D'un produit publié il devient un brouillon, que
          les clients ne voient qu'une fois publié. Le statut, les dates et l'adresse restent comme
          ils sont, et l'historique garde tout.
        </p>
      </ConfirmDialog>
    </>
  );
}
