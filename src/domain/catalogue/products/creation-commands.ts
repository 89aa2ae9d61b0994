import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import { createId } from "@/lib/id";
import type { RefusedBody } from "@/lib/input/refused-body";
import { truncate } from "@/lib/input/text";
import { lookup } from "@/lib/lookup";
import { retryOnTakenSlug } from "../redirects/commands";
import { listSlugCandidates, toSlug } from "../slugs";
import {
  assertNoProblems,
  collectReferences,
  findReferenceProblems,
  type ResolvedReferences,
  resolveReferences,
  toFieldError,
} from "./checks";
import { ALL_READABLE, assertEditable, type UnreadableInput } from "./edit";
import { PRODUCT_FIELDS } from "./fields";
import { type ProductInput, parseReadableSkus } from "./input";
import { normalizeInput, withoutForeignImages } from "./normalize";
import { findRuleProblems, mergeProblems } from "./problems";
import {
  buildBlankProduct,
  getEditorView,
  getShopState,
  lockRecord,
  type ProductRecord,
  type ProductSnapshot,
  toProductForEdit,
  toStaffSnapshot,
} from "./record";
import { getImmediatePublishAt, type Problems } from "./rules";
import type { ProductForEdit, SavedProduct } from "./schema";
import { insertProducts } from "./write-commands";

/** Creates a product, as a draft unless `status` says otherwise. The slug comes from the name unless the request has one. */
export function createProduct(actor: Actor, input: ProductInput): Promise<SavedProduct> {
  return retryOnTakenSlug(input.slug === undefined, () => insertNewProduct(actor, input));
}

/** Finds the problems of a new product beyond those that its schema found, so that one response names them all. */
export async function findCreationProblems({
  fields,
  refused,
  raw,
}: RefusedBody<ProductInput>): Promise<Problems> {
  const variationSkus = parseReadableSkus(lookup(raw, "variations"));
  const references = collectReferences(fields);
  const skus = [...references.variationSkus, ...variationSkus.filter((sku) => sku !== null)];
  const resolved = await db.$transaction((tx) =>
    resolveReferences(tx, { ...references, variationSkus: skus }),
  );
  return checkProduct(fields, resolved, { fields: refused, variationSkus }).problems;
}

function checkProduct(
  input: Partial<ProductInput>,
  resolved: ResolvedReferences,
  unreadable: UnreadableInput,
): { live: ProductSnapshot; problems: Problems } {
  const { fields, problems } = normalizeInput(input, { images: resolved.uploads, variations: [] });
  const live = withoutForeignImages({ ...buildBlankProduct(), ...fields });
  const skus = fields.variations?.map(({ sku }) => sku) ?? unreadable.variationSkus;
  const found = [
    findReferenceProblems(fields, skus, resolved),
    findRuleProblems({
      next: live,
      before: null,
      live: null,
      draftChanges: null,
      confirmHighPrice: input.confirmHighPrice,
      unreadable: unreadable.fields,
    }),
  ];
  return { live, problems: found.reduce(mergeProblems, problems) };
}

function insertNewProduct(actor: Actor, input: ProductInput): Promise<SavedProduct> {
  return audited(actor, { entityType: "Product", action: "create_product" }, async (tx) => {
    const candidates =
      input.slug === undefined ? listSlugCandidates(toSlug(input.name)) : [input.slug];
    if (input.slug === undefined) await lockSlug(tx, candidates);
    const resolved = await resolveReferences(tx, {
      ...collectReferences(input),
      slugs: candidates,
    });
    const slug = input.slug ?? findFreeSlug(candidates, resolved);
    const { live, problems } = checkProduct({ ...input, slug }, resolved, ALL_READABLE);
    assertNoProblems(problems);
    const record = await insertProduct(tx, actor, live);
    return {
      result: { product: toProductForEdit(record), mergedWith: null },
      entityId: record.id,
      entityLabel: live.name,
      after: toStaffSnapshot(live),
    };
  }).catch((error) => {
    throw toFieldError(error);
  });
}

/** Serializes the creation of products of the same name. */
async function lockSlug(tx: Transaction, [slug = ""]: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`shop_slug:${slug}`}))`;
}

/** A slug that redirects counts as taken: customers still follow it. */
function findFreeSlug(
  candidates: readonly string[],
  { takenSlugs, redirectedSlugs }: ResolvedReferences,
): string {
  const taken = new Set([...takenSlugs, ...redirectedSlugs]);
  return candidates.find((slug) => !taken.has(slug)) ?? `${candidates[0]}-${createId().slice(-8)}`;
}

async function insertProduct(
  tx: Transaction,
  actor: Actor,
  live: ProductSnapshot,
): Promise<ProductRecord> {
  const [record] = await insertProducts(tx, actor, [live], "EDIT");
  if (!record) throw new Error("a product gives a record");
  return { ...record, shop: await getShopState(tx, record.id) };
}

const COPY_SUFFIX = " (copie)";

/** Copies a product with its draft into a new unpublished product, without SKUs, which are unique. */
export function duplicateProduct(actor: Actor, id: string): Promise<ProductForEdit> {
  return retryOnTakenSlug(true, () => insertCopy(actor, id));
}

function insertCopy(actor: Actor, id: string): Promise<ProductForEdit> {
  return audited(actor, { entityType: "Product", action: "duplicate_product" }, async (tx) => {
    const source = await lockRecord(tx, id);
    assertEditable(source);
    const view = getEditorView(source);
    const name = `${truncate(view.name, PRODUCT_FIELDS.name.maxLength - COPY_SUFFIX.length).trimEnd()}${COPY_SUFFIX}`;
    const candidates = listSlugCandidates(toSlug(name));
    await lockSlug(tx, candidates);
    const resolved = await resolveReferences(tx, { ...collectReferences({}), slugs: candidates });
    const live: ProductSnapshot = {
      ...view,
      name,
      slug: findFreeSlug(candidates, resolved),
      sku: null,
      status: "DRAFT",
      publishAt: getImmediatePublishAt(),
      unpublishAt: null,
      variations: view.variations.map((variation) => ({ ...variation, id: createId(), sku: null })),
    };
    const record = await insertProduct(tx, actor, live);
    return {
      result: toProductForEdit(record),
      entityId: record.id,
      entityLabel: name,
      after: { ...toStaffSnapshot(live), copyOf: id },
    };
  }).catch((error) => {
    throw toFieldError(error);
  });
}
