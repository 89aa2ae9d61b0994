"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { useHydrated } from "@/app/admin/_components/page/use-hydrated";
import { canTransition } from "@/domain/campaigns/rules";
import type { StaffCampaign } from "@/domain/campaigns/schema";
import { api } from "@/lib/http/api-client";

interface Props {
  campaign: StaffCampaign;
  canSend: boolean;
  canWrite: boolean;
  onChanged: (campaign: StaffCampaign) => void;
}

type Action = "pause" | "resume" | "cancel";

const SUCCESS_TEXTS: Record<Action, string> = {
  pause: "Campagne en pause",
  resume: "L'envoi reprend",
  cancel: "Campagne arrêtée",
};

export function CampaignActions({ campaign, canSend, canWrite, onChanged }: Props) {
  const router = useRouter();
  const isReady = useHydrated();
  const [isConfirming, setConfirming] = useState(false);
  const { id, status } = campaign;
  const isScheduled = status === "SCHEDULED";
  async function run(action: Action) {
    const path = `/api/admin/newsletter/campaign/${id}/${action}` as const;
    onChanged(await api<StaffCampaign>(path, { method: "POST" }));
    toastSuccess(isScheduled ? "La campagne est de nouveau un brouillon" : SUCCESS_TEXTS[action]);
  }
  async function duplicate() {
    const path = `/api/admin/newsletter/campaign/${id}/duplicate` as const;
    const copy = await api<StaffCampaign>(path, { method: "POST" });
    router.push(`/admin/newsletter/campaigns/${copy.id}`);
  }
  const renderButton = (label: string, onClick: () => Promise<void>) => (
    <button
      type="button"
      className="button"
      data-variant="quiet"
      disabled={!isReady}
      onClick={() => void onClick().catch(toastError)}
    >
      {label}
    </button>
  );
  return (
    <div className={admin.row}>
      {canSend &&
        canTransition("pause", status) &&
        renderButton("Mettre en pause", () => run("pause"))}
      {canSend && canTransition("resume", status) && renderButton("Reprendre", () => run("resume"))}
      {canSend && isScheduled && renderButton("Déprogrammer", () => run("cancel"))}
      {canSend && canTransition("cancel", status) && !isScheduled && (
        <button
          type="button"
          className="button"
          data-variant="danger"
          disabled={!isReady}
          onClick={() => setConfirming(true)}
        >
          Arrêter pour de bon
        </button>
      )}
      {canWrite && renderButton("Dupliquer", duplicate)}
      <ConfirmDialog
        open={isConfirming}
        title="Arrêter la campagne"
        confirmLabel="Arrêter pour de bon"
        danger
        onConfirm={() => run("cancel")}
        onClose={() => setConfirming(false)}
      >
        <p>Ceux qui ne l'ont pas encore reçue ne la recevront pas. Ce qui est parti reste parti.</p>
      </ConfirmDialog>
    </div>
  );
}
