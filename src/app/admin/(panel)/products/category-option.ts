/** A category as lists for choosing show it. */
export interface CategoryOption {
  id: string;
  name: string;
  /** 0 at the top. */
  depth: number;
}

/** A native select has no levels: spaces that stay show them. */
export function indented({ name, depth }: CategoryOption): string {
  return `${"\u00a0\u00a0\u00a0".repeat(depth)}${name}`;
}

interface Placed {
  id: string;
  name: string;
  parentId: string | null;
  isActive: boolean;
}

/** `categories` stand in tree order: parents before their children. */
export function optionsOf(categories: readonly Placed[]): CategoryOption[] {
  const depths = new Map<string, number>();
  return categories.map(({ id, name, parentId, isActive }) => {
    const depth = parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1;
    depths.set(id, depth);
    return { id, name: isActive ? name : `${name} (masquée)`, depth };
  });
}
