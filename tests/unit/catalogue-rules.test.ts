import { describe, expect, it } from "vitest";
import { formatCount, getCatalogueDictionary } from "@/content/catalogue-dictionary";
import {
  excerpt,
  findPathTo,
  getLowestPriceWith,
  getPricePerSizeUnit,
  getPriceRange,
  getPriceWith,
  getShownAvailability,
  groupVariations,
  listWithDescendants,
  localText,
  toPublishedVariations,
} from "@/domain/catalogue/rules";
import type { CategoryNode, Variation } from "@/domain/catalogue/schema";
import { formatNumber, formatPrice, plural } from "@/lib/format/format";
import { getImageSources, getPreviewImageUrl } from "@/lib/images";

const spaces = (text: string) => text.replace(/\s/g, " ");

const variation = (name: string, value: string, priceModifier = "0.00"): Variation => ({
  id: value,
  name,
  nameAr: null,
  value,
  valueAr: null,
  swatch: null,
  imageUrl: null,
  priceModifier,
  availability: "IN_STOCK",
  lastItems: null,
  sku: null,
});

const node = (slug: string, children: CategoryNode[] = []): CategoryNode => ({
  id: slug,
  slug,
  name: slug,
  nameAr: null,
  description: null,
  descriptionAr: null,
  imageUrl: null,
  icon: null,
  productCount: 0,
  children,
});

describe("Prices", () => {
  it("add the chosen variations exactly, and are never below zero", () => {
    expect(getPriceWith("0.10", [{ priceModifier: "0.20" }])).toBe("0.30");
    expect(getPriceWith("100.00", [{ priceModifier: "15.50" }, { priceModifier: "-0.01" }])).toBe(
      "115.49",
    );
    expect(getPriceWith("10.00", [{ priceModifier: "-20.00" }])).toBe("0.00");
    expect(getPriceWith(null, [{ priceModifier: "5.00" }])).toBeNull();
    expect(getPriceWith("99999999.99", [{ priceModifier: "5.00" }])).toBe("99999999.99");
  });

  it("range from the cheapest to the most expensive choice, with one variation of each group", () => {
    const variations = [
      variation("Taille", "60", "10.00"),
      variation("Taille", "80", "20.00"),
      variation("Couleur", "Noir", "-5.05"),
      variation("Couleur", "Doré", "100.00"),
    ];
    expect(getPriceRange("1234.50", variations)).toEqual({ lowest: "1239.45", highest: "1354.50" });
    expect(getPriceRange("1234.50", [])).toEqual({ lowest: "1234.50", highest: "1234.50" });
    expect(getPriceRange(null, variations)).toBeNull();
    const lowest = variations.map((each) => getLowestPriceWith("1234.50", variations, each));
    expect(lowest).toEqual(["1239.45", "1249.45", "1239.45", "1344.50"]);
  });

  it("are shown per m² only for products sold by the box", () => {
    const box = { saleUnit: "BOX", unitSize: "1.44", unitOfSize: "M2" } as const;
    expect(getPricePerSizeUnit(box, "187.20")).toBe("130.00");
    expect(getPricePerSizeUnit({ ...box, saleUnit: "SQUARE_METRE" }, "130.00")).toBeNull();
    expect(getPricePerSizeUnit(box, null)).toBeNull();
    expect(getPricePerSizeUnit({ ...box, unitSize: null }, "130.00")).toBeNull();
  });

  it("are formatted in the local notation", () => {
    expect(spaces(formatPrice("1299.00", "fr"))).toBe("1 299 MAD");
    expect(spaces(formatPrice("129.50", "fr"))).toBe("129,50 MAD");
    expect(spaces(formatPrice("1299.00", "ar"))).toBe("1 299 درهم");
  });
});

describe("Counts", () => {
  it("are grouped like prices, in both languages", () => {
    expect(spaces(formatNumber(4000))).toBe("4 000");
    expect(spaces(formatNumber(1299.5))).toBe("1 299,5");
    for (const [locale, expected] of [
      ["fr", "4 000 produits"],
      ["ar", "4 000 منتج"],
    ] as const) {
      const { products } = getCatalogueDictionary(locale).list;
      expect(spaces(formatCount(4000, locale, products))).toBe(expected);
    }
  });
});

describe("Availability", () => {
  const stock = (name: string, count: number | null) => ({ name, stock: count });

  it.each([
    ["no variation", [], "IN_STOCK"],
    ["a stock that is not tracked", [stock("T", null)], "IN_STOCK"],
    ["one of two left", [stock("T", 0), stock("T", 1)], "IN_STOCK"],
    ["none of two left", [stock("T", 0), stock("T", 0)], "OUT_OF_STOCK"],
    ["one group sold out", [stock("T", 3), stock("C", 0)], "OUT_OF_STOCK"],
  ])("follows from the stock: %s", (_, variations, expected) => {
    expect(getShownAvailability("IN_STOCK", variations)).toBe(expected);
  });

  it("is the value set by staff, if there is one", () => {
    for (const state of ["ON_ORDER", "ASK", "OUT_OF_STOCK"] as const) {
      expect(getShownAvailability(state, [stock("T", 0)])).toBe(state);
      expect(getShownAvailability(state, [stock("T", 9)])).toBe(state);
    }
  });

  it("of a variation shows no count above five, and no price modifier for a price on request", () => {
    const { availability: _, lastItems: __, ...stored } = variation("Taille", "60");
    const publish = (count: number | null, availability: "IN_STOCK" | "ON_ORDER") =>
      toPublishedVariations({ basePrice: null, availability }, [
        { ...stored, priceModifier: "15.00", stock: count },
      ])[0];
    expect(publish(37, "IN_STOCK")).toEqual({
      ...stored,
      priceModifier: null,
      availability: "IN_STOCK",
      lastItems: null,
    });
    expect(publish(5, "IN_STOCK")).toMatchObject({ lastItems: 5 });
    expect(publish(0, "IN_STOCK")).toMatchObject({ availability: "OUT_OF_STOCK", lastItems: null });
    expect(publish(null, "IN_STOCK")).toMatchObject({ availability: "IN_STOCK", lastItems: null });
    expect(publish(0, "ON_ORDER")).toMatchObject({ availability: "ON_ORDER", lastItems: null });
  });
});

describe("Texts", () => {
  it("fall back to French and report it", () => {
    expect(localText({ name: "Robinet", nameAr: "صنبور" }, "name", "ar")).toEqual({
      text: "صنبور",
      lang: "ar",
    });
    expect(localText({ name: "Robinet", nameAr: " " }, "name", "ar")).toEqual({
      text: "Robinet",
      lang: "fr",
    });
    expect(localText({ name: "Robinet", nameAr: "صنبور" }, "name", "fr")).toEqual({
      text: "Robinet",
      lang: "fr",
    });
    expect(localText({ name: "Robinet", nameAr: null }, "name", "ar").lang).toBe("fr");
  });

  it("are truncated between words", () => {
    expect(excerpt("court")).toBe("court");
    expect(excerpt("un deux trois", 9)).toBe("un deux…");
    expect(excerpt("a ".repeat(200)).length).toBeLessThanOrEqual(156);
  });

  it("are truncated between characters when they contain no space", () => {
    expect(excerpt("x".repeat(400), 60)).toBe(`${"x".repeat(59)}…`);
    expect(excerpt(`Le ${"x".repeat(400)}`, 60)).toBe(`Le ${"x".repeat(56)}…`);
    for (const character of ["😀", "👨‍👩‍👧", "é".normalize("NFD"), "مّ"]) {
      for (let length = 20; length < 40; length++) {
        const cut = excerpt(character.repeat(200), length);
        expect(cut.length).toBeLessThanOrEqual(length);
        expect(cut.slice(0, -1).replaceAll(character, "")).toBe("");
        expect(cut.length).toBeGreaterThan(character.length);
      }
    }
  });

  it("use the six plural forms of Arabic", () => {
    const forms = { zero: "0", one: "1", two: "2", few: "f", many: "m", other: "o" };
    expect([0, 1, 2, 3, 11, 100].map((count) => plural(count, "ar", forms))).toEqual([
      "0",
      "1",
      "2",
      "f",
      "m",
      "o",
    ]);
    expect(
      [0, 1, 2].map((count) => plural(count, "fr", { one: "produit", other: "produits" })),
    ).toEqual(["produit", "produit", "produits"]);
  });
});

describe("The category tree", () => {
  const tree = [node("a", [node("b", [node("c")])]), node("d")];

  it("returns the path to a category", () => {
    expect(findPathTo(tree, "c").map(({ slug }) => slug)).toEqual(["a", "b", "c"]);
    expect(findPathTo(tree, "d").map(({ slug }) => slug)).toEqual(["d"]);
    expect(findPathTo(tree, "none")).toEqual([]);
  });

  it("returns the descendants of a category", () => {
    expect(listWithDescendants(tree[0] as CategoryNode).map(({ slug }) => slug)).toEqual([
      "a",
      "b",
      "c",
    ]);
  });
});

describe("Variations and images", () => {
  it("are grouped by name in order", () => {
    const groups = groupVariations([
      variation("Taille", "60"),
      variation("Couleur", "Blanc"),
      variation("Taille", "80"),
    ]);
    expect(groups.map(([name, values]) => [name, values.length])).toEqual([
      ["Taille", 2],
      ["Couleur", 1],
    ]);
  });

  it("map widths to stored variants", () => {
    expect(getImageSources("/media/k/1280.webp")).toEqual({
      src: "/media/k/640.webp",
      srcSet:
        "/media/k/320.webp 320w, /media/k/640.webp 640w, /media/k/960.webp 960w, /media/k/1280.webp 1280w",
    });
    expect(getImageSources("/media/k/1280.webp", 640).srcSet).toBe(
      "/media/k/320.webp 320w, /media/k/640.webp 640w",
    );
    expect(getImageSources("https://elsewhere.test/a.png")).toEqual({
      src: "https://elsewhere.test/a.png",
    });
    expect(getPreviewImageUrl("/media/k/1280.webp")).toBe("/media/k/preview.jpg");
  });
});
