import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { listActiveFilters } from "@/app/(shop)/_components/listing/filters/active-filters";
import { FilterSheet } from "@/app/(shop)/_components/listing/filters/filter-sheet";
import type { ListingView } from "@/app/(shop)/_components/listing/listing-view";
import type { Facets } from "@/domain/catalogue/schema";

const toValue = (value: string, count: number, selected = false) => {
  return { value, valueAr: null, swatch: null, count, selected };
};

const facets: Facets = {
  categories: [
    { slug: "wc", name: "WC", nameAr: "مراحيض", count: 4, selected: false },
    { slug: "vasques", name: "Vasques", nameAr: null, count: 0, selected: false },
  ],
  options: [
    {
      name: "Couleur",
      nameAr: "اللون",
      values: [toValue("Blanc", 4), toValue("Noir", 0), toValue("Gris", 0, true)],
    },
    {
      name: "Format",
      nameAr: null,
      values: Array.from({ length: 9 }, (_, i) => toValue(`${i} cm`, i)),
    },
  ],
  price: null,
  inStock: 0,
};

function buildView(state: Partial<ListingView["state"]>, shown: Partial<Facets> = {}): ListingView {
  const pagination = { page: 1, pageSize: 24, total: 4, totalPages: 1 };
  return {
    locale: "fr",
    path: "/recherche",
    searchText: "wc",
    sorts: ["relevance", "name"],
    state: { page: 1, sort: "relevance", ...state },
    listing: { items: [], pagination, facets: { ...facets, ...shown } },
  };
}

const render = (view: ListingView) => renderToStaticMarkup(<FilterSheet view={view} />);

/** The attributes of each field, by name and value. */
function findField(markup: string, name: string, value: string): string {
  const fields = markup.match(/<input\b[^>]*>/g) ?? [];
  return (
    fields.find(
      (field) => field.includes(`name="${name}"`) && field.includes(`value="${value}"`),
    ) ?? ""
  );
}

describe("The filters of a list", () => {
  it("keep the order of the facets, whatever their counts", () => {
    const values = [...render(buildView({})).matchAll(/value="Couleur:(\w+)"/g)];
    expect(values.map(([, value]) => value)).toEqual(["Blanc", "Noir", "Gris"]);
  });

  it("grey the values that no product has, unless they are selected", () => {
    const markup = render(buildView({}));
    const isGrey = (name: string, value: string) =>
      findField(markup, name, value).includes('aria-disabled="true"');
    expect(isGrey("option", "Couleur:Blanc")).toBe(false);
    expect(isGrey("option", "Couleur:Noir")).toBe(true);
    expect(isGrey("option", "Couleur:Gris")).toBe(false);
    expect(isGrey("category", "wc")).toBe(false);
    expect(isGrey("category", "vasques")).toBe(true);
    expect(isGrey("inStock", "1")).toBe(true);
    expect(isGrey("new", "1")).toBe(false);
    expect(markup).not.toContain(" disabled");
  });

  it("open a long group whose selected value is further down", () => {
    const selected = facets.options.map((group) => ({
      ...group,
      values: group.values.map((value, i) => ({ ...value, selected: i === 8 })),
    }));
    expect(render(buildView({}))).toMatch(/<details[^>]*data-group="option Format">/);
    expect(render(buildView({}, { options: selected }))).toMatch(
      /<details[^>]*data-group="option Format" open="">/,
    );
  });

  it("keep the price in its place while others are selected", () => {
    expect(render(buildView({}))).not.toContain('name="minPrice"');
    expect(render(buildView({ inStock: true }))).toContain('name="minPrice"');
  });

  it("offer one category of a search, and keep its spelling", () => {
    const markup = render(buildView({ exact: true }));
    expect(findField(markup, "category", "")).toContain("checked");
    expect(findField(markup, "exact", "1")).toContain('type="hidden"');
    expect(render(buildView({}, { categories: [] }))).not.toContain('name="category"');
    expect(render(buildView({ category: "wc" }, { categories: [] }))).toContain('name="category"');
  });
});

describe("A selected category", () => {
  it("is named among the selected filters, and removed without the others", () => {
    const [filter] = listActiveFilters(buildView({ category: "wc", exact: true, page: 3 }));
    expect(filter).toMatchObject({
      label: "WC",
      rest: { page: 1, sort: "relevance", exact: true },
    });
  });

  it("has its slug as a name when the facets do not list it", () => {
    const [filter] = listActiveFilters(buildView({ category: "constructor" }));
    expect(filter?.label).toBe("constructor");
  });
});
