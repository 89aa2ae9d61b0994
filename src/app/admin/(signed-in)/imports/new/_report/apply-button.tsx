"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { api } from "@/lib/http/api-client";
import { formatProducts } from "../../result-text";

export function ApplyButton({ id, count }: { id: string; count: number }) {
  const router = useRouter();
  const [isAsked, setAsked] = useState(false);
  const apply = async () => {
    await api(`/api/admin/imports/${id}/apply`, { method: "POST" });
    router.push(`/admin/imports/${id}`);
  };
  return (
    <>
      <button type="button" className="button" onClick={() => setAsked(true)}>
        Importer {formatProducts(count)}
      </button>
      <ConfirmDialog
        open={isAsked}
        title={`Importer ${formatProducts(count)}`}
        confirmLabel="Importer"
        cancelLabel="Fermer"
        onConfirm={apply}
        onClose={() => setAsked(false)}
      >
        <p>
          Les clients voient les changements aussitôt. Vous pourrez les annuler pendant 30 jours.
        </p>
      </ConfirmDialog>
    </>
  );
}
