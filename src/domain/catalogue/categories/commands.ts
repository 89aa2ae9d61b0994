import "server-only";
import { type AuditActor, audited } from "@/domain/audit/tx-commands";
import { claimUploads } from "@/domain/media/tx-commands";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { lookup } from "@/lib/lookup";
import { isSameJson } from "@/lib/same-json";
import { redirectCategory, retryOnTakenSlug } from "../redirects/commands";
import {
  assertValidTree,
  findFreeSlug,
  getCurrentCategory,
  lockTree,
  type TreeNode,
  toFieldError,
} from "./checks";
import { getStaffCategory } from "./queries";
import { listChildren } from "./rules";
import type { CategoryInput, CategoryPatch, StaffCategory } from "./schema";

/** Creates a category as the last of its siblings. @throws VALIDATION_ERROR, CONFLICT naming the field */
export function createCategory(actor: AuditActor, input: CategoryInput): Promise<StaffCategory> {
  return retryOnTakenSlug(input.slug === undefined, () => insertCategory(actor, input));
}

function insertCategory(actor: AuditActor, input: CategoryInput): Promise<StaffCategory> {
  const entry = {
    action: "create_category",
    entityType: "Category",
    entityLabel: input.name,
  } as const;
  return audited(actor, entry, async (tx) => {
    const { slug: wanted, parentId = null, ...fields } = input;
    const tree = await lockTree(tx);
    assertValidTree([...tree, { id: "", parentId }]);
    if (fields.imageUrl) await claimUploads(tx, [fields.imageUrl], "imageUrl");
    const slug = wanted ?? (await findFreeSlug(tx, input.name));
    const order = (listChildren(tree, parentId).at(-1)?.order ?? -1) + 1;
    const data = withoutUndefined({ ...fields, slug, parentId, order });
    const { id } = await tx.category.create({ data, select: { id: true } });
    const result = await getStaffCategory(id, tx);
    return { result, before: null, after: toAuditSnapshot(result), entityId: id };
  }).catch((error: unknown) => {
    throw toFieldError(error);
  });
}

/**
 * A new name does not change the slug: customers and search engines hold links to it.
 * @throws PRECONDITION_REQUIRED, CONFLICT, VALIDATION_ERROR naming the field
 */
export async function updateCategory(
  actor: Actor,
  id: string,
  { version, withoutRedirect = false, ...changes }: CategoryPatch,
): Promise<StaffCategory> {
  const entry = { action: "update_category", entityType: "Category", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const tree = await lockTree(tx);
    const before = await getCurrentCategory(tx, id, version);
    const order = getOrderUnder(tree, before, changes.parentId);
    if (isUnchanged(before, { ...changes, order })) return { result: before, isUnchanged: true };
    const { imageUrl, slug } = changes;
    if (imageUrl && imageUrl !== before.imageUrl) await claimUploads(tx, [imageUrl], "imageUrl");
    if (slug !== undefined && slug !== before.slug) {
      await tx.slugRedirect.deleteMany({ where: { slug, categoryId: id } });
      if (!withoutRedirect) await redirectCategory(tx, id, before.slug, id);
    }
    const data = withoutUndefined({ ...changes, order, version: before.version + 1 });
    await tx.category.update({ where: { id }, data, select: { id: true } });
    const result = await getStaffCategory(id, tx);
    return {
      result,
      before: toAuditSnapshot(before),
      after: toAuditSnapshot(result),
      entityLabel: result.name,
    };
  }).catch((error: unknown) => {
    throw toFieldError(error);
  });
}

function isUnchanged(stored: StaffCategory, sent: object): boolean {
  return Object.entries(sent).every(
    ([name, value]) => value === undefined || isSameJson(lookup(stored, name), value),
  );
}

/** Returns the last place under a new parent, or the present place. @throws VALIDATION_ERROR where the tree forbids the parent */
function getOrderUnder(
  tree: readonly TreeNode[],
  { id, parentId, order }: StaffCategory,
  wanted: string | null | undefined,
): number {
  if (wanted === undefined || wanted === parentId) return order;
  assertValidTree(tree.map((node) => (node.id === id ? { ...node, parentId: wanted } : node)));
  return (listChildren(tree, wanted).at(-1)?.order ?? -1) + 1;
}

/** Leaves out the counts, which change with the products. */
export function toAuditSnapshot(staffCategory: StaffCategory) {
  const { productCount, trashCount, draftCount, visibleCount, ...category } = staffCategory;
  return category;
}

type Write = Prisma.CategoryUncheckedCreateInput;

function withoutUndefined<T extends { [K in keyof Write]?: Write[K] | undefined }>(fields: T) {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]: Exclude<T[K], undefined> };
}
