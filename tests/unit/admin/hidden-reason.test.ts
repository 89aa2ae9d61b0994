import { describe, expect, it } from "vitest";
import {
  getShownPriceRange,
  toOptions,
} from "@/app/admin/(signed-in)/products/_form/options/product-options";
import { getHiddenReason } from "@/app/admin/(signed-in)/products/hidden-reason";
import { formatShownPrice } from "@/app/admin/(signed-in)/products/shown-price";

const NOW = Date.parse("2026-11-29T12:00:00Z");
const published = {
  status: "ACTIVE" as const,
  deletedAt: null,
  publishAt: "2026-11-01T08:00:00.000Z",
  unpublishAt: null,
  shop: { slug: null, hiddenCategory: null },
};

describe("The reason why a published product is hidden", () => {
  it.each([
    [{ shop: { slug: "zellige", hiddenCategory: null } }, null],
    [{ status: "DRAFT" as const }, null],
    [{ deletedAt: "2026-11-20T08:00:00.000Z" }, null],
    [
      { shop: { slug: null, hiddenCategory: "Bain" } },
      "Pas visible : la catégorie « Bain » est masquée.",
    ],
    [{ publishAt: "2026-12-24T08:00:00.000Z" }, /^Pas visible avant le 24 déc\. 2026/],
    [
      { unpublishAt: "2026-11-20T08:00:00.000Z" },
      /^Pas visible : la publication a pris fin le 20 nov\. 2026/,
    ],
  ])("%j", (fields, expected) => {
    const reason = getHiddenReason({ ...published, ...fields }, NOW);
    if (expected instanceof RegExp) expect(reason).toMatch(expected);
    else expect(reason).toBe(expected);
  });
});

describe("The customer price", () => {
  const card = {
    price: "90.00",
    priceFrom: true,
    saleUnit: "SQUARE_METRE" as const,
    unitSize: null,
    unitOfSize: null,
  };

  it.each([
    [{}, "à partir de 90 MAD / m²"],
    [{ priceFrom: false, saleUnit: "PIECE" as const }, "90 MAD"],
    [{ price: null, priceFrom: false }, "Prix sur demande"],
  ])("%j", (fields, expected) => {
    expect(formatShownPrice({ ...card, ...fields }).replaceAll("\u00a0", " ")).toBe(expected);
  });

  it("is previewed from the available values", () => {
    const value = (priceModifier: string, isActive = true) => ({
      id: priceModifier,
      name: "Taille",
      nameAr: null,
      value: priceModifier,
      valueAr: null,
      swatch: null,
      priceModifier,
      stock: null,
      sku: null,
      isActive,
    });
    const options = toOptions([value("-10.00"), value("15.00"), value("-50.00", false)], "100.00");
    expect(getShownPriceRange("100", options)).toEqual({ lowest: "90.00", highest: "115.00" });
    expect(getShownPriceRange("100", [])).toEqual({ lowest: "100.00", highest: "100.00" });
    expect(getShownPriceRange("cent", options)).toBeNull();
  });
});
