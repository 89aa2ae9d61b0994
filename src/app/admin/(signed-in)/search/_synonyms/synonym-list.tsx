"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { SmallButton } from "@/app/admin/_components/small-button";
import type { Synonym } from "@/domain/search/synonyms/schema";
import { api } from "@/lib/http/api-client";
import styles from "../search.module.css";
import { SynonymForm } from "./synonym-form";
import { SynonymWords } from "./synonym-words";

interface Props {
  synonyms: readonly Synonym[];
  mayWrite: boolean;
}

export function SynonymList({ synonyms, mayWrite }: Props) {
  const router = useRouter();
  const [edited, setEdited] = useState<Synonym | "new" | null>(null);
  const [deleting, setDeleting] = useState<Synonym | null>(null);
  const handleSaved = () => {
    setEdited(null);
    toastSuccess("Synonyme enregistré");
    router.refresh();
  };
  const remove = async () => {
    await api(`/api/admin/search/synonyms/${deleting?.id ?? ""}`, { method: "DELETE" });
    toastSuccess("Synonyme supprimé");
    router.refresh();
  };
  return (
    <>
      {mayWrite && (
        <div className={admin.row}>
          <button type="button" className="button" onClick={() => setEdited("new")}>
            Nouveau synonyme
          </button>
        </div>
      )}
      {synonyms.length === 0 ? (
        <p className={`${admin.card} ${admin.empty}`}>
          Vous n'avez pas encore ajouté de synonyme. Ceux d'origine, plus bas, marchent déjà.
        </p>
      ) : (
        <ul className={styles.list} aria-label="Synonymes ajoutés" data-plain>
          {synonyms.map((synonym) => (
            <li key={synonym.id} className={styles.row}>
              <p className={styles.what}>
                <span>
                  <SynonymWords terms={synonym.terms} finds={synonym.finds} />
                </span>
              </p>
              {mayWrite && (
                <div className={admin.row}>
                  <SmallButton
                    aria-label={`Modifier « ${synonym.terms.join(", ")} »`}
                    onClick={() => setEdited(synonym)}
                  >
                    Modifier
                  </SmallButton>
                  <SmallButton
                    aria-label={`Supprimer « ${synonym.terms.join(", ")} »`}
                    onClick={() => setDeleting(synonym)}
                  >
                    Supprimer
                  </SmallButton>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <Modal
        open={edited !== null}
        onClose={() => setEdited(null)}
        title={edited === "new" ? "Nouveau synonyme" : "Modifier le synonyme"}
      >
        {edited !== null && (
          <SynonymForm synonym={edited === "new" ? null : edited} onSaved={handleSaved} />
        )}
      </Modal>
      <ConfirmDialog
        open={deleting !== null}
        danger
        title="Supprimer le synonyme"
        confirmLabel="Supprimer"
        onConfirm={remove}
        onClose={() => setDeleting(null)}
      >
        <p>
          {deleting && <SynonymWords terms={deleting.terms} finds={deleting.finds} />} : la
          recherche ne fera plus ce lien.
        </p>
      </ConfirmDialog>
    </>
  );
}
