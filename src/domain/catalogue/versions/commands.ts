import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import {
  collectReferences,
  lockForEdit,
  resolveReferences,
  toFieldError,
} from "../products/checks";
import { assertEditable, hasSameContent, toDraft } from "../products/edit";
import { withoutForeignImages } from "../products/fields";
import {
  getEditorView,
  type ProductSnapshot,
  toProductForEdit,
  toStaffSnapshot,
} from "../products/record";
import type { RestoredProduct } from "../products/schema";
import { writeRecord } from "../products/write-commands";
import { buildRestoredContent } from "./restore";

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
    const { record, base } = await lockForEdit(tx, id, version, collectReferences({}));
    if (base === null) throw new AppError("NOT_FOUND");
    assertEditable(record);
    const earlier = contentOf(base);
    const known = await resolveReferences(tx, collectReferences(earlier), id);
    const present = { ...getEditorView(record), ...placeOf(record.live) };
    const { content: restored, notRestored } = buildRestoredContent(present, earlier, known);
    const next = withoutForeignImages(restored);
    const isShown = record.live.status === "ACTIVE";
    const content = {
      live: isShown ? record.live : next,
      draft: isShown ? toDraft(record.live, next) : null,
    };
    if (hasSameContent(record, content)) {
      return { result: { ...toProductForEdit(record), notRestored }, isUnchanged: true };
    }
    const written = await writeRecord(tx, actor, record, { ...content, reason: "RESTORE" });
    return {
      result: { ...toProductForEdit(written), notRestored },
      entityLabel: next.name,
      before: toStaffSnapshot(getEditorView(record)),
      after: toStaffSnapshot(next),
    };
  }).catch((error) => {
    throw toFieldError(error);
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
