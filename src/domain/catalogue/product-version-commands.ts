import "server-only";
import { audited } from "@/lib/audit";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { assertKnown, findKnown, namedIn, namingTheField, startEdit } from "./product-checks";
import { assertEditable } from "./product-commands";
import { assertConsistent, assertPublishable } from "./product-fields";
import { editorsView, type ProductSnapshot, productForEdit, shownSnapshot } from "./product-record";
import { writeRecord } from "./product-writes";
import type { ProductForEdit } from "./staff-schema";

/**
 * Makes the content of an earlier version the present one, as a new version. Whether and when the product shows, and its
 * address, stay as they are. What waits in a draft is replaced, and stays in the history.
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
    const live = { ...record.live, ...content };
    assertConsistent(live);
    if (live.status === "ACTIVE") assertPublishable(live);
    const written = await writeRecord(tx, actor, record, { live, draft: null, reason: "RESTORE" });
    return {
      result: productForEdit(written),
      entityLabel: live.name,
      before: shownSnapshot(editorsView(record)),
      after: shownSnapshot(live),
    };
  }).catch((error) => {
    throw namingTheField(error);
  });
}

function contentOf(snapshot: ProductSnapshot): Partial<ProductSnapshot> {
  const { status: _, publishAt: __, unpublishAt: ___, slug: ____, ...content } = snapshot;
  return content;
}
