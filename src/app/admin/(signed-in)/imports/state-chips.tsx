import admin from "@/app/admin/_components/admin.module.css";
import {
  ITEM_STATE_LABELS,
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

export function ItemState({ state }: Pick<OperationItemRow, "state">) {
  return (
    <span className={admin.chip} data-tone={ITEM_STATE_TONES[state]}>
      {ITEM_STATE_LABELS[state]}
    </span>
  );
}
