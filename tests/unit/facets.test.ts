import { describe, expect, it } from "vitest";
import { selectUsefulFacets } from "@/domain/catalogue/listing/facets";

const group = (name: string, inScope: number[], { selected = false, counts = inScope } = {}) => ({
  name,
  nameAr: null,
  values: inScope.map((products, i) => ({
    value: `${name} ${i}`,
    valueAr: null,
    swatch: null,
    count: counts[i] ?? 0,
    inScope: products,
    selected,
  })),
});

describe("Facets", () => {
  it("omit options that do not narrow the list, unless a value is selected", () => {
    const shown = (groups: ReturnType<typeof group>[]) =>
      selectUsefulFacets(groups, 4).map(({ name }) => name);
    expect(shown([group("Couleur", [5, 9])])).toEqual(["Couleur"]);
    expect(shown([group("Une seule valeur", [20])])).toEqual([]);
    expect(shown([group("Une par produit", Array(20).fill(1))])).toEqual([]);
    expect(shown([group("Trop rare", [1, 2])])).toEqual([]);
    expect(shown([group("Choisie", [1], { selected: true })])).toEqual(["Choisie"]);
  });

  it("list frequent values first", () => {
    const [facet] = selectUsefulFacets([group("Couleur", [2, 9])], 2);
    expect(facet?.values.map(({ count }) => count)).toEqual([9, 2]);
  });

  it("hold still while filters change their counts", () => {
    const order = (counts?: number[]) => {
      const facets = selectUsefulFacets([group("Couleur", [9, 5, 2], counts && { counts })], 2);
      return facets.flatMap(({ values }) => values.map(({ value }) => value));
    };
    expect(order([0, 1, 2])).toEqual(order());
  });
});
