"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { SmallButton } from "@/app/admin/_components/small-button";
import type { Lead } from "@/domain/messaging/leads/schema";
import { deleteLead } from "../lead-requests";

export function DeleteLead({ lead: { id, reference } }: { lead: Lead }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <SmallButton variant="ghost" onClick={() => setOpen(true)}>
        Supprimer
      </SmallButton>
      <ConfirmDialog
        open={isOpen}
        title={`Supprimer la demande ${reference} ?`}
        confirmLabel="Supprimer la demande"
        danger
        onClose={() => setOpen(false)}
        onConfirm={async () => {
          await deleteLead(id);
          toastSuccess("Demande supprimée.");
          router.refresh();
        }}
      >
        <p>Sa note et ses étapes sont effacées. Le clic reste compté dans les visites.</p>
      </ConfirmDialog>
    </>
  );
}
