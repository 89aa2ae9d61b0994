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
import { withoutForeignImages } from "../products/normalize";
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
 * Restores the content of an earlier version as a new version. Status, dates and address do not change. For a published product
 * the content becomes the draft, since an earlier version may never have been public; it replaces the present draft, which stays in
 * the versions. A field that cannot be restored keeps its present value, with the reason in `notRestored`.
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
    const earlier = toContent(base);
    const resolved = await resolveReferences(tx, collectReferences(earlier), id);
    const present = { ...getEditorView(record), ...pickPublication(record.live) };
    const { content: restored, notRestored } = buildRestoredContent(present, earlier, resolved);
    const next = withoutForeignImages(restored);
    const isPublished = record.live.status === "ACTIVE";
    const content = {
      live: isPublished ? record.live : next,
      draft: isPublished ? toDraft(record.live, next) : null,
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

/** The fields that a restore does not change. */
function pickPublication({ status, publishAt, unpublishAt, slug }: ProductSnapshot) {
  return { status, publishAt, unpublishAt, slug };
}

function toContent(snapshot: ProductSnapshot): Partial<ProductSnapshot> {
  const { status: _, publishAt: __, unpublishAt: ___, slug: ____, ...content } = snapshot;
  return content;
}
