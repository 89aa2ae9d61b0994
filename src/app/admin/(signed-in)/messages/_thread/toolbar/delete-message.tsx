"use client";

import { useRouter } from "next/navigation";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { UserText } from "@/app/admin/_components/text/user-text";
import { deleteMessage } from "../../message-requests";

interface Props {
  id: string;
  name: string;
  listUrl: string;
  open: boolean;
  onClose: () => void;
}

export function DeleteMessage({ id, name, listUrl, open, onClose }: Props) {
  const router = useRouter();
  const confirm = async () => {
    await deleteMessage(id);
    toastSuccess("Message supprimé");
    router.push(listUrl);
    router.refresh();
  };
  return (
    <ConfirmDialog
      open={open}
      danger
      title="Supprimer ce message"
      confirmLabel="Supprimer définitivement"
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        Le message de <UserText text={name} />, les réponses et les notes ne pourront pas être
        retrouvés.
      </p>
    </ConfirmDialog>
  );
}
