"use client";

import { useRouter } from "next/navigation";
import admin from "@/app/admin/_components/admin.module.css";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { SmallButton } from "@/app/admin/_components/small-button";
import { api } from "@/lib/http/api-client";

/** Has all products indexed again. */
export function RebuildButton({ disabled }: { disabled: boolean }) {
  const router = useRouter();
  const rebuild = async () => {
    try {
      await api("/api/admin/search/index", { method: "POST" });
      toastSuccess("Réindexation demandée");
      router.refresh();
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <div className={admin.row}>
      <SmallButton disabled={disabled} onClick={() => void rebuild()}>
        Réindexer
      </SmallButton>
    </div>
  );
}
