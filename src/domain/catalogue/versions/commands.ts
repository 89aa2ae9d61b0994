import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { findKnown, namedIn, namingTheField, startEdit } from "../products/checks";
import { assertEditable, draftOf, hasContent } from "../products/edit";
import { withOwnImages } from "../products/fields";
import {
  editorsView,
  type ProductSnapshot,
  productForEdit,
  shownSnapshot,
} from "../products/record";
import type { RestoredProduct } from "../products/schema";
import { writeRecord } from "../products/write-commands";
import { findRestorable } from "./restore";

/**
 * Makes the content of an earlier version the present one, as a new version. Whether and when the product shows, and its
 * address, stay as they are. Of a product that customers see it becomes the draft: what an earlier version holds may never have
 * been for them. What waited in the draft is replaced, and stays in the history. A field that cannot come back keeps its present
 * value, and `notRestored` says why.
 */
export async function restoreVersion(
  actor: Actor,
  id: string,
  version: number,
): Promise<RestoredProduct> {
  const entry = { action: "restore_product_version", entityType: "Product", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const { record, base } = await startEdit(tx, id, version, namedIn({}));
    if (base === null) throw new AppError("NOT_FOUND");
    assertEditable(record);
    const earlier = contentOf(base);
    const known = await findKnown(tx, namedIn(earlier), id);
    const present = { ...editorsView(record), ...placeOf(record.live) };
    const { content: restored, notRestored } = findRestorable(present, earlier, known);
    const next = withOwnImages(restored);
    const isShown = record.live.status === "ACTIVE";
    const content = {
      live: isShown ? record.live : next,
      draft: isShown ? draftOf(record.live, next) : null,
    };
    if (hasContent(record, content)) {
      return { result: { ...productForEdit(record), notRestored }, isUnchanged: true };
    }
    const written = await writeRecord(tx, actor, record, { ...content, reason: "RESTORE" });
    return {
      result: { ...productForEdit(written), notRestored },
      entityLabel: next.name,
      before: shownSnapshot(editorsView(record)),
      after: shownSnapshot(next),
    };
  }).catch((error) => {
    throw namingTheField(error);
  });
}

/** What a version never brings back. */
function placeOf({ status, publishAt, unpublishAt, slug }: ProductSnapshot) {
  return { status, publishAt, unpublishAt, slug };
}

function contentOf(snapshot: ProductSnapshot): Partial<ProductSnapshot> {
  const { status: _, publishAt: __, unpublishAt: ___, slug: ____, ...content } = snapshot;
  return content;
}
