import "server-only";
import { audited } from "@/lib/audit";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { assertKnown, findKnown, namedIn, namingTheField, startEdit } from "./product-checks";
import { assertEditable, draftOf } from "./product-commands";
import { assertConsistent } from "./product-fields";
import { editorsView, type ProductSnapshot, productForEdit, shownSnapshot } from "./product-record";
import { writeRecord } from "./product-writes";
import type { ProductForEdit } from "./staff-schema";

/**
 * Makes the content of an earlier version the present one, as a new version. Whether and when the product shows, and its
 * address, stay as they are. Of a product that customers see it becomes the draft: what an earlier version holds may never have
 * been for them. What waited in the draft is replaced, and stays in the history.
 */
export async function restoreVersion(
  actor: Actor,
  id: string,
  version: number,
): Promise<ProductForEdit> {
  const entry = { action: "restore_product_version", entityType: "Product", entityId: id };
  return audited(actor, entry, async (tx) => {
    const { record, base } = await startEdit(tx, id, version, namedIn({}));
    if (base === null) throw new AppError("NOT_FOUND");
    assertEditable(record);
    const content = contentOf(base);
    assertKnown(content, await findKnown(tx, namedIn(content), id));
    const next = { ...record.live, ...content };
    assertConsistent(next);
    const isShown = record.live.status === "ACTIVE";
    const written = await writeRecord(tx, actor, record, {
      live: isShown ? record.live : next,
      draft: isShown ? draftOf(record.live, next) : null,
      reason: "RESTORE",
    });
    return {
      result: productForEdit(written),
      entityLabel: next.name,
      before: shownSnapshot(editorsView(record)),
      after: shownSnapshot(next),
    };
  }).catch((error) => {
    throw namingTheField(error);
  });
}

function contentOf(snapshot: ProductSnapshot): Partial<ProductSnapshot> {
  const { status: _, publishAt: __, unpublishAt: ___, slug: ____, ...content } = snapshot;
  return content;
}
