import "server-only";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { toSlug } from "../slugs";
import { findLastChange, getStaffCategory } from "./queries";
import { CYCLE_MESSAGE, findTreeProblem, TOO_DEEP_MESSAGE } from "./rules";
import type { CategoryConflict, StaffCategory } from "./schema";

export interface TreeNode {
  id: string;
  name: string;
  parentId: string | null;
  order: number;
  version: number;
}

/** The whole tree, which nobody else changes until this transaction ends. */
export async function lockTree(tx: Transaction): Promise<TreeNode[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('shop_category_tree'))`;
  return tx.category.findMany({
    select: { id: true, name: true, parentId: true, order: true, version: true },
  });
}

/** @throws VALIDATION_ERROR for a parent that is none, a cycle, a fourth level */
export function assertValidTree(categories: readonly Pick<TreeNode, "id" | "parentId">[]): void {
  const known = new Set(categories.map(({ id }) => id));
  const isOrphan = categories.some(({ parentId }) => parentId !== null && !known.has(parentId));
  const problem = isOrphan
    ? "Cette catégorie n'existe plus. Choisissez-en une autre."
    : findTreeProblem(categories);
  if (problem) throwFieldErrors({ parentId: problem });
}

/** @throws PRECONDITION_REQUIRED without a version; CONFLICT with a `CategoryConflict` where it is not the present one */
export async function assertCurrentVersion(
  tx: Transaction,
  id: string,
  version: number | undefined,
): Promise<StaffCategory> {
  const current = await getStaffCategory(id, tx);
  if (version === undefined) throw new AppError("PRECONDITION_REQUIRED");
  if (current.version === version) return current;
  const details: CategoryConflict = { current, ...(await findLastChange(tx, id)) };
  throw new AppError("CONFLICT", {
    message: `${details.changedBy} a modifié « ${current.name} » entre-temps.`,
    details: { ...details },
  });
}

/** The first of `slug`, `slug-2` … that no category has and that redirects to none. */
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

/** What the database refuses although it was checked: two saves at once. Other errors come back as they are. */
export function toFieldError(error: unknown): unknown {
  const words = wordsOf(error);
  if ((error as { code?: unknown } | null)?.code === "P2002") {
    const details = { slug: "Cette adresse est déjà prise. Choisissez-en une autre." };
    return new AppError("CONFLICT", { message: details.slug, details, cause: error });
  }
  if (words.includes("category_cycle")) return treeError(CYCLE_MESSAGE, error);
  if (words.includes("category_too_deep")) return treeError(TOO_DEEP_MESSAGE, error);
  return error;
}

export function throwFieldErrors(details: Record<string, string>): never {
  throw new AppError("VALIDATION_ERROR", { message: Object.values(details).join(" "), details });
}

function treeError(message: string, cause: unknown): AppError {
  return new AppError("VALIDATION_ERROR", { message, details: { parentId: message }, cause });
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return `${error.message} ${wordsOf(error.cause)} ${JSON.stringify((error as { meta?: unknown }).meta ?? "")}`;
}
