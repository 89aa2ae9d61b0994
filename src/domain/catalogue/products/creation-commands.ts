import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import { createId } from "@/lib/id";
import { truncate } from "@/lib/input/text";
import { lookup } from "@/lib/lookup";
import type { RefusedBody } from "@/lib/refused-body";
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
import { normalizeInput, withoutForeignImages } from "./fields";
import { type ProductInput, parseReadableSkus } from "./input";
import { findRuleProblems, mergeProblems } from "./problems";
import {
  getEditorView,
  getShopState,
  lockRecord,
  type ProductRecord,
  type ProductSnapshot,
  toProductForEdit,
  toStaffSnapshot,
} from "./record";
import { getImmediatePublishAt, PRODUCT_MAX_LENGTH, type Problems } from "./rules";
import type { ProductForEdit, SavedProduct } from "./schema";
import {
  insertImages,
  insertVariations,
  storeVersions,
  toColumns,
  toVersionRow,
} from "./write-commands";

/** Makes a product: a draft, unless it is complete and asked to be public. Its slug comes from its name, unless sent. */
export function createProduct(actor: Actor, input: ProductInput): Promise<SavedProduct> {
  return retryOnTakenSlug(input.slug === undefined, () => tryToCreate(actor, input));
}

/** What is wrong with a new product beside the fields that its schema refused, so that one answer names everything. */
export async function findCreationProblems({
  fields,
  refused,
  raw,
}: RefusedBody<ProductInput>): Promise<Problems> {
  const variationSkus = parseReadableSkus(lookup(raw, "variations"));
  const named = collectReferences(fields);
  const skus = [...named.variationSkus, ...variationSkus.filter((sku) => sku !== null)];
  const known = await db.$transaction((tx) =>
    resolveReferences(tx, { ...named, variationSkus: skus }),
  );
  return judgeProduct(fields, known, { fields: refused, variationSkus }).problems;
}

function judgeProduct(
  { confirmHighPrice, ...input }: Partial<ProductInput>,
  known: ResolvedReferences,
  unreadable: UnreadableInput,
): { live: ProductSnapshot; problems: Problems } {
  const { fields, problems } = normalizeInput(input, { images: known.uploads, variations: [] });
  const live = withoutForeignImages({ ...blankProduct(), ...fields });
  const skus = fields.variations?.map(({ sku }) => sku) ?? unreadable.variationSkus;
  const found = [
    findReferenceProblems(fields, skus, known),
    findRuleProblems({
      ...{ next: live, before: null, live: null, draftChanges: null, confirmHighPrice },
      unreadable: unreadable.fields,
    }),
  ];
  return { live, problems: found.reduce(mergeProblems, problems) };
}

function tryToCreate(actor: Actor, input: ProductInput): Promise<SavedProduct> {
  return audited(actor, { entityType: "Product", action: "create_product" }, async (tx) => {
    const wanted = input.slug === undefined ? listSlugCandidates(toSlug(input.name)) : [input.slug];
    if (input.slug === undefined) await lockSlug(tx, wanted);
    const known = await resolveReferences(tx, { ...collectReferences(input), slugs: wanted });
    const slug = input.slug ?? firstFree(wanted, known);
    const { live, problems } = judgeProduct({ ...input, slug }, known, ALL_READABLE);
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

/** Of two products of one name that are made at once, one waits for the other. */
async function lockSlug(tx: Transaction, [slug = ""]: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`shop_slug:${slug}`}))`;
}

/** An address that redirects is taken, too: people still follow it. */
function firstFree(
  wanted: readonly string[],
  { takenSlugs, redirectedSlugs }: ResolvedReferences,
): string {
  const taken = new Set([...takenSlugs, ...redirectedSlugs]);
  return wanted.find((slug) => !taken.has(slug)) ?? `${wanted[0]}-${createId().slice(-8)}`;
}

function blankProduct(): ProductSnapshot {
  return {
    name: "",
    nameAr: null,
    description: "",
    descriptionAr: null,
    details: null,
    detailsAr: null,
    categoryId: "",
    slug: "",
    sku: null,
    brand: null,
    basePrice: null,
    priceOnRequest: false,
    saleUnit: "PIECE",
    unitSize: null,
    unitOfSize: null,
    availability: "IN_STOCK",
    facts: [],
    isFeatured: false,
    isNew: false,
    seoTitle: null,
    seoDescription: null,
    status: "DRAFT",
    publishAt: getImmediatePublishAt(),
    unpublishAt: null,
    images: [],
    variations: [],
  };
}

/** Writes a product's first version. */
async function insertProduct(
  tx: Transaction,
  actor: Actor,
  live: ProductSnapshot,
): Promise<ProductRecord> {
  const now = new Date();
  const id = createId();
  await tx.product.createMany({
    data: [
      {
        ...toColumns(live),
        id,
        createdAt: now,
        updatedAt: now,
        priceUpdatedAt: live.basePrice === null ? null : now,
        draft: Prisma.DbNull,
      },
    ],
  });
  await insertImages(tx, id, live.images);
  await insertVariations(tx, id, live.variations);
  const at = now.toISOString();
  const record: ProductRecord = {
    id,
    version: 1,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    live,
    draft: null,
    editedBy: actor.name,
    editedAt: at,
    shop: await getShopState(tx, id),
  };
  await storeVersions(tx, [toVersionRow(record, { reason: "EDIT", userId: actor.id })]);
  return record;
}

const COPY = " (copie)";

/** A draft with everything that the product has, its pending changes included; references stay unique, so the copy has none. */
export function duplicateProduct(actor: Actor, id: string): Promise<ProductForEdit> {
  return retryOnTakenSlug(true, () => tryToDuplicate(actor, id));
}

function tryToDuplicate(actor: Actor, id: string): Promise<ProductForEdit> {
  return audited(actor, { entityType: "Product", action: "duplicate_product" }, async (tx) => {
    const source = await lockRecord(tx, id);
    assertEditable(source);
    const view = getEditorView(source);
    const name = `${truncate(view.name, PRODUCT_MAX_LENGTH.name - COPY.length).trimEnd()}${COPY}`;
    const wanted = listSlugCandidates(toSlug(name));
    await lockSlug(tx, wanted);
    const known = await resolveReferences(tx, { ...collectReferences({}), slugs: wanted });
    const live: ProductSnapshot = {
      ...view,
      name,
      slug: firstFree(wanted, known),
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
