import "server-only";
import { assertCurrentVersion } from "@/domain/audit/stale-version";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { toSlug } from "../slugs";
import { getStaffCategory } from "./queries";
import { CYCLE_MESSAGE, findTreeProblem, TOO_DEEP_MESSAGE } from "./rules";
import type { StaffCategory } from "./schema";

export interface TreeNode {
  id: string;
  name: string;
  parentId: string | null;
  order: number;
  version: number;
}

/** Locks the category tree against other writers until the transaction ends, and returns it. */
export async function lockTree(tx: Transaction): Promise<TreeNode[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('shop_category_tree'))`;
  return tx.category.findMany({
    select: { id: true, name: true, parentId: true, order: true, version: true },
  });
}

/** @throws VALIDATION_ERROR for a missing parent, a cycle or a fourth level */
export function assertValidTree(categories: readonly Pick<TreeNode, "id" | "parentId">[]): void {
  const ids = new Set(categories.map(({ id }) => id));
  const isOrphan = categories.some(({ parentId }) => parentId !== null && !ids.has(parentId));
  const problem = isOrphan
    ? "Cette catégorie n'existe plus. Choisissez-en une autre."
    : findTreeProblem(categories);
  if (problem) throwFieldErrors({ parentId: problem });
}

/** Returns the category as it is now. @throws NOT_FOUND; PRECONDITION_REQUIRED, CONFLICT as `assertCurrentVersion` */
export async function getCurrentCategory(
  tx: Transaction,
  id: string,
  seen: number | undefined,
): Promise<StaffCategory> {
  const current = await getStaffCategory(id, tx);
  await assertCurrentVersion(tx, {
    seen,
    present: current.version,
    entries: {
      entityType: "Category",
      OR: [{ entityId: id }, { action: "reorder_categories", entityId: null }],
    },
    getCurrent: () => current,
    message: (editor) => `${editor} a modifié « ${current.name} » entre-temps.`,
  });
  return current;
}

/** Returns the first of `slug`, `slug-2` … that no category has and that redirects to no category. */
export async function findFreeSlug(tx: Transaction, name: string): Promise<string> {
  const slug = toSlug(name, "categorie");
  const taken = await tx.$queryRaw<{ slug: string }[]>`
    SELECT "slug" FROM "Category" WHERE starts_with("slug", ${slug})
    UNION SELECT "slug" FROM "SlugRedirect" WHERE "categoryId" IS NOT NULL AND starts_with("slug", ${slug})`;
  const slugs = new Set(taken.map((row) => row.slug));
  let candidate = slug;
  for (let number = 2; slugs.has(candidate); number++) candidate = `${slug}-${number}`;
  return candidate;
}

/**
 * Translates the database's own refusals, which two simultaneous saves run into, to an error that names the field. Returns other
 * errors unchanged.
 */
export function toFieldError(error: unknown): unknown {
  const messages = collectMessages(error);
  if ((error as { code?: unknown } | null)?.code === "P2002") {
    const details = { slug: "Cette adresse est déjà prise. Choisissez-en une autre." };
    return new AppError("CONFLICT", { message: details.slug, details, cause: error });
  }
  if (messages.includes("category_cycle")) return toTreeError(CYCLE_MESSAGE, error);
  if (messages.includes("category_too_deep")) return toTreeError(TOO_DEEP_MESSAGE, error);
  return error;
}

export function throwFieldErrors(details: Record<string, string>): never {
  throw new AppError("VALIDATION_ERROR", { message: Object.values(details).join(" "), details });
}

function toTreeError(message: string, cause: unknown): AppError {
  return new AppError("VALIDATION_ERROR", { message, details: { parentId: message }, cause });
}

function collectMessages(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return `${error.message} ${collectMessages(error.cause)} ${JSON.stringify((error as { meta?: unknown }).meta ?? "")}`;
}
