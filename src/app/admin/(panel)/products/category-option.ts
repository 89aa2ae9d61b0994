import { isHidden } from "@/domain/catalogue/categories/rules";
import { isolateTyped } from "@/lib/format/bidi";

/** A category as lists for choosing show it. */
export interface CategoryOption {
  id: string;
  name: string;
  /** 0 at the top. */
  depth: number;
  /** It, or a category above it: customers see none of its products. */
  isHidden: boolean;
}

/** A native select has no levels: spaces that stay show them. */
export function toIndentedLabel({ name, depth }: Pick<CategoryOption, "name" | "depth">): string {
  return `${"\u00a0\u00a0\u00a0".repeat(depth)}${isolateTyped(name)}`;
}

interface Placed {
  id: string;
  name: string;
  parentId: string | null;
  isActive: boolean;
}

/** `categories` stand in tree order: parents before their children. */
export function toCategoryOptions(categories: readonly Placed[]): CategoryOption[] {
  const depths = new Map<string, number>();
  return categories.map(({ id, name, parentId }) => {
    const depth = parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1;
    depths.set(id, depth);
    const hidden = isHidden(categories, id);
    return { id, name: hidden ? `${isolateTyped(name)} (masquée)` : name, depth, isHidden: hidden };
  });
}
