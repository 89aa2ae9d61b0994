"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { SmallButton } from "@/app/admin/_components/small-button";
import { getFieldLabel } from "../labels";
import { restoreVersion } from "../product-requests";

interface Props {
  productId: string;
  version: number;
  /** The version that Undo restores. */
  currentVersion: number;
}

export function RestoreVersion({ productId, version, currentVersion }: Props) {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const [notRestored, setNotRestored] = useState<[string, string][]>([]);
  const restore = async (target: number) => {
    const restored = await restoreVersion(productId, target);
    setNotRestored(Object.entries(restored.notRestored));
    router.refresh();
    return restored.hasDraft;
  };
  return (
    <>
      <SmallButton onClick={() => setAsking(true)}>
        Restaurer<span className="visually-hidden"> la version {version}</span>
      </SmallButton>
      <ConfirmDialog
        open={isAsking}
        title={`Restaurer la version ${version}`}
        confirmLabel="Restaurer cette version"
        onConfirm={async () => {
          const isDraft = await restore(version);
          const undo = () => restore(currentVersion).catch(toastError);
          const outcome = isDraft
            ? "restaurée en brouillon : publiez-la depuis la fiche"
            : "restaurée";
          toastSuccess(`Version ${version} ${outcome}`, { undo });
        }}
        onClose={() => setAsking(false)}
      >
        <p>
          Son contenu redevient celui de la fiche. D'un produit publié il devient un brouillon, que
          les clients ne voient qu'une fois publié. Le statut, les dates et l'adresse restent comme
          ils sont, et l'historique garde tout. Ce qui ne peut plus revenir, comme une catégorie
          supprimée ou une référence prise depuis, garde sa valeur actuelle.
        </p>
      </ConfirmDialog>
      <Modal
        open={notRestored.length > 0}
        title={`Version ${version} restaurée, sauf :`}
        onClose={() => setNotRestored([])}
      >
        <dl className={admin.stack}>
          {notRestored.map(([field, reason]) => (
            <div key={field}>
              <dt>
                <strong>{getFieldLabel(field)}</strong>, gardé tel quel
              </dt>
              <dd>{reason}</dd>
            </div>
          ))}
        </dl>
        <div className={admin.row}>
          <button type="button" className="button" onClick={() => setNotRestored([])}>
            Compris
          </button>
        </div>
      </Modal>
    </>
  );
}
