import { describe, expect, it } from "vitest";
import {
  buildListingQuery,
  clearFilters,
  hasFilters,
  type ListingState,
  parseListing,
  parseSearch,
  type RawParams,
  withoutFilters,
  withoutOption,
} from "@/domain/catalogue/listing/url";
import { PRODUCT_SORTS, ProductQuery, SearchQuery } from "@/domain/catalogue/schema";

const parse = (params: RawParams) => parseListing(params, PRODUCT_SORTS);

/** Returns the search params that Next passes to a page for this query. */
function toParams(query: string): RawParams {
  const params: Record<string, string | string[]> = {};
  for (const [key, value] of new URLSearchParams(query)) {
    const before = params[key];
    params[key] = before === undefined ? value : [before, value].flat();
  }
  return params;
}

describe("Parsing the URL of a list", () => {
  it("returns the first page, newest first, without parameters", () => {
    expect(parse({})).toEqual({ page: 1, sort: "newest" });
  });

  it("returns every filter", () => {
    const query =
      "?page=3&sort=price_asc&minPrice=10&maxPrice=99,50&inStock=1&new=true" +
      "&option=Couleur:Blanc&option=Couleur:Noir+Mat&option=Format:60%C3%9760+cm";
    expect(parse(toParams(query))).toEqual({
      page: 3,
      sort: "price_asc",
      minPrice: 10,
      maxPrice: 99.5,
      inStock: true,
      new: true,
      option: { Couleur: ["Blanc", "Noir Mat"], Format: ["60×60 cm"] },
    });
  });

  it("preserves colons inside a value", () => {
    expect(parse({ option: "Échelle:1:50" }).option).toEqual({ Échelle: ["1:50"] });
  });

  it("swaps a reversed price range", () => {
    expect(parse({ minPrice: "500", maxPrice: "20" })).toMatchObject({
      minPrice: 20,
      maxPrice: 500,
    });
  });

  it.each([
    ["page", "0"],
    ["page", "-1"],
    ["page", "1e3"],
    ["page", "10001"],
    ["page", "99999999999999999999"],
    ["sort", "relevance"],
    ["sort", "__proto__"],
    ["minPrice", "abc"],
    ["minPrice", "-5"],
    ["maxPrice", ""],
    ["maxPrice", "1e9"],
    ["maxPrice", "123456789"],
    ["inStock", "yes"],
    ["featured", "0"],
    ["option", "Couleur"],
    ["option", ":Blanc"],
    ["option", "Couleur:"],
    ["option", "Couleur:\0"],
    ["option", `${"x".repeat(81)}:a`],
    ["option", `Couleur:${"x".repeat(10_000)}`],
    ["option", "Couleur:\ud800"],
    ["unknown", "1"],
  ])("ignores %s=%j", (key, value) => {
    expect(parse({ [key]: value })).toEqual(parse({}));
  });

  it("uses the first of repeated values", () => {
    expect(parse({ page: ["2", "9"], sort: ["name", "popular"] })).toEqual({
      page: 2,
      sort: "name",
    });
  });

  it("counts a repeated option once and applies the limits of the API", () => {
    const many = Array.from({ length: 40 }, (_, i) => [`N${i}:a`, `N0:${i}`, "N0:a"]).flat();
    const option = parse({ option: many }).option ?? {};
    expect(Object.keys(option)).toHaveLength(10);
    expect(option.N0).toHaveLength(20);
  });
});

describe("Parsing the URL of a search", () => {
  const parseSearchOf = (query: string) => parseSearch(toParams(query), ["relevance", "name"]);

  it("adds one category and the exact spelling to the filters of a list", () => {
    expect(
      parseSearchOf("?q=lavabo&exact=1&category=vasques&category=wc&inStock=1&sort=name"),
    ).toEqual({ page: 1, sort: "name", exact: true, category: "vasques", inStock: true });
  });

  it.each(["exact=yes", "exact=", "category=", "category=%00", `category=${"x".repeat(201)}`])(
    "ignores %s",
    (query) => {
      expect(parseSearchOf(`?${query}`)).toEqual({ page: 1, sort: "relevance" });
    },
  );

  it("is reversible, and the API accepts the result", () => {
    const state = parseSearchOf("?exact=true&category=constructor&option=Couleur:Blanc&page=2");
    const query = buildListingQuery(state, "relevance", "zellige");
    expect(query).toBe("?q=zellige&exact=1&category=constructor&option=Couleur%3ABlanc&page=2");
    expect(parseSearchOf(query)).toEqual(state);
    const sent = { q: "zellige", exact: "1", category: "constructor", page: "2" };
    expect(SearchQuery.parse(sent)).toMatchObject({ exact: true, category: "constructor" });
  });

  it("is no part of the URL of a category", () => {
    expect(parse({ exact: "1", category: "wc" })).toEqual(parse({}));
  });

  it("counts the category as a filter, but not the spelling", () => {
    const state = parseSearchOf("?exact=1&category=wc&page=3");
    expect(hasFilters(state)).toBe(true);
    expect(clearFilters(state)).toEqual({ page: 1, sort: "relevance", exact: true });
    expect(hasFilters(clearFilters(state))).toBe(false);
    expect(withoutFilters(state, "category")).toEqual(clearFilters(state));
  });
});

describe("Building the URL of a list", () => {
  it("omits defaults", () => {
    expect(buildListingQuery(parse({}), "newest")).toBe("");
    expect(buildListingQuery({ page: 1, sort: "relevance" }, "relevance")).toBe("");
  });

  it("puts the search words first", () => {
    expect(buildListingQuery({ page: 2, sort: "name" }, "newest", "zellige bleu")).toBe(
      "?q=zellige+bleu&sort=name&page=2",
    );
  });

  it("is reversible for any filters, and the API accepts the result", () => {
    const random = generator(20_261_122);
    for (let run = 0; run < 500; run++) {
      const state = randomState(random);
      const again = parse(toParams(buildListingQuery(state, "newest")));
      expect(again).toEqual(state);
      const { option, page, minPrice, maxPrice, ...rest } = again;
      const sent = {
        ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, String(value)])),
        page: String(page),
        ...(minPrice !== undefined && { minPrice: String(minPrice) }),
        ...(maxPrice !== undefined && { maxPrice: String(maxPrice) }),
        ...(option && { option }),
      };
      expect(ProductQuery.safeParse(sent).success).toBe(true);
    }
  });

  it("is stable for any malformed input", () => {
    const random = generator(7);
    const keys = ["page", "sort", "minPrice", "maxPrice", "inStock", "option", "q"];
    const values = ["", "0", "1", "2", "9,5", "a:b", ":", "é: ×", "\0", "%00", "📦:🧱", "newest"];
    for (let run = 0; run < 500; run++) {
      const params = Object.fromEntries(
        Array.from({ length: 4 }, () => [
          pick(random, keys),
          [pick(random, values), pick(random, values)],
        ]),
      );
      const state = parse(params);
      expect(parse(toParams(buildListingQuery(state, "newest")))).toEqual(state);
    }
  });
});

describe("Removing filters", () => {
  const state = parse(
    toParams("?page=4&sort=name&minPrice=5&inStock=1&option=A:1&option=A:2&option=B:3"),
  );

  it("returns to the first page and preserves the others", () => {
    expect(withoutFilters(state, "minPrice", "maxPrice")).toEqual({
      page: 1,
      sort: "name",
      inStock: true,
      option: { A: ["1", "2"], B: ["3"] },
    });
    expect(withoutOption(state, "A", "1").option).toEqual({ A: ["2"], B: ["3"] });
  });

  it("leaves no empty group", () => {
    expect(withoutOption(state, "B", "3").option).toEqual({ A: ["1", "2"] });
    expect(withoutOption({ page: 1, sort: "name", option: { B: ["3"] } }, "B", "3")).toEqual({
      page: 1,
      sort: "name",
    });
  });

  it("preserves the sort order when all filters are removed", () => {
    expect(clearFilters(state)).toEqual({ page: 1, sort: "name" });
    expect(hasFilters(state)).toBe(true);
    expect(hasFilters(clearFilters(state))).toBe(false);
  });
});

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function pick<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

function randomState(random: () => number): ListingState<(typeof PRODUCT_SORTS)[number]> {
  const sometimes = () => random() < 0.5;
  const prices = [random() * 1e6, random() * 1e6].map((price) => Math.round(price * 100) / 100);
  const [min = 0, max = 0] = prices.toSorted((a, b) => a - b);
  const names = ["Couleur", "Débit & pression", "اللون", "A=B", "é+è"].filter(sometimes);
  const values = ["Noir Mat", '1/2"', "60×60 cm", "أبيض", "a:b", "100 %", "+"];
  const options = names.map((name) => [name, values.filter((_, i) => i === 0 || sometimes())]);
  return {
    page: 1 + Math.floor(random() * 10_000),
    sort: pick(random, PRODUCT_SORTS),
    ...(sometimes() && { minPrice: min }),
    ...(sometimes() && { maxPrice: max }),
    ...(sometimes() && { inStock: true as const }),
    ...(sometimes() && { featured: true as const }),
    ...(sometimes() && { new: true as const }),
    ...(options.length > 0 && { option: Object.fromEntries(options) }),
  };
}
