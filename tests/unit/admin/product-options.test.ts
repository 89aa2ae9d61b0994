import { describe, expect, it } from "vitest";
import {
  EMPTY_VALUE,
  findOptionProblems,
  getPriceModifier,
  getValuePrice,
  isColourOption,
  type ProductOption,
  toFormField,
  toOptions,
  toVariationInputs,
  withoutEmptyOptions,
} from "@/app/admin/(signed-in)/products/_form/options/product-options";

const stored = (id: string, name: string, value: string, priceModifier = "0.00") => ({
  id,
  name,
  nameAr: null,
  value,
  valueAr: null,
  swatch: null,
  imageUrl: null,
  priceModifier,
  stock: 3,
  sku: null,
  isActive: true,
});
const size = (...values: Partial<ProductOption["values"][number]>[]): ProductOption => ({
  name: "Taille",
  nameAr: "",
  values: values.map((value) => ({ ...EMPTY_VALUE, ...value })),
});

describe("Variations grouped as options", () => {
  it("become one option for each name, in any order of values", () => {
    const options = toOptions(
      [stored("1", "Taille", "S"), stored("2", "Couleur", "Noir"), stored("3", "Taille", "M")],
      "100.00",
    );
    expect(options.map(({ name, values }) => [name, values.map(({ value }) => value)])).toEqual([
      ["Taille", ["S", "M"]],
      ["Couleur", ["Noir"]],
    ]);
  });

  it.each(["0.00", "15.00", "-12.50", "-99.99"])(
    "preserve a stored price difference of %s",
    (modifier) => {
      const options = toOptions([stored("1", "Taille", "S", modifier)], "100.00");
      expect(toVariationInputs(options, "100")).toMatchObject([
        { id: "1", name: "Taille", value: "S", priceModifier: modifier, stock: "3" },
      ]);
    },
  );

  it("preserve the difference of a product without a price until it gets one", () => {
    const options = toOptions([stored("1", "Taille", "S", "15.00")], null);
    expect(options[0]?.values[0]?.price).toBe("");
    expect(toVariationInputs(options, "")).toMatchObject([{ priceModifier: "15.00" }]);
    expect(getValuePrice(options[0]?.values[0] ?? EMPTY_VALUE, "100")).toBe("115.00");
  });

  it("omit empty values", () => {
    expect(withoutEmptyOptions([size({}, { value: "S" }), size({})])).toEqual([
      size({ value: "S" }),
    ]);
    expect(withoutEmptyOptions([size({ variationId: "1" })])).toHaveLength(1);
  });
});

describe("The price of an option value", () => {
  it("is stored as the difference from the product price", () => {
    const price = { price: "129,50", priceModifier: "0.00" };
    expect(getPriceModifier(price, "100")).toBe("29.50");
    expect(getPriceModifier(price, "1 200")).toBe("-1070.50");
    expect(getPriceModifier({ price: "0,30", priceModifier: "0.00" }, "0,10")).toBe("0.20");
  });

  it("stays as typed when the product price changes, and follows it when it was not typed", () => {
    const [typed, empty] = [
      { price: "150", priceModifier: "50.00" },
      { price: "", priceModifier: "0.00" },
    ];
    expect(getValuePrice(typed, "120")).toBe("150.00");
    expect(getPriceModifier(typed, "120")).toBe("30.00");
    expect(getValuePrice(empty, "120")).toBe("120.00");
    expect(getPriceModifier(empty, "120")).toBe("0.00");
  });
});

describe("Option errors", () => {
  const options = [size({ value: "S" }, { value: "M" }), size({ value: "L" })];

  it("are shown at the form field that the API error refers to", () => {
    expect(toFormField("variations.0.value", options)).toBe("variations.0.values.0.value");
    expect(toFormField("variations.1.priceModifier", options)).toBe("variations.0.values.1.price");
    expect(toFormField("variations.2.sku", options)).toBe("variations.1.values.0.sku");
    expect(toFormField("variations.2.name", options)).toBe("variations.1.name");
    expect(toFormField("variations.7.sku", options)).toBe("variations");
    expect(toFormField("variations", options)).toBe("variations");
    expect(toFormField("basePrice", options)).toBe("basePrice");
  });

  it("include an unreadable price, and a price without a product price", () => {
    const price = size({ value: "S", price: "12,5O" }, { value: "M", price: "12" });
    expect(Object.keys(findOptionProblems([price], "100"))).toEqual([
      "variations.0.values.0.price",
    ]);
    expect(findOptionProblems([price], "")["variations.0.values.1.price"]).toMatch(
      /prix du produit/,
    );
  });

  it("include a duplicate value and a duplicate option", () => {
    expect(Object.keys(findOptionProblems([size({ value: "S" }, { value: " S" })], "100"))).toEqual(
      ["variations.0.values.1.value"],
    );
    expect(Object.keys(findOptionProblems(options, "100"))).toEqual(["variations.1.name"]);
  });
});

describe("A colour swatch", () => {
  it("is shown for colour options only", () => {
    expect(isColourOption({ ...size(), name: "Couleur du joint" })).toBe(true);
    expect(isColourOption(size({ value: "S" }))).toBe(false);
    expect(isColourOption(size({ value: "S", swatch: "#c0a080" }))).toBe(true);
  });
});
