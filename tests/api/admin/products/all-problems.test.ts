import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { buildProduct, buildUpload, buildVariationInput } from "../../../support/build";
import { createProduct, createPublishedProduct, saveProduct } from "../../../support/products";
import { buildStaff } from "../../../support/staff";

let staff: Awaited<ReturnType<typeof buildStaff>>;
let takenSlug: string;

beforeAll(async () => {
  staff = await buildStaff("ADMIN");
  const other = await buildProduct({
    sku: "PRIS-1",
    variations: { create: buildVariationInput("Taille", "60", { sku: "PRIS-2" }) },
  });
  takenSlug = other.slug;
});

const getFieldNames = ({ body }: { body?: { error?: { details?: object } } | undefined }) =>
  Object.keys(body?.error?.details ?? {}).sort();
const size = (fields: object) => ({ name: "Taille", value: "40", ...fields });

describe("A new product with several problems gets all of them in one response:", () => {
  it("malformed fields, taken values and missing content", async () => {
    const before = await db.product.count();
    const response = await createProduct(staff, {
      name: "x",
      basePrice: "douze",
      sku: "pris-1",
      slug: takenSlug,
      status: "ACTIVE",
      description: "Court",
      brand: "é".repeat(81),
      categoryId: "nowhere",
    });
    expect(response.status).toBe(400);
    expect(getFieldNames(response)).toEqual([
      "basePrice",
      "brand",
      "categoryId",
      "description",
      "images",
      "name",
      "sku",
      "slug",
    ]);
    expect(await db.product.count()).toBe(before);
  });

  it("valid rows beside a malformed row", async () => {
    const response = await createProduct(staff, {
      variations: [size({ stock: "-1" }), size({ value: "60", sku: "pris-2" })],
      facts: [{ name: "", value: "12 kg" }],
      images: [{ url: "/media/nowhere/1.webp" }],
    });
    expect(getFieldNames(response)).toEqual([
      "facts.0.name",
      "images.0.url",
      "variations.0.stock",
      "variations.1.sku",
    ]);
  });

  it("several invalid images and variations", async () => {
    const { url } = await buildUpload();
    const response = await createProduct(staff, {
      images: [{ url: "/media/a/1.webp" }, { url }, { url: "/media/b/1.webp" }],
      variations: [size({ id: "nowhere" }), size({}), size({ value: "60", imageUrl: "/c" })],
      sku: "PRIS-1",
    });
    expect(getFieldNames(response)).toEqual([
      "images.0.url",
      "images.2.url",
      "sku",
      "variations.0.id",
      "variations.1.value",
      "variations.2.imageUrl",
    ]);
  });

  it("a price to confirm beside a taken value", async () => {
    const response = await createProduct(staff, { basePrice: "2000000", sku: "PRIS-1" });
    expect(response.status).toBe(400);
    expect(getFieldNames(response)).toEqual(["confirmHighPrice", "sku"]);
  });
});

describe("An edit with several problems gets all of them in one response:", () => {
  it("malformed fields, taken values and missing content", async () => {
    const { product } = await createProduct(staff);
    const response = await saveProduct(staff, product.id, {
      version: 1,
      status: "ACTIVE",
      brand: 7,
      sku: "pris-1",
      slug: takenSlug,
      description: "Court",
      unitSize: "5",
      basePrice: "",
    });
    expect(response.status).toBe(400);
    expect(getFieldNames(response)).toEqual([
      "basePrice",
      "brand",
      "description",
      "images",
      "sku",
      "slug",
      "unitOfSize",
    ]);
    const storedProduct = await db.product.findUniqueOrThrow({ where: { id: product.id } });
    expect(storedProduct).toMatchObject({ version: 1, status: "DRAFT", sku: null });
  });

  it("well-formed fields that break different rules", async () => {
    const product = await createPublishedProduct(staff);
    const taken = await saveProduct(staff, product.id, { version: 1, slug: takenSlug, images: [] });
    expect([taken.status, getFieldNames(taken)]).toEqual([400, ["images", "slug"]]);
  });

  it("an unknown field and a missing version hide no other problem", async () => {
    const { product } = await createProduct(staff);
    const response = await saveProduct(staff, product.id, { colour: "red", sku: "PRIS-1" });
    expect([response.status, getFieldNames(response)]).toEqual([400, ["colour", "sku"]]);
  });

  it("no rule is applied to a field that could not be parsed", async () => {
    const { product } = await createProduct(staff, { basePrice: null });
    const { url } = await buildUpload();
    const response = await saveProduct(staff, product.id, {
      version: 1,
      status: "ACTIVE",
      priceOnRequest: "oui",
      unitSize: "5",
      unitOfSize: "?",
      images: [{ url, altText: "x".repeat(201) }],
      publishAt: "demain",
      unpublishAt: "2020-01-01T00:00:00Z",
    });
    expect(getFieldNames(response)).toEqual([
      "images.0.altText",
      "priceOnRequest",
      "publishAt",
      "unitOfSize",
    ]);
  });

  it("a conflict with another editor comes first once the draft's fields can be parsed", async () => {
    const { product } = await createProduct(staff);
    await saveProduct(staff, product.id, { version: 1, name: "Autre nom" });
    const edit = { version: 1, name: "Mon nom", sku: "PRIS-1" };
    expect(getFieldNames(await saveProduct(staff, product.id, { ...edit, brand: 7 }))).toEqual([
      "brand",
      "sku",
    ]);
    const conflict = await saveProduct(staff, product.id, edit);
    expect(Object.keys(conflict.body?.error.details.fields)).toEqual(["name"]);
  });
});
