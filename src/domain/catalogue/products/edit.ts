import "server-only";
import { db, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { RefusedBody } from "@/lib/input/refused-body";
import { lookup } from "@/lib/lookup";
import { isSameJson } from "@/lib/same-json";
import {
  collectReferences,
  findFormerParts,
  findReferenceProblems,
  lockForEdit,
  type ResolvedReferences,
} from "./checks";
import { type ProductPatch, parseReadableSkus } from "./input";
import { assertNoConflict, getChangedFields, type Merge, mergeEdits } from "./merge";
import { normalizeInput, type OwnedParts, withoutForeignImages } from "./normalize";
import { findRuleProblems, mergeProblems } from "./problems";
import {
  completeSnapshot,
  getEditorView,
  type ProductRecord,
  type ProductSnapshot,
} from "./record";
import { type Problems, resolvePublishAt } from "./rules";

/**
 * Finds the problems of an edit beyond those that its schema found, so that one response names them all.
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

/** The part of a request body that its schema refused. */
export interface UnreadableInput {
  fields: ReadonlySet<string>;
  /** The readable SKUs of a list of variations that the schema refused. */
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
 * Locks the product, merges the edit into it and checks the result; `refused` is what the schema refused of the body. A conflict
 * with another editor is reported only once the whole edit is readable: the side that the editor keeps decides what to check.
 */
export async function prepareEdit(
  tx: Transaction,
  id: string,
  patch: ProductPatch,
  refused: UnreadableInput | null,
): Promise<PreparedEdit> {
  const unreadable = refused ?? ALL_READABLE;
  const references = collectReferences(patch);
  const { record, resolved, firstShownAt, ...locked } = await lockForEdit(
    tx,
    id,
    patch.version ?? 0,
    {
      ...references,
      variationSkus: [
        ...references.variationSkus,
        ...unreadable.variationSkus.filter((sku) => sku !== null),
      ],
    },
  );
  assertEditable(record);
  const base = locked.base && completeSnapshot(locked.base);
  const view = getEditorView(record);
  const input = await readChanges(tx, patch, record, resolved, base);
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
  const redirect = resolveRedirect(record, content.live, patch, firstShownAt);
  const skus = changes.variations?.map(({ sku }) => sku) ?? unreadable.variationSkus;
  const problems = [
    findReferenceProblems(changes, skus, resolved),
    findRuleProblems({
      next,
      before: view,
      live: record.live,
      draftChanges: asDraft ? changes : null,
      confirmHighPrice: patch.confirmHighPrice,
      unreadable: unreadable.fields,
    }),
    redirect.problems,
  ].reduce(mergeProblems, input.problems);
  return {
    record,
    view,
    merge,
    next,
    content,
    asDraft,
    problems,
    isUnchanged: isReadable && hasSameContent(record, content),
    redirectFrom: redirect.redirectFrom,
  };
}

/**
 * Adds to `merge.conflicts` each draft field that other editors changed after this editor loaded the product: a save for customers
 * would publish it unseen. The sides are the draft (`theirs`) and the published value (`mine`).
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
  resolved: ResolvedReferences,
  base: ProductSnapshot | null,
) {
  const ownedParts = await findOwnedParts(
    tx,
    record,
    patch,
    [record.live, getEditorView(record), base],
    resolved,
  );
  return normalizeInput(patch, ownedParts);
}

/** Adds the publication date to a save that publishes the product and has no date. */
export function withPublishDate(
  { createdAt, live }: ProductRecord,
  changes: Partial<ProductSnapshot>,
): Partial<ProductSnapshot> {
  if (changes.status !== "ACTIVE" || changes.publishAt !== undefined) return changes;
  const publishAt = resolvePublishAt({ createdAt, publishAt: live.publishAt });
  return { ...changes, publishAt };
}

/** Reads earlier versions only where the request names an image or variation that the known snapshots lack. */
async function findOwnedParts(
  tx: Transaction,
  { id }: ProductRecord,
  sent: Pick<ProductPatch, "images" | "variations">,
  snapshots: readonly (ProductSnapshot | null)[],
  { uploads }: ResolvedReferences,
): Promise<OwnedParts> {
  const present = snapshots.filter((snapshot) => snapshot !== null);
  const images = [...uploads, ...present.flatMap((snapshot) => snapshot.images ?? [])];
  const variations = present.flatMap((snapshot) => snapshot.variations ?? []);
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
  parts: readonly Record<K, string>[],
  key: K,
  sent: readonly { [P in K]?: string | undefined }[],
): string[] {
  const present = new Set(parts.map((part) => part[key]));
  return sent.flatMap((part) => part[key] ?? []).filter((name) => !present.has(name));
}

export function hasSameContent(
  record: ProductRecord,
  content: Pick<ProductRecord, "live" | "draft">,
): boolean {
  return (
    isSameJson(record.live, content.live) &&
    (record.draft === null) === (content.draft === null) &&
    // Compared as views: a draft that clears a field equals, as JSON, a draft that does not have the field.
    isSameJson(getEditorView(record), getEditorView(content))
  );
}

/** Returns the fields of `next` that customers do not see yet, or null. */
export function toDraft(
  live: ProductSnapshot,
  next: ProductSnapshot,
): Partial<ProductSnapshot> | null {
  const draft = getChangedFields(live, next);
  return Object.keys(draft).length > 0 ? draft : null;
}

const DAY_MS = 86_400_000;

/** Decides whether the old slug redirects. The editor may skip the redirect within a day of the first publication. */
function resolveRedirect(
  record: ProductRecord,
  { slug }: ProductSnapshot,
  patch: ProductPatch,
  firstShownAt: string | null,
): { redirectFrom: string | undefined; problems: Problems } {
  const noRedirect = { redirectFrom: undefined, problems: {} };
  if (firstShownAt === null || record.live.slug === slug) return noRedirect;
  if (!patch.withoutRedirect) return { redirectFrom: record.live.slug, problems: {} };
  if (Date.now() - new Date(firstShownAt).getTime() < DAY_MS) return noRedirect;
  return { ...noRedirect, problems: { withoutRedirect: MUST_REDIRECT } };
}

const MUST_REDIRECT =
  "Ce produit est en ligne depuis plus d'un jour : son ancienne adresse doit rediriger.";
