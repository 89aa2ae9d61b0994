import type { ReactNode } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { UserText } from "@/app/admin/_components/text/user-text";
import { OPERATION_KIND_LABELS } from "@/domain/catalogue/operations/labels";
import { canUndo } from "@/domain/catalogue/operations/rules";
import type { OperationRow } from "@/domain/catalogue/operations/schema";
import { formatProducts } from "../result-text";

/** Who, when and what. */
export function OperationFacts({ operation }: { operation: OperationRow }) {
  const { kind, userName, createdAt, scheduledAt, startedAt, finishedAt, undoUntil } = operation;
  return (
    <>
      {operation.error && <p className={admin.alert}>{operation.error}</p>}
      <dl className={admin.facts}>
        <Fact label="Genre">{OPERATION_KIND_LABELS[kind]}</Fact>
        {operation.fileName && (
          <Fact label="Fichier">
            <UserText text={operation.fileName} />
          </Fact>
        )}
        <Fact label="Concerne">{formatProducts(operation.total)}</Fact>
        <Fact label="Par">{userName ? <UserText text={userName} /> : "?"}</Fact>
        <Fact label="Demandé le">
          <DateTime value={createdAt} />
        </Fact>
        <DateFact label="À partir du" value={scheduledAt} />
        <DateFact label="Commencé le" value={startedAt} />
        <DateFact label="Terminé le" value={finishedAt} />
        <DateFact label="Annulable jusqu'au" value={canUndo(operation) ? undoUntil : null} />
      </dl>
    </>
  );
}

function DateFact({ label, value }: { label: string; value: string | null }) {
  return (
    value && (
      <Fact label={label}>
        <DateTime value={value} />
      </Fact>
    )
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
