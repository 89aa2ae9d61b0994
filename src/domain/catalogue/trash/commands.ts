import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import {
  getEditorView,
  getShopState,
  lockRecord,
  type ProductRecord,
  toProductForEdit,
  toStaffSnapshot,
} from "../products/record";
import type { ProductForEdit } from "../products/schema";
import { storeVersions, toVersionRow } from "../products/write-commands";

const ENTRY = { entityType: "Product" } as const;

/** Customers no longer see it, its address says that it is gone, and nothing of it is lost. */
export function trashProduct(actor: Actor, id: string): Promise<ProductForEdit> {
  return audited(actor, { ...ENTRY, action: "trash_product", entityId: id }, async (tx) => {
    const record = await lockRecord(tx, id);
    if (record.deletedAt !== null) refuseState("Ce produit est déjà dans la corbeille.");
    return move(tx, actor, record, new Date());
  });
}

/** It is again what it was before the trash. */
export function restoreProduct(actor: Actor, id: string): Promise<ProductForEdit> {
  return audited(actor, { ...ENTRY, action: "restore_product", entityId: id }, async (tx) => {
    const record = await lockRecord(tx, id);
    if (record.deletedAt === null) refuseState("Ce produit n'est pas dans la corbeille.");
    return move(tx, actor, record, null);
  });
}

async function move(tx: Transaction, actor: Actor, record: ProductRecord, deletedAt: Date | null) {
  const now = new Date();
  const version = record.version + 1;
  await tx.product.updateMany({
    where: { id: record.id },
    data: { deletedAt, version, updatedAt: now },
  });
  const moved: ProductRecord = {
    ...record,
    version,
    deletedAt: deletedAt?.toISOString() ?? null,
    updatedAt: now.toISOString(),
    shop: await getShopState(tx, record.id),
  };
  await storeVersions(tx, [
    toVersionRow(record, { reason: "EDIT", userId: null }),
    toVersionRow(moved, { reason: deletedAt ? "EDIT" : "RESTORE", userId: actor.id }),
  ]);
  return {
    result: toProductForEdit(moved),
    entityLabel: record.live.name,
    before: { deletedAt: record.deletedAt },
    after: { deletedAt: moved.deletedAt },
  };
}

/** For good, and only out of the trash. Its address is free again. */
export function purgeProduct(actor: Actor, id: string): Promise<null> {
  return audited(actor, { ...ENTRY, action: "purge_product", entityId: id }, async (tx) => {
    const record = await lockRecord(tx, id);
    if (record.deletedAt === null) {
      refuseState("Mettez d'abord ce produit à la corbeille.");
    }
    await tx.product.deleteMany({ where: { id } });
    const before = toStaffSnapshot(getEditorView(record));
    return { result: null, entityLabel: record.live.name, before, after: null };
  });
}

function refuseState(message: string): never {
  throw new AppError("CONFLICT", { message });
}
