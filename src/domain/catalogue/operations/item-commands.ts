import "server-only";
import { writeAudits } from "@/domain/audit/tx-commands";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { getChangedFields } from "../products/merge";
import { getEditorView, type ProductRecord, toStaffSnapshot } from "../products/record";
import type { ItemOutcome, JobActor, OperationItem } from "./kind";
import type { ClaimedOperation } from "./lease-commands";
import type { ItemProblem, ItemState } from "./schema";

const { sql } = Prisma;

const BATCH_SIZE = 100;

/** The fields that the item changed, as they were before. */
type StoredBefore = Pick<ProductRecord, "draft" | "deletedAt"> & {
  live: Partial<ProductRecord["live"]>;
};

export interface StoredItem extends OperationItem {
  before: StoredBefore | null;
  version: number | null;
}

/** Reads the next items of a batch: PENDING ones from the first, or APPLIED ones from the last. */
export function readBatch(tx: Transaction, { id, state }: ClaimedOperation): Promise<StoredItem[]> {
  const next = state === "APPLYING" ? sql`"state" = 'PENDING'` : sql`"state" = 'APPLIED'`;
  const order = state === "APPLYING" ? sql`"number"` : sql`"number" DESC`;
  return tx.$queryRaw<StoredItem[]>`
    SELECT "number", "productId", "label", "plan", "before", "version" FROM "ProductOperationItem"
    WHERE "operationId" = ${id} AND ${next} ORDER BY ${order} LIMIT ${BATCH_SIZE}`;
}

interface ItemChange {
  number: number;
  state: Exclude<ItemState, "PENDING">;
  problems: readonly ItemProblem[];
  productId?: string;
  before?: StoredBefore | null;
  version?: number;
}

/** Writes the results of a batch of items, and adds them to the counters of the operation. */
async function recordItems(
  tx: Transaction,
  operationId: string,
  items: readonly ItemChange[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ProductOperationItem" i SET "state" = r."state", "problems" = r."problems",
      "productId" = coalesce(r."productId", i."productId"), "before" = coalesce(r."before", i."before"),
      "version" = coalesce(r."version", i."version")
    FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS r("number" int, "state" "OperationItemState",
      "problems" jsonb, "productId" text, "before" jsonb, "version" int)
    WHERE i."operationId" = ${operationId} AND i."number" = r."number"`;
  const countState = (state: ItemState) => items.filter((item) => item.state === state).length;
  await tx.productOperation.updateMany({
    where: { id: operationId },
    data: {
      attempts: 0,
      changed: { increment: countState("APPLIED") },
      unchanged: { increment: countState("UNCHANGED") },
      skipped: { increment: countState("SKIPPED") },
      failed: { increment: countState("FAILED") },
      undone: { increment: countState("UNDONE") },
      notUndone: { increment: countState("NOT_UNDONE") },
    },
  });
}

export async function recordOutcomes(
  tx: Transaction,
  operationId: string,
  actor: JobActor,
  outcomes: readonly ItemOutcome[],
): Promise<void> {
  await recordItems(tx, operationId, outcomes.map(toItemChange));
  const applied = outcomes.filter((outcome) => outcome.state === "APPLIED");
  const entries = applied.map(({ action, before, after }) => ({
    action,
    ...toAuditEntry(before, after),
  }));
  if (entries.length > 0) await writeAudits(tx, actor, entries);
}

function toItemChange(outcome: ItemOutcome): ItemChange {
  const { number, state, problems } = outcome;
  if (outcome.state !== "APPLIED") return { number, state, problems };
  const { before, after } = outcome;
  return {
    number,
    state,
    problems,
    productId: after.id,
    before: before && toStoredBefore(before, after),
    version: after.version,
  };
}

function toStoredBefore(before: ProductRecord, after: ProductRecord): StoredBefore {
  const { draft, deletedAt } = before;
  return { live: getChangedFields(after.live, before.live), draft, deletedAt };
}

export interface UndoOutcome {
  number: number;
  problems: readonly ItemProblem[];
  /** Null where the product was left as it is. */
  undone: { before: ProductRecord; after: ProductRecord } | null;
}

export async function recordUndone(
  tx: Transaction,
  operationId: string,
  actor: JobActor,
  outcomes: readonly UndoOutcome[],
): Promise<void> {
  const changes = outcomes.map(({ number, problems, undone }) => ({
    number,
    problems,
    state: undone ? ("UNDONE" as const) : ("NOT_UNDONE" as const),
  }));
  await recordItems(tx, operationId, changes);
  const entries = outcomes.flatMap(({ undone }) =>
    undone
      ? [{ action: "undo_product_change" as const, ...toAuditEntry(undone.before, undone.after) }]
      : [],
  );
  if (entries.length > 0) await writeAudits(tx, actor, entries);
}

function toAuditEntry(before: ProductRecord | null, after: ProductRecord) {
  return {
    entityType: "Product",
    entityId: after.id,
    entityLabel: after.live.name,
    before: before && toAuditSnapshot(before),
    after: toAuditSnapshot(after),
  };
}

function toAuditSnapshot(record: ProductRecord) {
  const { deletedAt } = record;
  return { ...toStaffSnapshot(getEditorView(record)), deletedAt };
}

/** Ends an operation without items left. */
export async function finishOperation(
  tx: Transaction,
  { id, state }: ClaimedOperation,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ProductOperation" SET "leaseId" = NULL, "leaseUntil" = NULL, "finishedAt" = now(),
      "state" = (CASE WHEN ${state} = 'UNDOING' THEN 'UNDONE' WHEN "failed" > 0 THEN 'PARTIALLY_APPLIED' ELSE 'APPLIED' END)::"OperationState",
      "undoUntil" = CASE WHEN ${state} = 'APPLYING' AND "changed" > 0 THEN now() + interval '30 days' END
    WHERE "id" = ${id}`;
}
