import "server-only";
import { audited, type Transaction } from "@/lib/audit";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { sameValue } from "@/lib/same-value";
import {
  assertKnown,
  findFormer,
  type Known,
  namedIn,
  namingTheField,
  refuse,
  startEdit,
} from "./product-checks";
import { assertNoConflict, mergedWith } from "./product-conflict";
import { assertSavable, normalised, type Own, withOwnImages } from "./product-fields";
import type { ProductPatch } from "./product-input";
import { assertPrices } from "./product-prices";
import {
  editorsView,
  type ProductRecord,
  type ProductSnapshot,
  productForEdit,
  shownSnapshot,
} from "./product-record";
import { changedFields, type Merge, mergeEdits, publishAtOnPublishing } from "./product-rules";
import { writeRecord } from "./product-writes";
import type { SavedProduct } from "./staff-schema";

const ENTRY = { entityType: "Product" } as const;

/**
 * Saves what an editor changed since `patch.version`. What others changed meanwhile stays, unless both changed the same field.
 * @throws PRECONDITION_REQUIRED without a version; CONFLICT with an `EditConflict` where both changed a field
 */
export async function updateProduct(
  actor: Actor,
  id: string,
  patch: ProductPatch,
): Promise<SavedProduct> {
  const { version } = patch;
  if (version === undefined) throw new AppError("PRECONDITION_REQUIRED");
  if (patch.discardDraft) return discardDraft(actor, id, version);
  const entry = { ...ENTRY, action: "update_product", entityId: id };
  return audited(actor, entry, async (tx) => {
    const { record, known, base, firstShownAt } = await startEdit(tx, id, version, namedIn(patch));
    assertEditable(record);
    const view = editorsView(record);
    const mine = await changesOf(tx, patch, record, known, base);
    const asDraft = patch.saveAs === "DRAFT" && record.live.status === "ACTIVE";
    const merge = mergeEdits(base, view, mine);
    disputeUnseen(merge, record, base, asDraft);
    assertNoConflict(record, merge);
    assertKnown(merge.changes, known);
    const next = withOwnImages({ ...view, ...dated(record, merge.changes) });
    const content = {
      live: asDraft ? record.live : next,
      draft: asDraft ? draftOf(record.live, next) : null,
    };
    const merged = mergedWith(record, version, merge);
    if (hasContent(record, content)) {
      return {
        result: { product: productForEdit(record), mergedWith: merged },
        isUnchanged: true,
      };
    }
    assertSavable(next, record.live, asDraft ? merge.changes : null);
    assertPrices({ before: view, after: next, confirmHighPrice: patch.confirmHighPrice });
    const written = await writeRecord(tx, actor, record, {
      ...content,
      reason: "EDIT",
      redirectFrom: formerAddress(record, content.live, patch, firstShownAt),
    });
    return {
      result: { product: productForEdit(written), mergedWith: merged },
      action: actionOf(record, asDraft, next),
      entityLabel: next.name,
      before: shownSnapshot(asDraft ? view : record.live),
      after: shownSnapshot(next),
    };
  }).catch((error) => {
    throw namingTheField(error);
  });
}

/**
 * To publish what others put into the draft since this editor began would be nobody's decision: each such field is a
 * conflict between what customers have and what waits.
 */
function disputeUnseen(
  merge: Merge<ProductSnapshot>,
  { live, draft }: ProductRecord,
  base: ProductSnapshot | null,
  staysDraft: boolean,
): void {
  if (staysDraft || live.status !== "ACTIVE" || draft === null || base === null) return;
  const view = { ...live, ...draft };
  for (const name of Object.keys(changedFields(base, view)) as (keyof ProductSnapshot)[]) {
    if (!(name in draft) || name in merge.conflicts) continue;
    const sides = { base: base[name], theirs: view[name], mine: live[name] };
    Object.assign(merge.conflicts, { [name]: sides });
  }
}

/** Shows the editor again what customers see. @throws CONFLICT where the draft is no longer the one that the editor saw */
function discardDraft(actor: Actor, id: string, version: number): Promise<SavedProduct> {
  const entry = { ...ENTRY, action: "discard_product_draft", entityId: id };
  return audited(actor, entry, async (tx) => {
    const { record } = await startEdit(tx, id, version, namedIn({}));
    assertEditable(record);
    if (version !== record.version) {
      throw new AppError("CONFLICT", {
        message: "Ce brouillon a changé entre-temps. Rechargez la fiche avant de l'abandonner.",
      });
    }
    const { live } = record;
    if (record.draft === null) {
      return { result: { product: productForEdit(record), mergedWith: null }, isUnchanged: true };
    }
    const written = await writeRecord(tx, actor, record, { live, draft: null, reason: "EDIT" });
    return {
      result: { product: productForEdit(written), mergedWith: null },
      entityLabel: live.name,
      before: shownSnapshot(editorsView(record)),
      after: shownSnapshot(live),
    };
  });
}

export function assertEditable(record: ProductRecord): void {
  if (record.deletedAt === null) return;
  throw new AppError("CONFLICT", {
    message: "Ce produit est dans la corbeille. Restaurez-le pour le modifier.",
  });
}

/** What was sent in the form in which it is kept, and the fields of the draft as customers see them where it is thrown away. */
async function changesOf(
  tx: Transaction,
  patch: ProductPatch,
  record: ProductRecord,
  known: Known,
  base: ProductSnapshot | null,
): Promise<Partial<ProductSnapshot>> {
  const own = await ownParts(tx, record, patch, [record.live, editorsView(record), base], known);
  return normalised(fieldsOf(patch), own);
}

/** The product's own fields, without what a request says about the save itself. */
function fieldsOf({
  version: _version,
  saveAs: _saveAs,
  withoutRedirect: _withoutRedirect,
  discardDraft: _discardDraft,
  confirmHighPrice: _confirmHighPrice,
  ...fields
}: ProductPatch) {
  return fields;
}

/** With the date of its first publication, where this save is that and names no date. */
function dated(
  { createdAt, live }: ProductRecord,
  changes: Partial<ProductSnapshot>,
): Partial<ProductSnapshot> {
  if (changes.status !== "ACTIVE" || changes.publishAt !== undefined) return changes;
  const publishAt = publishAtOnPublishing({ createdAt, publishAt: live.publishAt });
  return { ...changes, publishAt };
}

/** What the pictures and variations that were sent may be, its former ones only where they are asked for. */
async function ownParts(
  tx: Transaction,
  { id }: ProductRecord,
  sent: Pick<ProductPatch, "images" | "variations">,
  snapshots: readonly (ProductSnapshot | null)[],
  { uploads }: Known,
): Promise<Own> {
  const seen = snapshots.filter((snapshot) => snapshot !== null);
  const images = [...uploads, ...seen.flatMap((snapshot) => snapshot.images ?? [])];
  const variations = seen.flatMap((snapshot) => snapshot.variations ?? []);
  const urls = missingFrom(images, "url", sent.images ?? []);
  const ids = missingFrom(variations, "id", sent.variations ?? []);
  if (urls.length + ids.length === 0) return { images, variations };
  const former = await findFormer(tx, id, { urls, ids });
  return {
    images: [...images, ...former.images],
    variations: [...variations, ...former.variations],
  };
}

function missingFrom<K extends string>(
  known: readonly Record<K, string>[],
  key: K,
  sent: readonly { [P in K]?: string | undefined }[],
): string[] {
  const there = new Set(known.map((part) => part[key]));
  return sent.flatMap((part) => part[key] ?? []).filter((name) => !there.has(name));
}

/** Whether a save with this content would write what is stored already. */
export function hasContent(
  record: ProductRecord,
  content: Pick<ProductRecord, "live" | "draft">,
): boolean {
  return (
    sameValue(record.live, content.live) &&
    (record.draft === null) === (content.draft === null) &&
    // Of the drafts alone, one that clears a field would equal one that leaves it as it is.
    sameValue(editorsView(record), editorsView(content))
  );
}

/** What customers do not see yet; null when they see all. */
export function draftOf(
  live: ProductSnapshot,
  next: ProductSnapshot,
): Partial<ProductSnapshot> | null {
  const draft = changedFields(live, next);
  return Object.keys(draft).length > 0 ? draft : null;
}

const A_DAY_MS = 86_400_000;

/** The address that shall lead on; a slip of the pen needs none, as long as hardly anybody can know it. */
function formerAddress(
  record: ProductRecord,
  { slug }: ProductSnapshot,
  patch: ProductPatch,
  firstShownAt: string | null,
): string | undefined {
  if (firstShownAt === null || record.live.slug === slug) return undefined;
  if (!patch.withoutRedirect) return record.live.slug;
  if (Date.now() - new Date(firstShownAt).getTime() < A_DAY_MS) return undefined;
  return refuse({
    withoutRedirect:
      "Ce produit est en ligne depuis plus d'un jour : son ancienne adresse doit rediriger.",
  });
}

function actionOf(record: ProductRecord, asDraft: boolean, next: ProductSnapshot): string {
  if (asDraft) return "save_product_draft";
  const wasActive = record.live.status === "ACTIVE";
  if (wasActive !== (next.status === "ACTIVE")) {
    return wasActive ? "unpublish_product" : "publish_product";
  }
  return record.draft === null ? "update_product" : "publish_product_changes";
}
