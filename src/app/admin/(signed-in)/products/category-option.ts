import { isHidden } from "@/domain/catalogue/categories/rules";
import { isolateUserText } from "@/lib/format/bidi";

export interface CategoryOption {
  id: string;
  name: string;
  /** 0 for the top level. */
  depth: number;
  /** Whether it or an ancestor is hidden, so that customers see none of its products. */
  isHidden: boolean;
}

/** Indents the name with non-breaking spaces: a native select has no levels. */
export function toIndentedLabel({ name, depth }: Pick<CategoryOption, "name" | "depth">): string {
  return `${"\u00a0\u00a0\u00a0".repeat(depth)}${isolateUserText(name)}`;
}

interface TreeCategory {
  id: string;
  name: string;
  parentId: string | null;
  isActive: boolean;
}

/** `categories` must be in tree order: parents before their children. */
export function toCategoryOptions(categories: readonly TreeCategory[]): CategoryOption[] {
  const depths = new Map<string, number>();
  return categories.map(({ id, name, parentId }) => {
    const depth = parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1;
    depths.set(id, depth);
    const hidden = isHidden(categories, id);
    return {
      id,
      name: hidden ? `${isolateUserText(name)} (masquée)` : name,
      depth,
      isHidden: hidden,
    };
  });
}
