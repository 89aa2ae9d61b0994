import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { redirectCategory } from "../redirects/commands";
import {
  assertValidTree,
  getCurrentCategory,
  lockTree,
  type TreeNode,
  throwFieldErrors,
  toFieldError,
} from "./checks";
import { toAuditSnapshot } from "./commands";
import { getStaffCategory, listStaffCategories } from "./queries";
import { type CategoryContents, formatCategoryContents, listChildren } from "./rules";
import type { CategoryOrder, StaffCategory } from "./schema";

/** Moves several categories in one transaction. @throws PRECONDITION_REQUIRED, CONFLICT, VALIDATION_ERROR as `updateCategory` */
export async function reorderCategories(
  actor: Actor,
  { items }: CategoryOrder,
): Promise<StaffCategory[]> {
  const entry = { action: "reorder_categories", entityType: "Category" } as const;
  await audited(actor, entry, async (tx) => {
    const tree = await lockTree(tx);
    for (const { id, version } of items) {
      if (tree.find((node) => node.id === id)?.version !== version) {
        await getCurrentCategory(tx, id, version);
      }
    }
    const places = new Map(items.map((item) => [item.id, item]));
    const after = tree.map((node) => ({ ...node, ...toPlace(places.get(node.id)) }));
    assertValidTree(after);
    const moved = await writePlaces(tx, tree, after);
    if (moved.length === 0) return { result: null, isUnchanged: true };
    const [only] = moved.length === 1 ? moved : [];
    return {
      result: null,
      before: describePlaces(tree, moved),
      after: describePlaces(after, moved),
      entityId: only?.id,
      entityLabel: only?.name,
    };
  }).catch((error: unknown) => {
    throw toFieldError(error);
  });
  return listStaffCategories();
}

function toPlace(item: CategoryOrder["items"][number] | undefined) {
  return item && { parentId: item.parentId, order: item.order };
}

/** Detaches all moved categories first, so that no intermediate state has a cycle or a fourth level. */
async function writePlaces(tx: Transaction, before: TreeNode[], after: TreeNode[]) {
  const beforeById = new Map(before.map((node) => [node.id, node]));
  const moved = after.filter((node) => {
    const old = beforeById.get(node.id);
    return old?.parentId !== node.parentId || old.order !== node.order;
  });
  if (moved.length === 0) return moved;
  const ids = moved.map(({ id }) => id);
  await tx.category.updateMany({ where: { id: { in: ids } }, data: { parentId: null } });
  await tx.$executeRaw`
    UPDATE "Category" c SET "parentId" = m."parentId", "order" = m."order", "version" = c."version" + 1, "updatedAt" = now()
    FROM jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) AS m("id" text, "parentId" text, "order" int)
    WHERE c."id" = m."id"`;
  return moved;
}

/** Describes places for the audit log: "Robinetterie (Sanitaire, 2)". */
function describePlaces(
  tree: readonly TreeNode[],
  moved: readonly TreeNode[],
): { places: string[] } {
  const getName = (id: string | null) =>
    tree.find((node) => node.id === id)?.name ?? "Premier niveau";
  const places = moved.flatMap(({ id }) => {
    const node = tree.find((candidate) => candidate.id === id);
    if (!node) return [];
    const place = listChildren(tree, node.parentId).findIndex((sibling) => sibling.id === id) + 1;
    return [`${node.name} (${getName(node.parentId)}, ${place})`];
  });
  return { places };
}

/**
 * Deletes a category. Its contents move to `moveTo` first, and its address redirects there.
 * @throws CONFLICT with `details` { products, children, drafts? } for a category with contents and no `moveTo`
 */
export async function deleteCategory(
  actor: Actor,
  id: string,
  moveTo: string | undefined,
): Promise<null> {
  const entry = { action: "delete_category", entityType: "Category", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const tree = await lockTree(tx);
    const category = await getStaffCategory(id, tx);
    const children = listChildren(tree, id);
    const products = category.productCount + category.trashCount;
    const { draftCount: drafts } = category;
    if (moveTo === undefined && products + children.length + drafts > 0) {
      throw toNotEmptyError(category, { products, children: children.length, drafts });
    }
    const target = moveTo === undefined ? null : getTarget(tree, id, moveTo);
    if (target) await moveContents(tx, actor, tree, { from: category, to: target });
    if (target) await redirectCategory(tx, id, category.slug, target.id);
    await tx.category.delete({ where: { id }, select: { id: true } });
    const contents = {
      products,
      drafts: drafts || undefined,
      children: children.map(({ name }) => name),
    };
    return {
      result: null,
      before: { ...toAuditSnapshot(category), ...contents },
      after: target && { movedTo: target.name },
      entityLabel: category.name,
    };
  }).catch((error: unknown) => {
    throw toFieldError(error);
  });
}

function toNotEmptyError({ name }: StaffCategory, contents: CategoryContents): AppError {
  const { products, children, drafts } = contents;
  return new AppError("CONFLICT", {
    message: `« ${name} » contient ${formatCategoryContents(contents)}. Choisissez où les déplacer.`,
    details: { products, children, drafts: drafts || undefined },
  });
}

function getTarget(tree: readonly TreeNode[], id: string, moveTo: string): TreeNode {
  const target = tree.find((node) => node.id === moveTo);
  if (!target)
    throwFieldErrors({ moveTo: "Cette catégorie n'existe plus. Choisissez-en une autre." });
  if (moveTo === id)
    throwFieldErrors({ moveTo: "Choisissez une autre catégorie que celle à supprimer." });
  return target;
}

async function moveContents(
  tx: Transaction,
  actor: Actor,
  tree: TreeNode[],
  { from, to }: { from: StaffCategory; to: TreeNode },
): Promise<void> {
  const last = listChildren(tree, to.id).at(-1)?.order ?? -1;
  const moving = listChildren(tree, from.id).map(({ id }) => id);
  // Where a child receives its siblings, the child itself takes the place of its parent.
  const getParentId = (id: string) => (id === to.id ? from.parentId : to.id);
  const after = tree.map((node) =>
    moving.includes(node.id)
      ? { ...node, parentId: getParentId(node.id), order: last + 1 + moving.indexOf(node.id) }
      : node,
  );
  assertValidTree(after);
  await writePlaces(tx, tree, after);
  await moveProducts(tx, actor, from.id, to.id);
  await tx.slugRedirect.updateMany({
    where: { categoryId: from.id },
    data: { categoryId: to.id },
  });
}

/** Moves products of the trash too, and rewrites drafts that name the category. Each move adds a version to its product. */
async function moveProducts(tx: Transaction, actor: Actor, from: string, to: string) {
  await tx.$executeRaw`
    WITH moved AS (
      UPDATE "Product" SET "version" = "version" + 1, "updatedAt" = now(),
        "categoryId" = CASE WHEN "categoryId" = ${from} THEN ${to} ELSE "categoryId" END,
        "draft" = CASE WHEN "draft" ->> 'categoryId' = ${from}
          THEN jsonb_set("draft", '{categoryId}', to_jsonb(${to}::text)) ELSE "draft" END
      WHERE "categoryId" = ${from} OR "draft" ->> 'categoryId' = ${from}
      RETURNING "id", "version"
    )
    INSERT INTO "ProductVersion" ("id", "productId", "version", "snapshot", "reason", "userId")
    SELECT 'c' || substr(md5(random()::text || m."id"), 1, 24), m."id", m."version",
      CASE WHEN v."snapshot" ->> 'categoryId' = ${from}
        THEN jsonb_set(v."snapshot", '{categoryId}', to_jsonb(${to}::text)) ELSE v."snapshot" END,
      'BULK', ${actor.id}
    FROM moved m JOIN "ProductVersion" v ON v."productId" = m."id" AND v."version" = m."version" - 1`;
}
