"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/confirm-dialog";
import { toastSuccess } from "@/app/admin/_components/toast";
import { useHydrated } from "@/app/admin/_components/use-hydrated";
import type { StaffCampaign } from "@/domain/campaigns/schema";
import { api } from "@/lib/http/api-client";
import styles from "./editor.module.css";
import { SendDialog } from "./send-dialog";
import { TestDialog } from "./test-dialog";

interface Props {
  campaign: StaffCampaign;
  isDirty: boolean;
  isSaving: boolean;
  maySend: boolean;
  ownEmail: string;
  /** How many people the saved choice of recipients reaches now. */
  recipients: number;
  /** False where it was refused. */
  onSave: () => Promise<boolean>;
}

type Open = "test" | "send" | "schedule" | "delete" | null;

/** What can be done with the draft. Only what is saved is tested and sent. */
export function SendBar({
  campaign,
  isDirty,
  isSaving,
  maySend,
  ownEmail,
  recipients,
  onSave,
}: Props) {
  const [open, setOpen] = useState<Open>(null);
  const isReady = useHydrated();
  const isComplete = campaign.missing.length === 0 && recipients > 0;
  async function test() {
    if (!isDirty || (await onSave())) setOpen("test");
  }
  const close = () => setOpen(null);
  const act = (what: Open, label: string, disabled = false) => (
    <button
      type="button"
      className="button"
      data-variant={what === "send" ? undefined : "quiet"}
      disabled={!isReady || isDirty || disabled}
      onClick={() => setOpen(what)}
    >
      {label}
    </button>
  );
  return (
    <section className={styles.bar} aria-label="Enregistrer et envoyer">
      <p role="status" className={admin.hint}>
        {stateOf({ campaign, isDirty, maySend, recipients })}
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
        {maySend && act("schedule", "Programmer", !isComplete)}
        {maySend && act("send", "Envoyer", !isComplete)}
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
      <TestDialog id={campaign.id} ownEmail={ownEmail} open={open === "test"} onClose={close} />
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

function stateOf({
  campaign: { missing },
  isDirty,
  maySend,
  recipients,
}: Pick<Props, "campaign" | "isDirty" | "maySend" | "recipients">): string {
  if (isDirty) return "Modifications non enregistrées : enregistrez avant d'envoyer.";
  if (missing.length > 0) return `Avant l'envoi : ${missing.join(" ")}`;
  if (recipients === 0) return "Personne ne correspond à ce choix de destinataires.";
  return maySend ? "Prête à partir." : "Prête. Seul un propriétaire peut l'envoyer.";
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
