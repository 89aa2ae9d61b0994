import { describe, expect, it } from "vitest";
import {
  addressOfChoice,
  type ChoiceOption,
  chosenIn,
  firstChoice,
  isGone,
  skuOf,
} from "@/app/(shop)/[locale]/produit/[slug]/choice";

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

describe("the variation of a product page", () => {
  it("is the first available of each group until somebody chooses", () => {
    expect(ids(firstChoice([colour, height]))).toEqual(["NO", "10"]);
    expect(ids(firstChoice([{ options: [option("BL", false)] }, { options: [] }]))).toEqual(["BL"]);
  });

  it("comes back from its own address", () => {
    const chosen = [option("CH"), option("12")];
    const address = addressOfChoice("/produit/x", chosen);
    expect(address).toBe("/produit/x?v=CH&v=12");
    expect(ids(chosenIn([colour, height], address.slice("/produit/x".length)))).toEqual([
      "CH",
      "12",
    ]);
  });

  it("keeps the usual one where the address names none or one that is gone", () => {
    expect(chosenIn([colour, height], "")).toBeNull();
    expect(chosenIn([colour, height], "?v=unknown")).toBeNull();
    expect(ids(chosenIn([colour, height], "?v=12&v=unknown"))).toEqual(["NO", "12"]);
  });

  it("leaves the address of a product without variations alone", () => {
    expect(addressOfChoice("/produit/x", [])).toBe("/produit/x");
    expect(skuOf([], "GRC-1")).toBe("GRC-1");
    expect(skuOf([option("A"), option("B")], "GRC-1")).toBe("A + B");
  });

  it("is gone only where the product as such is in stock", () => {
    expect(isGone({ availability: "IN_STOCK" }, [option("A", false)])).toBe(true);
    expect(isGone({ availability: "IN_STOCK" }, [option("A")])).toBe(false);
    expect(isGone({ availability: "ON_ORDER" }, [option("A", false)])).toBe(false);
  });
});
