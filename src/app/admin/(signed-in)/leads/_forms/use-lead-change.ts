"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import type { LeadStatus } from "@/domain/messaging/leads/limits";
import type { Lead, LeadPatch } from "@/domain/messaging/leads/schema";
import { patchLead } from "../lead-requests";

const SUCCESS_TEXTS: Record<LeadStatus, string> = {
  NEW: "Demande de nouveau à répondre.",
  REPLIED: "Demande marquée comme répondue.",
  QUOTED: "Devis noté.",
  SOLD: "Vente notée.",
  LOST: "Demande marquée comme perdue.",
};

/** Changes a lead as the list shows it. The toast takes the change back, with the amount of the sale that was there before. */
export function useLeadChange(lead: Lead) {
  const router = useRouter();
  const [isSending, setSending] = useState(false);
  const [isRefreshing, startTransition] = useTransition();
  const refresh = () => startTransition(() => router.refresh());

  const finish = (saved: Lead) => {
    toastSuccess(`${lead.reference} : ${SUCCESS_TEXTS[saved.status]}`, {
      undo: () => {
        const { status, amount } = lead;
        const before = { status, version: saved.version };
        return patchLead(lead.id, amount === null ? before : { ...before, amount })
          .catch(toastError)
          .finally(refresh);
      },
    });
    refresh();
  };

  const change = async (patch: Omit<LeadPatch, "version">) => {
    setSending(true);
    try {
      finish(await patchLead(lead.id, { ...patch, version: lead.version }));
    } catch (error) {
      toastError(error);
      refresh();
    } finally {
      setSending(false);
    }
  };
  return { change, finish, isPending: isSending || isRefreshing };
}
