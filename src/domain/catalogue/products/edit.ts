import "server-only";
import { db, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { lookup } from "@/lib/lookup";
import type { RefusedBody } from "@/lib/refused-body";
import { isSameJson } from "@/lib/same-json";
import {
  collectReferences,
  findFormerParts,
  findReferenceProblems,
  lockForEdit,
  type ResolvedReferences,
} from "./checks";
import { assertNoConflict } from "./conflict";
import { normalizeInput, type OwnedParts, withoutForeignImages } from "./fields";
import { type ProductPatch, parseReadableSkus } from "./input";
import { getChangedFields, type Merge, mergeEdits } from "./merge";
import { findRuleProblems, mergeProblems } from "./problems";
import { getEditorView, type ProductRecord, type ProductSnapshot } from "./record";
import { type Problems, resolvePublishAt } from "./rules";

/**
 * What is wrong with an edit beside the fields that its schema refused, so that one answer names everything.
 * @throws NOT_FOUND, CONFLICT for a product in the trash
 */
export async function findEditProblems(
  id: string,
  { fields, refused, raw }: RefusedBody<ProductPatch>,
): Promise<Problems> {
  if (fields.discardDraft) return {};
  const unreadable = {
    fields: refused,
    variationSkus: parseReadableSkus(lookup(raw, "variations")),
  };
  const { problems } = await db.$transaction((tx) => prepareEdit(tx, id, fields, unreadable));
  return problems;
}

/** What a body holds that its schema refused. */
export interface UnreadableInput {
  fields: ReadonlySet<string>;
  /** Of the variations, where they could not be read as a whole. */
  variationSkus: (string | null)[];
}

export const ALL_READABLE: UnreadableInput = { fields: new Set(), variationSkus: [] };

interface PreparedEdit {
  record: ProductRecord;
  view: ProductSnapshot;
  merge: Merge<ProductSnapshot>;
  next: ProductSnapshot;
  content: Pick<ProductRecord, "live" | "draft">;
  asDraft: boolean;
  isUnchanged: boolean;
  problems: Problems;
  redirectFrom: string | undefined;
}

/**
 * Merges an edit into the locked product and judges the result; `refused` is what its schema refused of it. A conflict with
 * another editor is asked about only once the edit itself can be read: which side stays decides what there is to judge.
 */
export async function prepareEdit(
  tx: Transaction,
  id: string,
  patch: ProductPatch,
  refused: UnreadableInput | null,
): Promise<PreparedEdit> {
  const unreadable = refused ?? ALL_READABLE;
  const named = collectReferences(patch);
  const { record, known, base, firstShownAt } = await lockForEdit(tx, id, patch.version ?? 0, {
    ...named,
    variationSkus: [...named.variationSkus, ...unreadable.variationSkus.filter(isText)],
  });
  assertEditable(record);
  const view = getEditorView(record);
  const input = await readChanges(tx, patch, record, known, base);
  const asDraft = patch.saveAs === "DRAFT" && record.live.status === "ACTIVE";
  const merge = mergeEdits(base, view, input.fields);
  const isReadable = refused === null && Object.keys(input.problems).length === 0;
  if (isReadable) {
    flagUnseenDraftChanges(merge, record, base, asDraft);
    assertNoConflict(record, merge);
  }
  const changes = isReadable ? merge.changes : getChangedFields(view, { ...view, ...input.fields });
  const next = withoutForeignImages({ ...view, ...withPublishDate(record, changes) });
  const content = {
    live: asDraft ? record.live : next,
    draft: asDraft ? toDraft(record.live, next) : null,
  };
  const address = resolveRedirect(record, content.live, patch, firstShownAt);
  const skus = changes.variations?.map(({ sku }) => sku) ?? unreadable.variationSkus;
  const problems = [
    findReferenceProblems(changes, skus, known),
    findRuleProblems({
      next,
      before: view,
      live: record.live,
      draftChanges: asDraft ? changes : null,
      confirmHighPrice: patch.confirmHighPrice,
      unreadable: unreadable.fields,
    }),
    address.problems,
  ].reduce(mergeProblems, input.problems);
  return {
    ...{ record, view, merge, next, content, asDraft, problems },
    isUnchanged: isReadable && hasSameContent(record, content),
    redirectFrom: address.redirectFrom,
  };
}

const isText = (value: string | null) => value !== null;

/**
 * To publish what others put into the draft since this editor began would be nobody's decision: each such field is a
 * conflict between what customers have and what waits.
 */
function flagUnseenDraftChanges(
  merge: Merge<ProductSnapshot>,
  { live, draft }: ProductRecord,
  base: ProductSnapshot | null,
  staysDraft: boolean,
): void {
  if (staysDraft || live.status !== "ACTIVE" || draft === null || base === null) return;
  const view = { ...live, ...draft };
  for (const name of Object.keys(getChangedFields(base, view)) as (keyof ProductSnapshot)[]) {
    if (!(name in draft) || name in merge.conflicts) continue;
    const sides = { base: base[name], theirs: view[name], mine: live[name] };
    Object.assign(merge.conflicts, { [name]: sides });
  }
}

export function assertEditable(record: ProductRecord): void {
  if (record.deletedAt === null) return;
  throw new AppError("CONFLICT", {
    message: "Ce produit est dans la corbeille. Restaurez-le pour le modifier.",
  });
}

async function readChanges(
  tx: Transaction,
  patch: ProductPatch,
  record: ProductRecord,
  known: ResolvedReferences,
  base: ProductSnapshot | null,
) {
  const own = await findOwnedParts(
    tx,
    record,
    patch,
    [record.live, getEditorView(record), base],
    known,
  );
  return normalizeInput(pickProductFields(patch), own);
}

/** The product's own fields, without what a request says about the save itself. */
function pickProductFields({
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
function withPublishDate(
  { createdAt, live }: ProductRecord,
  changes: Partial<ProductSnapshot>,
): Partial<ProductSnapshot> {
  if (changes.status !== "ACTIVE" || changes.publishAt !== undefined) return changes;
  const publishAt = resolvePublishAt({ createdAt, publishAt: live.publishAt });
  return { ...changes, publishAt };
}

/** What the pictures and variations that were sent may be, its former ones only where they are asked for. */
async function findOwnedParts(
  tx: Transaction,
  { id }: ProductRecord,
  sent: Pick<ProductPatch, "images" | "variations">,
  snapshots: readonly (ProductSnapshot | null)[],
  { uploads }: ResolvedReferences,
): Promise<OwnedParts> {
  const seen = snapshots.filter((snapshot) => snapshot !== null);
  const images = [...uploads, ...seen.flatMap((snapshot) => snapshot.images ?? [])];
  const variations = seen.flatMap((snapshot) => snapshot.variations ?? []);
  const urls = listMissing(images, "url", sent.images ?? []);
  const ids = listMissing(variations, "id", sent.variations ?? []);
  if (urls.length + ids.length === 0) return { images, variations };
  const former = await findFormerParts(tx, id, { urls, ids });
  return {
    images: [...images, ...former.images],
    variations: [...variations, ...former.variations],
  };
}

function listMissing<K extends string>(
  known: readonly Record<K, string>[],
  key: K,
  sent: readonly { [P in K]?: string | undefined }[],
): string[] {
  const there = new Set(known.map((part) => part[key]));
  return sent.flatMap((part) => part[key] ?? []).filter((name) => !there.has(name));
}

/** Whether a save with this content would write what is stored already. */
export function hasSameContent(
  record: ProductRecord,
  content: Pick<ProductRecord, "live" | "draft">,
): boolean {
  return (
    isSameJson(record.live, content.live) &&
    (record.draft === null) === (content.draft === null) &&
    // Of the drafts alone, one that clears a field would equal one that leaves it as it is.
    isSameJson(getEditorView(record), getEditorView(content))
  );
}

/** What customers do not see yet; null when they see all. */
export function toDraft(
  live: ProductSnapshot,
  next: ProductSnapshot,
): Partial<ProductSnapshot> | null {
  const draft = getChangedFields(live, next);
  return Object.keys(draft).length > 0 ? draft : null;
}

const DAY_MS = 86_400_000;

/** The address that shall lead on; a slip of the pen needs none, as long as hardly anybody can know it. */
function resolveRedirect(
  record: ProductRecord,
  { slug }: ProductSnapshot,
  patch: ProductPatch,
  firstShownAt: string | null,
): { redirectFrom: string | undefined; problems: Problems } {
  const none = { redirectFrom: undefined, problems: {} };
  if (firstShownAt === null || record.live.slug === slug) return none;
  if (!patch.withoutRedirect) return { redirectFrom: record.live.slug, problems: {} };
  if (Date.now() - new Date(firstShownAt).getTime() < DAY_MS) return none;
  return { ...none, problems: { withoutRedirect: MUST_REDIRECT } };
}

const MUST_REDIRECT =
  "Ce produit est en ligne depuis plus d'un jour : son ancienne adresse doit rediriger.";
