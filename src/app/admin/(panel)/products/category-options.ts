import "server-only";
import { listCategories } from "@/domain/catalogue/category-published";
import type { CategoryNode } from "@/domain/catalogue/schema";
import type { CategoryOption } from "./category-option";

/** All categories, parents before their children. */
export async function listCategoryOptions(): Promise<CategoryOption[]> {
  const below = (nodes: readonly CategoryNode[], depth: number): CategoryOption[] =>
    nodes.flatMap(({ id, name, children }) => [{ id, name, depth }, ...below(children, depth + 1)]);
  return below(await listCategories(), 0);
}
