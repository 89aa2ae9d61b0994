import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import stacked from "@/app/admin/_components/lists/stacked.module.css";
import { TableHead } from "@/app/admin/_components/lists/table-head";
import { ScrollRegion } from "@/app/admin/_components/scroll-region";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { UserText } from "@/app/admin/_components/text/user-text";
import { OPERATION_KIND_LABELS } from "@/domain/catalogue/operations/labels";
import type { OperationRow } from "@/domain/catalogue/operations/schema";
import styles from "./imports.module.css";
import { formatResult } from "./result-text";
import { OperationState } from "./state-chips";

export function OperationTable({ operations }: { operations: OperationRow[] }) {
  return (
    <ScrollRegion label="Opérations">
      <table className={`${admin.table} ${stacked.stacked}`}>
        <TableHead titles={["Opération", "État", "Résultat", "Par", "Date"]} />
        <tbody>
          {operations.map((operation) => (
            <OperationTableRow key={operation.id} operation={operation} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function OperationTableRow({ operation }: { operation: OperationRow }) {
  const { id, kind, title, state, userName, createdAt, scheduledAt } = operation;
  return (
    <tr>
      <th scope="row">
        <Link href={`/admin/imports/${id}`} prefetch={false} className={styles.title}>
          <UserText text={title} />
        </Link>
        <span className={admin.hint}>{OPERATION_KIND_LABELS[kind]}</span>
      </th>
      <td>
        <OperationState state={state} />
      </td>
      <td>{formatResult(operation)}</td>
      <td data-label="Par">{userName && <UserText text={userName} />}</td>
      <td data-label={state === "SCHEDULED" ? "Prévu le" : "Créé le"}>
        <DateTime value={state === "SCHEDULED" && scheduledAt ? scheduledAt : createdAt} />
      </td>
    </tr>
  );
}
