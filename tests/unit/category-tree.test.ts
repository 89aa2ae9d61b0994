import { describe, expect, it } from "vitest";
import {
  findHiddenAncestor,
  formatVisibilityLoss,
  getPlacesAfterMove,
  getPlacesAfterStep,
  getVisibilityLoss,
  isHidden,
  sortInTreeOrder,
} from "@/domain/catalogue/categories/rules";
import { toSlug } from "@/domain/catalogue/slugs";

const node = (id: string, parentId: string | null, order: number) => ({
  id,
  parentId,
  order,
  name: id,
});
/** a (a1 (a11), a2), b, c */
const tree = [
  node("c", null, 2),
  node("a", null, 0),
  node("a2", "a", 1),
  node("b", null, 1),
  node("a1", "a", 0),
  node("a11", "a1", 0),
];

const treeAfter = (places: ReturnType<typeof getPlacesAfterStep>) =>
  places &&
  sortInTreeOrder(tree.map((entry) => ({ ...entry, ...places.find(({ id }) => id === entry.id) })))
    .map(({ id, depth }) => "-".repeat(depth) + id)
    .join(" ");

describe("The category tree", () => {
  it("lists parents before children", () => {
    expect(treeAfter([])).toBe("a -a1 --a11 -a2 b c");
  });

  it.each([
    ["a", "up", null],
    ["a", "down", "b a -a1 --a11 -a2 c"],
    ["c", "down", null],
    ["c", "up", "a -a1 --a11 -a2 c b"],
    ["c", "in", "a -a1 --a11 -a2 b -c"],
    ["b", "in", "a -a1 --a11 -a2 -b c"],
    ["a2", "in", "a -a1 --a11 --a2 b c"],
    ["a2", "out", "a -a1 --a11 a2 b c"],
    ["a11", "out", "a -a1 -a11 -a2 b c"],
    ["a11", "in", null],
    ["a1", "in", null],
    ["b", "out", null],
    ["unknown", "up", null],
  ] as const)("moves %s %s: %s", (id, move, expected) => {
    expect(treeAfter(getPlacesAfterStep(tree, id, move))).toBe(expected);
  });

  it("rejects a move of a category into itself, below itself or too deep", () => {
    expect(getPlacesAfterMove(tree, "a", "a", 0)).toBeNull();
    expect(getPlacesAfterMove(tree, "a", "a11", 0)).toBeNull();
    expect(getPlacesAfterMove(tree, "a1", "b", 0)).not.toBeNull();
    expect(getPlacesAfterMove(tree, "a", "b", 0)).toBeNull();
    expect(getPlacesAfterMove(tree, "b", "a11", 0)).toBeNull();
  });

  it("reports only categories whose place changed", () => {
    expect(getPlacesAfterMove(tree, "c", "b", 0)).toEqual([{ id: "c", parentId: "b", order: 0 }]);
  });
});

describe("A slug", () => {
  it.each([
    ["Évier inox 60×40 cm", "evier-inox-60x40-cm"],
    ["  L'œuvre — Straße ", "l-oeuvre-strasse"],
    ["مرايا", "autre"],
    ["a".repeat(200), "a".repeat(80)],
  ])("of %j is %s", (name, slug) => {
    expect(toSlug(name, "autre")).toBe(slug);
  });
});

describe("Hidden categories", () => {
  const visible = tree.map((entry) => ({ ...entry, isActive: true, visibleCount: 2 }));
  const changed = (id: string, change: object) =>
    visible.map((entry) => (entry.id === id ? { ...entry, ...change } : entry));

  it("hide all their descendants, and nothing else", () => {
    const after = changed("a1", { isActive: false });
    expect(after.filter(({ id }) => isHidden(after, id)).map(({ id }) => id)).toEqual([
      "a1",
      "a11",
    ]);
    expect(findHiddenAncestor(after, "a11")?.id).toBe("a1");
    expect(findHiddenAncestor(after, "a1")).toBeNull();
  });

  it("hide their published products after any kind of change", () => {
    const hidden = changed("a", { isActive: false });
    expect(getVisibilityLoss(visible, hidden)).toEqual({ products: 8, categories: 4 });
    expect(getVisibilityLoss(hidden, visible)).toEqual({ products: 0, categories: 0 });
    const bHidden = changed("b", { isActive: false });
    const moved = bHidden.map((entry) => (entry.id === "a1" ? { ...entry, parentId: "b" } : entry));
    expect(getVisibilityLoss(bHidden, moved)).toEqual({ products: 4, categories: 2 });
  });

  it("report what becomes hidden", () => {
    expect(formatVisibilityLoss({ products: 12, categories: 1 })).toBe(
      "12 produits et 1 catégorie ne seront plus visibles dans la boutique.",
    );
    expect(formatVisibilityLoss({ products: 0, categories: 1 })).toBe(
      "1 catégorie ne sera plus visible dans la boutique.",
    );
  });
});
