"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { useHydrated } from "@/app/admin/_components/page/use-hydrated";
import type { StaffCampaign } from "@/domain/campaigns/schema";
import { api } from "@/lib/http/api-client";
import styles from "./editor.module.css";
import { SendDialog } from "./send-dialog";
import { TestDialog } from "./test-dialog";

interface Props {
  campaign: StaffCampaign;
  isDirty: boolean;
  isSaving: boolean;
  canSend: boolean;
  userEmail: string;
  /** The current number of recipients of the audience. */
  recipients: number;
  /** Resolves to false when the server rejected the draft. */
  onSave: () => Promise<boolean>;
}

type OpenDialog = "test" | "send" | "schedule" | "delete" | null;

/** Tests and campaigns are sent from the saved state only. */
export function SendBar({
  campaign,
  isDirty,
  isSaving,
  canSend,
  userEmail,
  recipients,
  onSave,
}: Props) {
  const [open, setOpen] = useState<OpenDialog>(null);
  const isReady = useHydrated();
  const isComplete = campaign.missing.length === 0 && recipients > 0;
  async function test() {
    if (!isDirty || (await onSave())) setOpen("test");
  }
  const close = () => setOpen(null);
  const renderButton = (dialog: OpenDialog, label: string, disabled = false) => (
    <button
      type="button"
      className="button"
      data-variant={dialog === "send" ? undefined : "quiet"}
      disabled={!isReady || isDirty || disabled}
      onClick={() => setOpen(dialog)}
    >
      {label}
    </button>
  );
  return (
    <section className={styles.bar} aria-label="Enregistrer et envoyer">
      <p role="status" className={admin.hint}>
        {getStatusText({ campaign, isDirty, canSend, recipients })}
      </p>
      <div className={admin.row}>
        <button
          type="button"
          className="button"
          disabled={!isReady || !isDirty || isSaving}
          onClick={() => void onSave()}
        >
          {isSaving ? "Un instant…" : "Enregistrer"}
        </button>
        <button
          type="button"
          className="button"
          data-variant="quiet"
          disabled={!isReady || isSaving}
          onClick={() => void test()}
        >
          {isDirty ? "Enregistrer et envoyer un essai" : "Envoyer un essai"}
        </button>
        {canSend && renderButton("schedule", "Programmer", !isComplete)}
        {canSend && renderButton("send", "Envoyer", !isComplete)}
        <button
          type="button"
          className="button"
          data-variant="ghost"
          disabled={!isReady}
          onClick={() => setOpen("delete")}
        >
          Supprimer le brouillon
        </button>
      </div>
      <TestDialog id={campaign.id} userEmail={userEmail} open={open === "test"} onClose={close} />
      <SendDialog
        campaign={campaign}
        when={open === "schedule" ? "later" : "now"}
        open={open === "send" || open === "schedule"}
        onClose={close}
      />
      <DeleteDialog campaign={campaign} open={open === "delete"} onClose={close} />
    </section>
  );
}

function getStatusText({
  campaign: { missing },
  isDirty,
  canSend,
  recipients,
}: Pick<Props, "campaign" | "isDirty" | "canSend" | "recipients">): string {
  if (isDirty) return "Modifications non enregistrées : enregistrez avant d'envoyer.";
  if (missing.length > 0) return `Avant l'envoi : ${missing.join(" ")}`;
  if (recipients === 0) return "Personne ne correspond à ce choix de destinataires.";
  return canSend ? "Prête à partir." : "Prête. Seul un propriétaire peut l'envoyer.";
}

interface DeleteProps {
  campaign: StaffCampaign;
  open: boolean;
  onClose: () => void;
}

function DeleteDialog({ campaign, open, onClose }: DeleteProps) {
  const router = useRouter();
  async function remove() {
    await api(`/api/admin/newsletter/campaign/${campaign.id}`, { method: "DELETE" });
    toastSuccess("Brouillon supprimé");
    router.push("/admin/newsletter/campaigns");
  }
  return (
    <ConfirmDialog
      open={open}
      title="Supprimer le brouillon"
      confirmLabel="Supprimer le brouillon"
      danger
      onConfirm={remove}
      onClose={onClose}
    >
      <p>Ce brouillon disparaît pour toute l'équipe.</p>
    </ConfirmDialog>
  );
}
