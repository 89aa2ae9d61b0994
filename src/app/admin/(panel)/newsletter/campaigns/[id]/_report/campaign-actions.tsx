"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/confirm-dialog";
import { toastError, toastSuccess } from "@/app/admin/_components/toast";
import { useHydrated } from "@/app/admin/_components/use-hydrated";
import { may } from "@/domain/campaigns/rules";
import type { StaffCampaign } from "@/domain/campaigns/schema";
import { api } from "@/lib/http/api-client";

interface Props {
  campaign: StaffCampaign;
  maySend: boolean;
  mayWrite: boolean;
  onChanged: (campaign: StaffCampaign) => void;
}

type Action = "pause" | "resume" | "cancel";

const DONE: Record<Action, string> = {
  pause: "Campagne en pause",
  resume: "L'envoi reprend",
  cancel: "Campagne arrêtée",
};

export function CampaignActions({ campaign, maySend, mayWrite, onChanged }: Props) {
  const router = useRouter();
  const isReady = useHydrated();
  const [isAsking, setAsking] = useState(false);
  const { id, status } = campaign;
  const isPlan = status === "SCHEDULED";
  async function run(action: Action) {
    const path = `/api/admin/newsletter/campaign/${id}/${action}` as const;
    onChanged(await api<StaffCampaign>(path, { method: "POST" }));
    toastSuccess(isPlan ? "La campagne est de nouveau un brouillon" : DONE[action]);
  }
  async function duplicate() {
    const path = `/api/admin/newsletter/campaign/${id}/duplicate` as const;
    const copy = await api<StaffCampaign>(path, { method: "POST" });
    router.push(`/admin/newsletter/campaigns/${copy.id}`);
  }
  const act = (label: string, work: () => Promise<void>) => (
    <button
      type="button"
      className="button"
      data-variant="quiet"
      disabled={!isReady}
      onClick={() => void work().catch(toastError)}
    >
      {label}
    </button>
  );
  return (
    <div className={admin.row}>
      {maySend && may("pause", status) && act("Mettre en pause", () => run("pause"))}
      {maySend && may("resume", status) && act("Reprendre", () => run("resume"))}
      {maySend && isPlan && act("Déprogrammer", () => run("cancel"))}
      {maySend && may("cancel", status) && !isPlan && (
        <button
          type="button"
          className="button"
          data-variant="danger"
          disabled={!isReady}
          onClick={() => setAsking(true)}
        >
          Arrêter pour de bon
        </button>
      )}
      {mayWrite && act("Dupliquer", duplicate)}
      <ConfirmDialog
        open={isAsking}
        title="Arrêter la campagne"
        confirmLabel="Arrêter pour de bon"
        danger
        onConfirm={() => run("cancel")}
        onClose={() => setAsking(false)}
      >
        <p>Ceux qui ne l'ont pas encore reçue ne la recevront pas. Ce qui est parti reste parti.</p>
      </ConfirmDialog>
    </div>
  );
}
