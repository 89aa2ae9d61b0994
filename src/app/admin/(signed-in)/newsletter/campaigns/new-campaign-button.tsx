"use client";

import { PenLine } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toastError } from "@/app/admin/_components/dialogs/toast";
import type { StaffCampaign } from "@/domain/campaigns/schema";
import { api } from "@/lib/http/api-client";

export function NewCampaignButton() {
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  async function create() {
    setPending(true);
    try {
      const { id } = await api<StaffCampaign>("/api/admin/newsletter/campaign", {
        method: "POST",
        body: {},
      });
      router.push(`/admin/newsletter/campaigns/${id}`);
    } catch (error) {
      toastError(error);
      setPending(false);
    }
  }
  return (
    <button type="button" className="button" disabled={isPending} onClick={() => void create()}>
      <PenLine aria-hidden="true" />
      Nouvelle campagne
    </button>
  );
}
