"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { api } from "@/lib/http/api-client";

interface Props {
  id: string;
  to: string;
  /** True when the outcome of the last attempt is unknown. */
  mayArriveTwice: boolean;
}

export function RetryButton({ id, to, mayArriveTwice }: Props) {
  const router = useRouter();
  const [isConfirming, setConfirming] = useState(false);
  async function retry() {
    await api(`/api/admin/outbox/${id}/retry`, { method: "POST", body: { mayArriveTwice } });
    toastSuccess(`L'e-mail repart vers ${to}`);
    router.refresh();
  }
  return (
    <>
      <button type="button" className="button" onClick={() => setConfirming(true)}>
        Renvoyer
      </button>
      <ConfirmDialog
        open={isConfirming}
        title="Renvoyer cet e-mail"
        confirmLabel="Renvoyer"
        onConfirm={retry}
        onClose={() => setConfirming(false)}
      >
        <p>
          {mayArriveTwice
            ? `Cet e-mail est peut-être déjà arrivé : ${to} peut le recevoir deux fois.`
            : `L'e-mail n'est pas parti. Il sera envoyé à ${to}.`}
        </p>
      </ConfirmDialog>
    </>
  );
}
