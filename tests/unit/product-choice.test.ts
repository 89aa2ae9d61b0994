import { describe, expect, it } from "vitest";
import {
  buildChoiceUrl,
  type ChoiceOption,
  findChoice,
  getChosenSku,
  getDefaultChoice,
  isChoiceOutOfStock,
} from "@/app/(shop)/[locale]/produit/[slug]/_buying/choice";

const option = (id: string, isAvailable = true): ChoiceOption => ({
  id,
  label: id,
  sku: id,
  swatch: null,
  imageUrl: null,
  priceModifier: "0.00",
  availability: isAvailable ? "IN_STOCK" : "OUT_OF_STOCK",
  lastItems: null,
});
const colour = { options: [option("BL", false), option("NO"), option("CH")] };
const height = { options: [option("10"), option("12")] };
const ids = (chosen: ChoiceOption[] | null) => chosen?.map(({ id }) => id) ?? null;

describe("The selected variation of a product page", () => {
  it("is the first available one of each group by default", () => {
    expect(ids(getDefaultChoice([colour, height]))).toEqual(["NO", "10"]);
    expect(ids(getDefaultChoice([{ options: [option("BL", false)] }, { options: [] }]))).toEqual([
      "BL",
    ]);
  });

  it("is restored from its URL", () => {
    const chosen = [option("CH"), option("12")];
    const address = buildChoiceUrl("/produit/x", chosen);
    expect(address).toBe("/produit/x?v=CH&v=12");
    expect(ids(findChoice([colour, height], address.slice("/produit/x".length)))).toEqual([
      "CH",
      "12",
    ]);
  });

  it("falls back to the default when the URL has none or an unknown one", () => {
    expect(findChoice([colour, height], "")).toBeNull();
    expect(findChoice([colour, height], "?v=unknown")).toBeNull();
    expect(ids(findChoice([colour, height], "?v=12&v=unknown"))).toEqual(["NO", "12"]);
  });

  it("does not change the URL of a product without variations", () => {
    expect(buildChoiceUrl("/produit/x", [])).toBe("/produit/x");
    expect(getChosenSku([], "GRC-1")).toBe("GRC-1");
    expect(getChosenSku([option("A"), option("B")], "GRC-1")).toBe("A + B");
  });

  it("is sold out when the product is in stock and the selected values are not", () => {
    expect(isChoiceOutOfStock({ availability: "IN_STOCK" }, [option("A", false)])).toBe(true);
    expect(isChoiceOutOfStock({ availability: "IN_STOCK" }, [option("A")])).toBe(false);
    expect(isChoiceOutOfStock({ availability: "ON_ORDER" }, [option("A", false)])).toBe(false);
  });
});
