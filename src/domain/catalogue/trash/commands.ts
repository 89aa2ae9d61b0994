import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { storeVersions, toVersionRow } from "../products/part-commands";
import {
  getEditorView,
  getShopState,
  lockRecord,
  type ProductRecord,
  toProductForEdit,
  toStaffSnapshot,
} from "../products/record";
import type { ProductForEdit } from "../products/schema";

const ENTRY = { entityType: "Product" } as const;

/** Moves a product to the trash: its public address answers 410, and all its data stays. */
export function trashProduct(actor: Actor, id: string): Promise<ProductForEdit> {
  return audited(actor, { ...ENTRY, action: "trash_product", entityId: id }, async (tx) => {
    const record = await lockRecord(tx, id);
    if (record.deletedAt !== null) throwConflict("Ce produit est déjà dans la corbeille.");
    return setDeletedAt(tx, actor, record, new Date());
  });
}

/** Takes a product out of the trash, with its earlier status. */
export function restoreProduct(actor: Actor, id: string): Promise<ProductForEdit> {
  return audited(actor, { ...ENTRY, action: "restore_product", entityId: id }, async (tx) => {
    const record = await lockRecord(tx, id);
    if (record.deletedAt === null) throwConflict("Ce produit n'est pas dans la corbeille.");
    return setDeletedAt(tx, actor, record, null);
  });
}

async function setDeletedAt(
  tx: Transaction,
  actor: Actor,
  record: ProductRecord,
  deletedAt: Date | null,
) {
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

/** Deletes a product of the trash permanently. Its address becomes free. @throws CONFLICT for a product outside the trash */
export function purgeProduct(actor: Actor, id: string): Promise<null> {
  return audited(actor, { ...ENTRY, action: "purge_product", entityId: id }, async (tx) => {
    const record = await lockRecord(tx, id);
    if (record.deletedAt === null) {
      throwConflict("Mettez d'abord ce produit à la corbeille.");
    }
    await tx.product.deleteMany({ where: { id } });
    const before = toStaffSnapshot(getEditorView(record));
    return { result: null, entityLabel: record.live.name, before, after: null };
  });
}

function throwConflict(message: string): never {
  throw new AppError("CONFLICT", { message });
}
