import "server-only";
import type { AuditAction } from "@/domain/audit/actions";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { assertNoProblems, collectReferences, lockForEdit, toFieldError } from "./checks";
import { assertEditable, prepareEdit } from "./edit";
import type { ProductPatch } from "./input";
import { toMergeResult } from "./merge";
import {
  getEditorView,
  type ProductRecord,
  type ProductSnapshot,
  toProductForEdit,
  toStaffSnapshot,
} from "./record";
import type { SavedProduct } from "./schema";
import { writeRecord } from "./write-commands";

const ENTRY = { entityType: "Product" } as const;

/**
 * Saves what the editor changed since `patch.version`, merged with the changes of other editors since then.
 * @throws PRECONDITION_REQUIRED without a version; CONFLICT with an `EditConflict` where two editors changed the same field
 */
export async function updateProduct(
  actor: Actor,
  id: string,
  patch: ProductPatch,
): Promise<SavedProduct> {
  const { version } = patch;
  if (version === undefined) throw new AppError("PRECONDITION_REQUIRED");
  if (patch.discardDraft) return discardDraft(actor, id, version);
  const entry = { ...ENTRY, action: "update_product", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const edit = await prepareEdit(tx, id, patch, null);
    const { record, view, next, content, asDraft } = edit;
    const merged = toMergeResult(record, version, edit.merge);
    if (edit.isUnchanged) {
      return {
        result: { product: toProductForEdit(record), mergedWith: merged },
        isUnchanged: true,
      };
    }
    assertNoProblems(edit.problems);
    const written = await writeRecord(tx, actor, record, {
      ...content,
      reason: "EDIT",
      redirectFrom: edit.redirectFrom,
    });
    return {
      result: { product: toProductForEdit(written), mergedWith: merged },
      action: getAuditAction(record, asDraft, next),
      entityLabel: next.name,
      before: toStaffSnapshot(asDraft ? view : record.live),
      after: toStaffSnapshot(next),
    };
  }).catch((error) => {
    throw toFieldError(error);
  });
}

/** Drops the draft, so that the editor sees the published product again. @throws CONFLICT for a stale version */
function discardDraft(actor: Actor, id: string, version: number): Promise<SavedProduct> {
  const entry = { ...ENTRY, action: "discard_product_draft", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const { record } = await lockForEdit(tx, id, version, collectReferences({}));
    assertEditable(record);
    if (version !== record.version) {
      throw new AppError("CONFLICT", {
        message: "Ce brouillon a changé entre-temps. Rechargez la fiche avant de l'abandonner.",
      });
    }
    const { live } = record;
    if (record.draft === null) {
      return { result: { product: toProductForEdit(record), mergedWith: null }, isUnchanged: true };
    }
    const written = await writeRecord(tx, actor, record, { live, draft: null, reason: "EDIT" });
    return {
      result: { product: toProductForEdit(written), mergedWith: null },
      entityLabel: live.name,
      before: toStaffSnapshot(getEditorView(record)),
      after: toStaffSnapshot(live),
    };
  });
}

function getAuditAction(
  record: ProductRecord,
  asDraft: boolean,
  next: ProductSnapshot,
): AuditAction {
  if (asDraft) return "save_product_draft";
  const wasActive = record.live.status === "ACTIVE";
  if (wasActive !== (next.status === "ACTIVE")) {
    return wasActive ? "unpublish_product" : "publish_product";
  }
  return record.draft === null ? "update_product" : "publish_product_changes";
}
