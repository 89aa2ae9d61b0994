export const MAX_LEVELS = 3;

interface TreeCategory {
  id: string;
  parentId: string | null;
  order: number;
  name: string;
}

export type WithDepth<T> = T & { depth: number };

/** Sorts parents before their children and siblings by `order`; the depth is 0 at the top. */
export function sortInTreeOrder<T extends TreeCategory>(categories: readonly T[]): WithDepth<T>[] {
  const below = (parentId: string | null, depth: number): WithDepth<T>[] =>
    listChildren(categories, parentId).flatMap((category) => [
      { ...category, depth },
      ...below(category.id, depth + 1),
    ]);
  return below(null, 0);
}

export function listChildren<T extends TreeCategory>(
  categories: readonly T[],
  parentId: string | null,
) {
  return categories
    .filter((category) => category.parentId === parentId)
    .sort((a, b) => a.order - b.order || a.name.localeCompare(b.name, "fr"));
}

/** Returns the ids of the category and of all its descendants. */
export function collectSubtreeIds(categories: readonly TreeCategory[], id: string): Set<string> {
  const ids = new Set([id]);
  for (const member of ids) {
    for (const { id: child, parentId } of categories) if (parentId === member) ids.add(child);
  }
  return ids;
}

/** Returns a French sentence about a cycle or a fourth level, or null. A trigger of the database holds the same rule. */
export function findTreeProblem(
  categories: readonly Pick<TreeCategory, "id" | "parentId">[],
): string | null {
  const parents = new Map(categories.map(({ id, parentId }) => [id, parentId]));
  for (const { id } of categories) {
    const path = new Set<string>();
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) {
      if (path.has(at)) return CYCLE_MESSAGE;
      path.add(at);
    }
    if (path.size > MAX_LEVELS) return TOO_DEEP_MESSAGE;
  }
  return null;
}

type HideableCategory = Pick<TreeCategory, "id" | "parentId" | "name"> & { isActive: boolean };

/** Finds the nearest hidden category above `id`; it hides the category from customers too. */
export function findHiddenAncestor<T extends HideableCategory>(
  categories: readonly T[],
  id: string,
): T | null {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const seen = new Set<string>();
  for (let at = byId.get(id)?.parentId ?? null; at !== null && !seen.has(at); ) {
    seen.add(at);
    const above = byId.get(at);
    if (above && !above.isActive) return above;
    at = above?.parentId ?? null;
  }
  return null;
}

export function isHidden(categories: readonly HideableCategory[], id: string): boolean {
  const category = categories.find((candidate) => candidate.id === id);
  return category?.isActive === false || findHiddenAncestor(categories, id) !== null;
}

export interface VisibilityLoss {
  /** Products that customers see before the change but not after it. */
  products: number;
  categories: number;
}

/** Counts the products and categories that a change of the tree hides from customers. */
export function getVisibilityLoss<T extends HideableCategory & { visibleCount: number }>(
  before: readonly T[],
  after: readonly T[],
): VisibilityLoss {
  const hidden = before.filter(({ id }) => !isHidden(before, id) && isHidden(after, id));
  const products = hidden.reduce((sum, { visibleCount }) => sum + visibleCount, 0);
  return { products, categories: hidden.length };
}

/** "12 produits et 3 catégories ne seront plus visibles dans la boutique." */
export function formatVisibilityLoss({ products, categories }: VisibilityLoss): string {
  const parts = [
    products > 0 && plural(products, "produit"),
    categories > 0 && plural(categories, "catégorie"),
  ].filter((part) => part !== false);
  const one = products + categories === 1;
  return `${parts.join(" et ")} ${one ? "ne sera plus visible" : "ne seront plus visibles"} dans la boutique.`;
}

export interface CategoryContents {
  products: number;
  children: number;
  /** Products of other categories whose draft moves them into this one. */
  drafts: number;
}

/** "2 produits et 1 sous-catégorie". */
export function formatCategoryContents({ products, children, drafts }: CategoryContents): string {
  const parts = [
    products > 0 && plural(products, "produit"),
    children > 0 && plural(children, "sous-catégorie"),
    drafts > 0 && `${plural(drafts, "produit")} dont les changements en attente s'y placent`,
  ];
  return parts.filter((part) => part !== false).join(" et ");
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count > 1 ? "s" : ""}`;
}

export const CYCLE_MESSAGE =
  "Une catégorie ne peut pas se trouver dans elle-même : choisissez un autre endroit.";
export const TOO_DEEP_MESSAGE =
  "Trois niveaux au plus : choisissez un endroit plus haut dans l'arbre.";

export type Move = "up" | "down" | "in" | "out";

export interface CategoryPlace {
  id: string;
  parentId: string | null;
  order: number;
}

/**
 * Returns the places that change when a category moves before `index` among the children of `parentId`; null where the tree
 * forbids the move.
 */
export function getPlacesAfterMove(
  categories: readonly TreeCategory[],
  id: string,
  parentId: string | null,
  index: number,
): CategoryPlace[] | null {
  const moving = categories.find((category) => category.id === id);
  if (!moving || (parentId !== null && collectSubtreeIds(categories, id).has(parentId)))
    return null;
  const siblings = listChildren(categories, parentId).filter((category) => category.id !== id);
  siblings.splice(index, 0, moving);
  const places = siblings.map((category, order) => ({ id: category.id, parentId, order }));
  const placed = new Map(places.map((place) => [place.id, place]));
  const after = categories.map((category) => ({ ...category, ...placed.get(category.id) }));
  if (findTreeProblem(after)) return null;
  return places.filter((place) => {
    const before = categories.find((category) => category.id === place.id);
    return before?.parentId !== place.parentId || before.order !== place.order;
  });
}

/** Returns the places that change after one step by a button; null where the step is impossible. */
export function getPlacesAfterStep(
  categories: readonly TreeCategory[],
  id: string,
  move: Move,
): CategoryPlace[] | null {
  const moving = categories.find((category) => category.id === id);
  if (!moving) return null;
  const siblings = listChildren(categories, moving.parentId);
  const at = siblings.findIndex((category) => category.id === id);
  if (move === "up")
    return at > 0 ? getPlacesAfterMove(categories, id, moving.parentId, at - 1) : null;
  if (move === "down") {
    const isLast = at === siblings.length - 1;
    return isLast ? null : getPlacesAfterMove(categories, id, moving.parentId, at + 1);
  }
  if (move === "in") {
    const newParent = siblings[at - 1];
    return newParent
      ? getPlacesAfterMove(
          categories,
          id,
          newParent.id,
          listChildren(categories, newParent.id).length,
        )
      : null;
  }
  const parent = categories.find((category) => category.id === moving.parentId);
  if (!parent) return null;
  const parentSiblings = listChildren(categories, parent.parentId);
  const index = parentSiblings.findIndex((category) => category.id === parent.id) + 1;
  return getPlacesAfterMove(categories, id, parent.parentId, index);
}
