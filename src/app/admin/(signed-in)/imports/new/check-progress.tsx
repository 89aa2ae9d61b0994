"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import type { ImportView } from "@/domain/catalogue/import-rows/schema";
import type { OperationRow } from "@/domain/catalogue/operations/schema";
import { formatNumber } from "@/lib/format/format";
import { api } from "@/lib/http/api-client";
import styles from "./import.module.css";

const POLL_MS = 1_000;

/** The page is rendered again when the check has ended. */
export function CheckProgress({ operation: { id, total } }: { operation: OperationRow }) {
  const { refresh } = useRouter();
  const [progress, setProgress] = useState({ checked: 0, total });
  useEffect(() => {
    let isStopped = false;
    const read = async () => {
      const next = await api<ImportView>(`/api/admin/imports/${id}`).catch(() => null);
      if (isStopped) return;
      if (next && next.operation.state !== "VALIDATING") {
        refresh();
        return;
      }
      if (next) setProgress({ checked: next.report?.checked ?? 0, total: next.operation.total });
      timer = setTimeout(read, POLL_MS);
    };
    let timer = setTimeout(read, POLL_MS / 2);
    return () => {
      isStopped = true;
      clearTimeout(timer);
    };
  }, [id, refresh]);
  const { checked, total: whole } = progress;
  return (
    <section className={admin.card} aria-labelledby="verification">
      <h2 id="verification">Vérification en cours</h2>
      <progress
        className={styles.progress}
        value={checked}
        max={Math.max(1, whole)}
        aria-label="Avancement"
      />
      <p className={admin.hint} role="status">
        {formatNumber(checked)} produits sur {formatNumber(whole)}. Vous pouvez quitter cette page :
        le travail continue.
      </p>
    </section>
  );
}
