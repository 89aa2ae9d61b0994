"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/app/admin/_components/confirm-dialog";
import { toastSuccess } from "@/app/admin/_components/toast";
import button from "@/ui/button.module.css";
import { deleteMessage } from "../message-requests";

export function DeleteMessage({ id, name, list }: { id: string; name: string; list: string }) {
  const router = useRouter();
  const [isAsked, setAsked] = useState(false);
  const confirm = async () => {
    await deleteMessage(id);
    toastSuccess("Message supprimé");
    router.push(list);
    router.refresh();
  };
  return (
    <>
      <button
        type="button"
        className={button.button}
        data-variant="ghost"
        data-size="small"
        onClick={() => setAsked(true)}
      >
        Supprimer
      </button>
      <ConfirmDialog
        open={isAsked}
        danger
        title="Supprimer ce message"
        confirmLabel="Supprimer définitivement"
        onConfirm={confirm}
        onClose={() => setAsked(false)}
      >
        <p>
          Le message de <bdi>{name}</bdi>, les réponses et les notes ne pourront pas être retrouvés.
        </p>
      </ConfirmDialog>
    </>
  );
}
