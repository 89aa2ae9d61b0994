"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { isRunning } from "@/domain/catalogue/operations/rules";
import type { OperationRow } from "@/domain/catalogue/operations/schema";
import { formatNumber } from "@/lib/format/format";
import { api } from "@/lib/http/api-client";
import styles from "../imports.module.css";
import { formatResult } from "../result-text";
import { OperationState } from "../state-chips";

const POLL_MS = 1_000;
const SCHEDULED_POLL_MS = 15_000;

/** State and result; while the job runs, read again every second, and now and then before its date. The page is rendered again when it has ended. */
export function OperationProgress({ operation }: { operation: OperationRow }) {
  const { refresh } = useRouter();
  const [current, setCurrent] = useState(operation);
  const { id, state } = operation;
  useEffect(() => {
    if (!isRunning({ state }) && state !== "SCHEDULED") return;
    const delay = isRunning({ state }) ? POLL_MS : SCHEDULED_POLL_MS;
    let isStopped = false;
    const read = async () => {
      const next = await api<OperationRow>(`/api/admin/operations/${id}`).catch(() => null);
      if (isStopped) return;
      if (next) setCurrent(next);
      if (next && next.state !== state) refresh();
      else timer = setTimeout(read, delay);
    };
    let timer = setTimeout(read, delay);
    return () => {
      isStopped = true;
      clearTimeout(timer);
    };
  }, [id, state, refresh]);
  const { done, whole } = getProgress(current);
  return (
    <div className={admin.stack}>
      <p className={admin.row} role="status">
        <OperationState state={current.state} />
        {!isRunning(current) && <span>{formatResult(current)}</span>}
      </p>
      {isRunning(current) && (
        <>
          <progress
            className={styles.progress}
            value={done}
            max={Math.max(1, whole)}
            aria-label="Avancement"
          />
          <p className={admin.hint}>
            {formatNumber(done)} sur {formatNumber(whole)}. Vous pouvez quitter cette page : le
            travail continue.
          </p>
        </>
      )}
    </div>
  );
}

function getProgress(operation: OperationRow): { done: number; whole: number } {
  const { state, total, changed, unchanged, skipped, failed, undone, notUndone } = operation;
  return state === "UNDOING"
    ? { done: undone + notUndone, whole: changed }
    : { done: changed + unchanged + skipped + failed, whole: total };
}
