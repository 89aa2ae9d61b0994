import { GET as listItems } from "@/app/api/admin/operations/[id]/items/route";
import { GET as getOperation } from "@/app/api/admin/operations/[id]/route";
import { POST as undo } from "@/app/api/admin/operations/[id]/undo/route";
import { POST as change } from "@/app/api/admin/products/bulk/changes/route";
import { POST as preview } from "@/app/api/admin/products/bulk/preview/route";
import { runOperationsNow } from "@/app/api/wake-operations";
import { BulkPreview } from "@/domain/catalogue/bulk/schema";
import { OperationItemRow, OperationRow } from "@/domain/catalogue/operations/schema";
import { call } from "./call";

interface Staff {
  cookie: string;
}

export function requestBulkChange(as: Staff, body: object) {
  return call(change, { method: "POST", as, body });
}

/** Starts a bulk change and waits for the end of its job. */
export async function changeInBulk(as: Staff, body: object) {
  const started = await requestBulkChange(as, body);
  if (started.status !== 201) throw new Error(JSON.stringify(started.body?.error));
  await runOperationsNow();
  return readOperation(as, started.body?.data.id);
}

export async function readOperation(as: Staff, id: string) {
  const { body } = await call(getOperation, { as, params: { id } });
  return OperationRow.parse(body?.data);
}

export async function readItems(as: Staff, id: string, query = "") {
  const { body } = await call(listItems, { as, params: { id }, query });
  return OperationItemRow.array().parse(body?.data);
}

export function requestUndo(as: Staff, id: string) {
  return call(undo, { method: "POST", as, params: { id } });
}

export async function undoInBulk(as: Staff, id: string) {
  const started = await requestUndo(as, id);
  if (started.status !== 200) throw new Error(JSON.stringify(started.body?.error));
  await runOperationsNow();
  return readOperation(as, id);
}

export async function previewBulk(as: Staff, body: object) {
  const answer = await call(preview, { method: "POST", as, body });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body?.error));
  return BulkPreview.parse(answer.body?.data);
}
