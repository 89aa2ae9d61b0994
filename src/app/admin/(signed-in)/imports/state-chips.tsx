import admin from "@/app/admin/_components/admin.module.css";
import {
  getItemStateLabel,
  ITEM_STATE_TONES,
  OPERATION_STATE_LABELS,
  OPERATION_STATE_TONES,
} from "@/domain/catalogue/operations/labels";
import type { OperationItemRow, OperationRow } from "@/domain/catalogue/operations/schema";

export function OperationState({ state }: Pick<OperationRow, "state">) {
  return (
    <span className={admin.chip} data-tone={OPERATION_STATE_TONES[state]}>
      {OPERATION_STATE_LABELS[state]}
    </span>
  );
}

interface ItemProps {
  state: OperationItemRow["state"];
  kind: OperationRow["kind"];
}

export function ItemState({ state, kind }: ItemProps) {
  return (
    <span className={admin.chip} data-tone={ITEM_STATE_TONES[state]}>
      {getItemStateLabel(state, kind)}
    </span>
  );
}
