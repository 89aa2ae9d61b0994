import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/admin/products/[id]/route";
import { ProductForEdit, SavedProduct } from "@/domain/catalogue/products/schema";
import { db } from "@/lib/db";
import {
  buildImageInput,
  buildProduct,
  buildUpload,
  buildVariationInput,
} from "../../../support/build";
import { call } from "../../../support/call";
import {
  createProduct,
  createPublishedProduct,
  getProductForEdit,
  saveProduct,
} from "../../../support/products";
import { buildStaff } from "../../../support/staff";
import { recordStatements } from "../../../support/statements";

let staff: Awaited<ReturnType<typeof buildStaff>>;

beforeAll(async () => {
  staff = await buildStaff("ADMIN");
});

describe("GET /api/admin/products/:id", () => {
  it("returns the product to a viewer, with its images in order", async () => {
    const { id } = await buildProduct({
      images: {
        create: [
          buildImageInput({ isPrimary: false, order: 1 }),
          buildImageInput({ order: 0, altText: "Un" }),
        ],
      },
      variations: { create: [buildVariationInput("Taille", "60", { isActive: false })] },
    });
    const { status, body } = await call(GET, { as: await buildStaff("VIEWER"), params: { id } });
    expect(status).toBe(200);
    const product = ProductForEdit.parse(body?.data);
    expect(product.images.map(({ altText }) => altText)).toEqual(["Un", "Photo"]);
    expect(product).toMatchObject({ chip: "PUBLISHED", variations: [{ isActive: false }] });
  });

  it.each([
    ["nowhere", 404],
    ["x".repeat(41), 400],
    ["a\0b", 400],
  ])("answers 404 for the product %j", async (id, expected) => {
    const response = await call(GET, { as: staff, params: { id: encodeURIComponent(id) } });
    expect(response.status).toBe(expected);
  });

  it("answers 404 for the id of a category", async () => {
    const { categoryId } = await buildProduct();
    expect((await call(GET, { as: staff, params: { id: categoryId } })).status).toBe(404);
  });
});

describe("PATCH /api/admin/products/:id", () => {
  it("saves the fields that are sent, leaves the others, and reports the changes", async () => {
    const { product } = await createProduct(staff, { brand: "Jacob", basePrice: null });
    const saved = await saveProduct(staff, product.id, {
      version: 1,
      name: "Évier grès",
      basePrice: "99",
    });
    expect(saved.status).toBe(200);
    SavedProduct.parse(saved.body?.data);
    expect(saved.product).toMatchObject({ version: 2, name: "Évier grès", brand: "Jacob" });
    expect(await getProductForEdit(staff, product.id)).toEqual(saved.product);
    const entry = await db.auditLog.findFirstOrThrow({
      where: { entityId: product.id, action: "update_product" },
    });
    expect(entry.changes).toEqual({
      name: { before: "Évier inox", after: "Évier grès" },
      basePrice: { before: null, after: "99.00" },
    });
    expect(entry.entityLabel).toBe("Évier grès");
  });

  it("requires the version", async () => {
    const { product } = await createProduct(staff);
    expect((await saveProduct(staff, product.id, { name: "Sans version" })).status).toBe(428);
  });

  it("accepts a price with a comma, and records when the price changed", async () => {
    const { product } = await createProduct(staff, { basePrice: null });
    const priceDate = async () =>
      (await db.product.findUniqueOrThrow({ where: { id: product.id } })).priceUpdatedAt;
    expect(await priceDate()).toBeNull();
    await saveProduct(staff, product.id, { version: 1, basePrice: "12,5" });
    const changed = await priceDate();
    expect(changed).not.toBeNull();
    const { product: after } = await saveProduct(staff, product.id, { version: 2, brand: "X" });
    expect(after.basePrice).toBe("12.50");
    expect(await priceDate()).toEqual(changed);
  });

  it("preserves the ids of variations and images through reordering, renaming and swapping", async () => {
    const [one, two] = [await buildUpload(), await buildUpload()];
    const { product } = await createProduct(staff, {
      images: [{ url: one.url }, { url: two.url }],
      variations: [
        { name: "Taille", value: "60", sku: "T-60" },
        { name: "Taille", value: "80", sku: "T-80" },
      ],
    });
    const imageIds = async () =>
      Object.fromEntries(
        (await db.productImage.findMany({ where: { productId: product.id } })).map((image) => [
          image.url,
          [image.id, image.createdAt],
        ]),
      );
    const before = await imageIds();
    const [a, b] = product.variations;
    const { status, product: after } = await saveProduct(staff, product.id, {
      version: 1,
      images: [{ url: two.url, isPrimary: true }, { url: one.url }],
      variations: [
        { id: b.id, name: "Taille", value: "60", sku: "T-60" },
        { id: a.id, name: "Taille", value: "80", sku: "T-80" },
        { name: "Taille", value: "100" },
      ],
    });
    expect(status).toBe(200);
    expect(after.variations.map(({ id }: { id: string }) => id).slice(0, 2)).toEqual([b.id, a.id]);
    expect(after.images.map(({ isPrimary }: { isPrimary: boolean }) => isPrimary)).toEqual([
      true,
      false,
    ]);
    expect(await imageIds()).toEqual(before);
  });

  it("restores an image of an earlier version", async () => {
    const { id } = await buildProduct({
      images: { create: buildImageInput({ key: "ab", url: "/media/ab/1280.webp" }) },
    });
    await saveProduct(staff, id, { version: 1, images: [], status: "DRAFT" });
    const { status } = await saveProduct(staff, id, {
      version: 2,
      images: [{ url: "/media/ab/1280.webp" }],
    });
    expect(status).toBe(200);
    expect(await db.productImage.count({ where: { productId: id, key: "ab" } })).toBe(1);
  });

  it("stores the imported state as a version on the first edit", async () => {
    const { id } = await buildProduct({ status: "DRAFT" });
    await saveProduct(staff, id, { version: 1, name: "Un nouveau nom" });
    const versions = await db.productVersion.findMany({
      where: { productId: id },
      orderBy: { version: "asc" },
    });
    expect(versions.map(({ version, userId }) => [version, userId])).toEqual([
      [1, null],
      [2, staff.id],
    ]);
  });

  it("stores at most the latest hundred versions", async () => {
    const { id } = await buildProduct({ status: "DRAFT", version: 150 });
    await db.productVersion.createMany({
      data: Array.from({ length: 110 }, (_, i) => ({
        productId: id,
        version: 41 + i,
        snapshot: {},
      })),
    });
    await saveProduct(staff, id, { version: 150, brand: "Une" });
    const versions = await db.productVersion.findMany({ where: { productId: id } });
    expect(versions).toHaveLength(100);
    expect(Math.min(...versions.map(({ version }) => version))).toBe(52);
  });

  it("refuses to publish an incomplete product, and to make a published one incomplete", async () => {
    const { product: draft } = await createProduct(staff);
    const refused = await saveProduct(staff, draft.id, { version: 1, status: "ACTIVE" });
    expect(refused.body?.error.details).toEqual({ images: "Ajoutez au moins une image." });
    const published = await createPublishedProduct(staff);
    const emptied = await saveProduct(staff, published.id, { version: 1, images: [] });
    expect(emptied.status).toBe(400);
  });

  it("rejects an edit of a product in the trash, and an edit by a viewer", async () => {
    const { id } = await buildProduct({ deletedAt: new Date() });
    expect((await saveProduct(staff, id, { version: 1, brand: "X" })).status).toBe(409);
    expect((await saveProduct(await buildStaff("VIEWER"), id, { version: 1 })).status).toBe(403);
    expect((await saveProduct(staff, "nowhere", { version: 1 })).status).toBe(404);
  });

  it.each([
    ["a negative price", { basePrice: "-1" }, "basePrice"],
    ["1e9 for a price", { basePrice: "1e9" }, "basePrice"],
    ["10,000 characters", { name: "x".repeat(10_000) }, "name"],
    ["a NUL byte", { brand: "a\0" }, "brand"],
    ["an unknown category", { categoryId: "nowhere" }, "categoryId"],
    ["a non-numeric version", { version: "1" }, "version"],
    [
      "two primary images",
      {
        images: [
          { url: "a", isPrimary: true },
          { url: "b", isPrimary: true },
        ],
      },
      "images",
      "images.0.url",
      "images.1.url",
    ],
  ])("rejects %s", async (_, fields, ...named) => {
    const { product } = await createProduct(staff);
    const { status, body } = await saveProduct(staff, product.id, { version: 1, ...fields });
    expect(status).toBe(400);
    expect(Object.keys(body?.error.details)).toEqual(named);
  });

  it("rejects a taken slug, a taken SKU and a variation of another product", async () => {
    const other = await buildProduct({
      sku: "AUTRE-1",
      variations: { create: buildVariationInput("T", "1") },
    });
    const { product } = await createProduct(staff);
    const slug = await saveProduct(staff, product.id, { version: 1, slug: other.slug });
    expect([slug.status, Object.keys(slug.body?.error.details)]).toEqual([409, ["slug"]]);
    const sku = await saveProduct(staff, product.id, { version: 1, sku: "autre-1" });
    expect([sku.status, Object.keys(sku.body?.error.details)]).toEqual([409, ["sku"]]);
    const { id } = await db.productVariation.findFirstOrThrow({ where: { productId: other.id } });
    const stolen = await saveProduct(staff, product.id, {
      version: 1,
      variations: [{ id, name: "T", value: "1" }],
    });
    expect(stolen.status).toBe(400);
  });

  it("sends at most twelve statements, for one variation and for thirty", async () => {
    const counts = [];
    for (const many of [1, 30]) {
      const product = await createPublishedProduct(staff, {
        name: `Compté ${many}`,
        variations: Array.from({ length: many }, (_, i) => ({ name: "Taille", value: `${i}` })),
      });
      const { url } = await buildUpload();
      const sent = await recordStatements(() =>
        saveProduct(staff, product.id, {
          version: 1,
          slug: `compte-autrement-${many}`,
          categoryId: product.categoryId,
          images: [{ url }, { url: product.images[0].url }],
          variations: product.variations
            .toReversed()
            .map(({ id, name, value }: { id: string; name: string; value: string }) => ({
              id,
              name,
              value: `${value} cm`,
            })),
        }),
      );
      counts.push(sent.length);
    }
    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).toBeLessThanOrEqual(12);
  });
});
