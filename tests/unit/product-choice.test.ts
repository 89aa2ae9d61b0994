import { describe, expect, it } from "vitest";
import {
  buildChoiceUrl,
  type ChoiceOption,
  findChoice,
  getChosenSku,
  getDefaultChoice,
  isChoiceOutOfStock,
} from "@/app/(shop)/[locale]/produit/[slug]/_buying/choice";
import { getComingPrice } from "@/app/(shop)/[locale]/produit/[slug]/_buying/planned-price";
import { formatComingMoment } from "@/lib/format/coming-moment";

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

describe("The announcement of a price", () => {
  const planned = {
    from: "2026-12-05T00:00:00.000Z",
    text: "",
    basePrice: "90.00",
    options: [
      { id: "BL", priceModifier: "10.00" },
      { id: "NO", priceModifier: "0.00" },
    ],
  };

  it("is the future price of the choice, where it changes", () => {
    expect(getComingPrice(planned, [option("BL")], "95.00")).toBe("100.00");
    expect(getComingPrice(planned, [option("BL")], "100.00")).toBeNull();
    expect(getComingPrice(planned, [option("BL")], null)).toBe("100.00");
    expect(getComingPrice(planned, [], "100.00")).toBe("90.00");
  });

  it.each([
    ["2026-12-05T00:00:00.000Z", "5 décembre", "5 دجنبر"],
    ["2026-12-01T14:30:00.000Z", "1er décembre à 14:30", "1 دجنبر في 14:30"],
    ["2027-01-01T00:00:00.000Z", "1er janvier 2027", "1 يناير 2027"],
  ])("names %s by its day, and by its time and year where they matter", (iso, fr, ar) => {
    const now = new Date("2026-11-30T12:00:00Z");
    expect(formatComingMoment(iso, "fr", now)).toBe(fr);
    expect(formatComingMoment(iso, "ar", now)).toBe(ar);
  });
});
