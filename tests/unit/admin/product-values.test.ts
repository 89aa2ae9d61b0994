import { describe, expect, it } from "vitest";
import { parseShopTime, toShopTime } from "@/app/admin/_components/fields/dates/shop-time";
import {
  NEW_PRODUCT,
  toProductValues,
} from "@/app/admin/(signed-in)/products/_form/product-values";
import {
  getChangedBody,
  toBodyValue,
  toProductBody,
  withFields,
  withoutEmptyRows,
} from "@/app/admin/(signed-in)/products/_form/save/product-body";
import { getFieldLabel } from "@/app/admin/(signed-in)/products/labels";
import { ProductInput } from "@/domain/catalogue/products/input";
import { buildBlankProduct } from "@/domain/catalogue/products/record";
import type { ProductForEdit } from "@/domain/catalogue/products/schema";

const product: ProductForEdit = {
  id: "p1",
  version: 3,
  chip: "PUBLISHED",
  hasDraft: false,
  missing: [],
  createdAt: "2026-11-01T10:00:00.000Z",
  updatedAt: "2026-11-02T10:00:00.000Z",
  deletedAt: null,
  shop: { slug: "zellige", hiddenCategory: null },
  ...buildBlankProduct(),
  name: "Carrelage Atlas",
  description: "Grès cérame pour sol et mur.",
  categoryId: "c1",
  slug: "carrelage-atlas",
  sku: "CAR-1",
  basePrice: "129.50",
  saleUnit: "BOX",
  unitSize: "1.440",
  unitOfSize: "M2",
  facts: [{ name: "Format", value: "60 × 60 cm" }],
  isNew: true,
  status: "ACTIVE",
  publishAt: "2025-07-01T17:30:42.123Z",
  images: [
    {
      url: "/media/a/1280.webp",
      altText: null,
      altTextAr: null,
      isPrimary: true,
      width: 1280,
      height: 960,
    },
  ],
  variations: [
    {
      id: "v1",
      name: "Couleur",
      nameAr: null,
      value: "Blanc",
      valueAr: null,
      swatch: null,
      priceModifier: "-12.50",
      stock: 4,
      sku: null,
      isActive: true,
    },
  ],
};

describe("Initial field values", () => {
  it("show formatted prices and sizes", () => {
    const values = toProductValues(product);
    expect(values.basePrice).toBe("129,50");
    expect(values.unitSize).toBe("1,44");
    expect(values.variations[0]?.values[0]?.price).toBe("117");
    expect(toProductValues({ ...product, basePrice: "1250.00", unitSize: "25" })).toMatchObject({
      basePrice: "1250",
      unitSize: "25",
    });
  });

  it("are accepted by the route's schema when unchanged", () => {
    const parsed = ProductInput.parse(toProductBody(toProductValues(product)));
    expect(parsed).toMatchObject({
      name: product.name,
      basePrice: "129.50",
      unitSize: "1.44",
      variations: [{ id: "v1", priceModifier: "-12.50", stock: 4 }],
    });
  });

  it("leave the slug and the date of a new product to the server", () => {
    const body = toProductBody({ ...NEW_PRODUCT, name: "Sable", categoryId: "c1" });
    expect(body.slug).toBeUndefined();
    expect(body.publishAt).toBeUndefined();
    expect(ProductInput.safeParse(body).success).toBe(true);
  });
});

describe("The submitted fields", () => {
  const base = toProductValues(product);

  it("are empty when nothing changed, seconds of a date included", () => {
    expect(getChangedBody(base, structuredClone(base))).toEqual({});
  });

  it("contain only changed fields", () => {
    const values = { ...base, name: "Carrelage Toubkal ", sku: "" };
    expect(getChangedBody(base, values)).toEqual({ name: "Carrelage Toubkal", sku: null });
  });

  it("contain a whole list when one of its rows changed or moved", () => {
    const [option] = base.variations;
    const [first] = option?.values ?? [];
    const second = { ...first, variationId: "", value: "Noir" };
    const values = { ...base, variations: [{ ...option, values: [second, first] }] } as typeof base;
    expect(getChangedBody(base, values).variations).toMatchObject([
      { value: "Noir" },
      { id: "v1", value: "Blanc" },
    ]);
  });

  it("publish now when the date is cleared", () => {
    const { publishAt } = getChangedBody(base, { ...base, publishAt: "" });
    expect(Math.abs(Date.now() - Date.parse(String(publishAt)))).toBeLessThan(5_000);
  });

  it("omit empty rows", () => {
    const blank = { name: " ", nameAr: "", value: "", valueAr: "" };
    const values = withoutEmptyRows({ ...base, facts: [blank, ...base.facts] });
    expect(values.facts).toHaveLength(1);
  });

  it("keep the editor's own side of the chosen fields", () => {
    const theirs = { ...base, name: "Le leur", brand: "Leur marque" };
    const mine = { ...base, name: "Le mien", brand: "Ma marque" };
    expect(withFields(theirs, mine, ["name"])).toMatchObject({
      name: "Le mien",
      brand: "Leur marque",
    });
  });
});

describe("A whole number", () => {
  const row = { label: "Garantie", kind: "integer" } as const;

  it("is sent as a number, and as nothing where it is blank", () => {
    expect([toBodyValue(row, " 24 "), toBodyValue(row, "0"), toBodyValue(row, " ")]).toEqual([
      24,
      0,
      null,
    ]);
  });

  it("is sent as text where it is unreadable, so that the schema names the problem", () => {
    expect(toBodyValue(row, "deux ans")).toBe("deux ans");
  });
});

describe("The shop's time zone", () => {
  it("is GMT, also with time zone tables older than Morocco's law", () => {
    expect(toShopTime("2026-11-23T17:30:42.123Z")).toBe("2026-11-23T17:30");
    expect(parseShopTime("2026-11-23T17:30")).toBe("2026-11-23T17:30:00.000Z");
  });

  it("rejects invalid times", () => {
    expect(parseShopTime("")).toBeNull();
    expect(parseShopTime("demain")).toBeNull();
    expect(toShopTime(null)).toBe("");
  });
});

describe("Field names", () => {
  it("count rows from one", () => {
    expect(getFieldLabel("variations.0.values.2.sku")).toBe("Option 1, valeur 3, référence");
    expect(getFieldLabel("variations.0.values.1.value")).toBe("Option 1, valeur 2");
    expect(getFieldLabel("variations.1.name")).toBe("Option 2, nom");
    expect(getFieldLabel("images.0")).toBe("Photo 1");
    expect(getFieldLabel("basePrice")).toBe("Prix");
  });
});
