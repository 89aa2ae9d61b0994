import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { getOperation } from "../operations/queries";
import type { OperationRow } from "../operations/schema";
import { createOperation, insertProductItems } from "../operations/tx-commands";
import { missingCategory } from "./preview-queries";
import type { BulkChange, BulkChanges } from "./schema";
import { resolveProducts } from "./selection";
import { toTitle } from "./title";

/**
 * Hands a bulk change to the job, which applies it at once or from `scheduledAt` on. The products are those that the selection finds
 * now; what each becomes is decided when the change is applied.
 */
export async function startBulkChange(
  actor: Actor,
  { selection, changes, scheduledAt }: BulkChange,
): Promise<OperationRow> {
  const date = scheduledAt === undefined ? null : new Date(scheduledAt);
  if (date !== null && date.getTime() <= Date.now()) throw pastDate();
  const ids = await resolveProducts(selection);
  const action = date === null ? "start_product_operation" : "schedule_product_operation";
  return audited(actor, { entityType: "ProductOperation", action }, async (tx) => {
    const categoryName = await getCategoryName(tx, changes);
    const id = await createOperation(tx, {
      kind: "BULK",
      state: date === null ? "APPLYING" : "SCHEDULED",
      title: toTitle(changes, categoryName),
      spec: { changes, filter: "filter" in selection ? selection.filter : null },
      userId: actor.id,
      scheduledAt: date,
    });
    const total = await insertProductItems(tx, id, ids);
    if (total === 0) throw noProducts();
    const result = await getOperation(id, tx);
    return {
      result,
      entityId: id,
      entityLabel: result.title,
      after: { total, scheduledAt: date?.toISOString() ?? null },
    };
  });
}

async function getCategoryName(
  tx: Transaction,
  { categoryId }: BulkChanges,
): Promise<string | null> {
  if (categoryId === undefined) return null;
  const category = await tx.category.findUnique({
    where: { id: categoryId },
    select: { name: true },
  });
  if (category === null) throw missingCategory();
  return category.name;
}

function pastDate(): AppError {
  const message = "Choisissez une date à venir.";
  return new AppError("VALIDATION_ERROR", { message, details: { scheduledAt: message } });
}

function noProducts(): AppError {
  const message = "Aucun de ces produits n'existe plus.";
  return new AppError("VALIDATION_ERROR", { message, details: { selection: message } });
}
