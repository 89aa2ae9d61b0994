"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { SmallButton } from "@/app/admin/_components/small-button";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { CannedReply } from "@/domain/messaging/canned-replies/schema";
import { api } from "@/lib/http/api-client";
import { LANGUAGE_LABELS } from "@/lib/i18n/language-labels";
import { BidiText } from "@/ui/bidi-text";
import styles from "./canned.module.css";
import { CannedForm } from "./canned-form";

export function CannedList({ replies }: { replies: readonly CannedReply[] }) {
  const router = useRouter();
  const [edited, setEdited] = useState<CannedReply | "new" | null>(null);
  const [deleting, setDeleting] = useState<CannedReply | null>(null);
  const handleSaved = () => {
    setEdited(null);
    toastSuccess("Réponse type enregistrée");
    router.refresh();
  };
  const remove = async () => {
    await api(`/api/admin/canned-replies/${deleting?.id ?? ""}`, { method: "DELETE" });
    toastSuccess("Réponse type supprimée");
    router.refresh();
  };
  return (
    <>
      <div className={admin.row}>
        <button type="button" className="button" onClick={() => setEdited("new")}>
          Nouvelle réponse type
        </button>
      </div>
      {replies.length === 0 ? (
        <p className={`${admin.card} ${admin.empty}`}>
          Aucune réponse type. Ajoutez celles que vous écrivez souvent : livraison, prix, horaires.
        </p>
      ) : (
        <ul className={styles.list} aria-label="Réponses types" data-plain>
          {replies.map((reply) => (
            <li key={reply.id} className={admin.card}>
              <p className={styles.head}>
                <UserText text={reply.title} className={styles.title} />
                <span className={admin.chip}>{LANGUAGE_LABELS[reply.locale]}</span>
              </p>
              <p className={styles.body} dir="auto" lang={reply.locale.toLowerCase()}>
                <BidiText text={reply.body} />
              </p>
              <div className={admin.row}>
                <SmallButton
                  aria-label={`Modifier « ${reply.title} »`}
                  onClick={() => setEdited(reply)}
                >
                  Modifier
                </SmallButton>
                <SmallButton
                  aria-label={`Supprimer « ${reply.title} »`}
                  onClick={() => setDeleting(reply)}
                >
                  Supprimer
                </SmallButton>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Modal
        open={edited !== null}
        onClose={() => setEdited(null)}
        title={edited === "new" ? "Nouvelle réponse type" : "Modifier la réponse type"}
      >
        {edited !== null && (
          <CannedForm reply={edited === "new" ? null : edited} onSaved={handleSaved} />
        )}
      </Modal>
      <ConfirmDialog
        open={deleting !== null}
        danger
        title="Supprimer la réponse type"
        confirmLabel="Supprimer"
        onConfirm={remove}
        onClose={() => setDeleting(null)}
      >
        <p>
          « <UserText text={deleting?.title ?? ""} /> » ne sera plus proposée. Les réponses déjà
          envoyées restent.
        </p>
      </ConfirmDialog>
    </>
  );
}
