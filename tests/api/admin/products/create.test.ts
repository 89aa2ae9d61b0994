import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/admin/products/route";
import { SavedProduct } from "@/domain/catalogue/products/schema";
import { db } from "@/lib/db";
import {
  buildCategory,
  buildProduct,
  buildUpload,
  buildVariationInput,
} from "../../../support/build";
import { call } from "../../../support/call";
import { revalidatedTags } from "../../../support/next-cache-stub";
import { createProduct } from "../../../support/products";
import { buildStaff } from "../../../support/staff";

let staff: Awaited<ReturnType<typeof buildStaff>>;

beforeAll(async () => {
  staff = await buildStaff("ADMIN");
});

describe("POST /api/admin/products", () => {
  it("creates a draft from a name, a description and a category, with its first version and its audit entry", async () => {
    const { status, body, product } = await createProduct(staff, {
      name: "Carrelage 60 × 60 grès",
    });
    expect(status).toBe(201);
    expect(SavedProduct.parse(body?.data).mergedWith).toBeNull();
    expect(product).toMatchObject({ slug: "carrelage-60x60-gres", chip: "DRAFT", version: 1 });
    expect(product.missing).toEqual(["Ajoutez au moins une image."]);
    const versions = await db.productVersion.findMany({ where: { productId: product.id } });
    expect(versions).toMatchObject([{ version: 1, reason: "EDIT", userId: staff.id }]);
    const [entry] = await db.auditLog.findMany({ where: { entityId: product.id } });
    expect(entry).toMatchObject({
      action: "create_product",
      entityType: "Product",
      entityLabel: "Carrelage 60 × 60 grès",
      userId: staff.id,
    });
    expect(revalidatedTags).toContain("catalogue");
  });

  it("stores images, variations and every field as sent", async () => {
    const [front, back] = [await buildUpload(), await buildUpload()];
    const { product } = await createProduct(staff, {
      nameAr: "مغسلة",
      details: "<h2>Pose</h2><p>Sur <b>plan</b></p><script>alert(1)</script>",
      basePrice: "1 250,5",
      unitSize: "1,440",
      unitOfSize: "M2",
      facts: [{ name: "Poids", value: "12 kg" }],
      images: [
        { url: back.url, altText: "" },
        { url: front.url, altText: "De face", isPrimary: true },
      ],
      variations: [
        { name: "Couleur", value: "Noir", sku: "ev-noir", priceModifier: "-20,5", stock: 3 },
      ],
      status: "ACTIVE",
    });
    expect(product).toMatchObject({
      chip: "PUBLISHED",
      missing: [],
      nameAr: "مغسلة",
      details: "<h3>Pose</h3><p>Sur <strong>plan</strong></p>",
      basePrice: "1250.50",
      unitSize: "1.44",
      images: [
        { url: back.url, altText: null, isPrimary: false, width: 1280 },
        { url: front.url, altText: "De face", isPrimary: true },
      ],
      variations: [
        { value: "Noir", sku: "EV-NOIR", priceModifier: "-20.50", stock: 3, isActive: true },
      ],
    });
    const row = await db.product.findUniqueOrThrow({
      where: { id: product.id },
      include: { images: { orderBy: { order: "asc" } }, variations: true },
    });
    expect(row.priceUpdatedAt).not.toBeNull();
    expect(row.images.map(({ key, placeholder }) => [key, placeholder])).toEqual([
      [back.key, back.placeholder],
      [front.key, front.placeholder],
    ]);
    expect(row.variations[0]?.id).toBe(product.variations[0].id);
  });

  it("adds a number to the slugs of equal names, also for ten parallel requests", async () => {
    const category = await buildCategory();
    const made = await Promise.all(
      Array.from({ length: 10 }, () =>
        createProduct(staff, { name: "Robinet", categoryId: category.id }),
      ),
    );
    expect(made.map(({ status }) => status)).toEqual(Array(10).fill(201));
    const slugs = made.map(({ product }) => product.slug).toSorted();
    expect(slugs).toContain("robinet");
    expect(slugs).toContain("robinet-10");
    expect(new Set(slugs).size).toBe(10);
  });

  it("accepts one of 20 parallel creates with the same slug", async () => {
    const category = await buildCategory();
    const made = await Promise.all(
      Array.from({ length: 20 }, () =>
        createProduct(staff, { slug: "une-seule-place", categoryId: category.id }),
      ),
    );
    const statuses = made.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([201, ...Array(19).fill(409)]);
    const [refused] = made.filter(({ status }) => status === 409);
    expect(refused?.body?.error.details.slug).toMatch(/adresse/);
    expect(await db.product.count({ where: { slug: "une-seule-place" } })).toBe(1);
  });

  it("has one effect for 20 requests with the same Idempotency-Key", async () => {
    const { id: categoryId } = await buildCategory();
    const body = { name: "Une fois", description: "", categoryId };
    const headers = { "idempotency-key": randomUUID() };
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => call(POST, { method: "POST", as: staff, body, headers })),
    );
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(responses.map((response) => response.body?.data.product.id)).size).toBe(1);
    expect(await db.product.count({ where: { name: "Une fois" } })).toBe(1);
  });

  it("accepts a typed slug that redirects, and skips it for an automatic slug", async () => {
    const { id } = await buildProduct();
    await db.slugRedirect.create({ data: { slug: "ancienne-adresse", productId: id } });
    const typed = await createProduct(staff, { slug: "ancienne-adresse" });
    expect([typed.status, typed.product.slug]).toEqual([201, "ancienne-adresse"]);
    await db.slugRedirect.create({ data: { slug: "encore-une-adresse", productId: id } });
    const { product } = await createProduct(staff, { name: "Encore une adresse" });
    expect(product.slug).toBe("encore-une-adresse-2");
  });

  it("refuses to publish an incomplete product, and lists what is missing", async () => {
    const { status, body } = await createProduct(staff, { description: "Court", status: "ACTIVE" });
    expect(status).toBe(400);
    expect(body?.error.details).toEqual({
      images: "Ajoutez au moins une image.",
      description: "Écrivez une description d'au moins 10 caractères.",
    });
  });

  it("stores HTML in a name as text", async () => {
    const { product } = await createProduct(staff, { name: "<b>Évier</b> & <script>x</script>" });
    expect(product.name).toBe("<b>Évier</b> & <script>x</script>");
    expect(product.slug).toBe("b-evier-b-script-x-script");
  });

  it('gives the fallback slug "produit" to a name without Latin letters', async () => {
    expect((await createProduct(staff, { name: "مغسلة" })).product.slug).toMatch(/^produit/);
  });

  it("rejects a viewer and a request without a session", async () => {
    expect((await createProduct(await buildStaff("VIEWER"))).status).toBe(403);
    expect((await createProduct({ cookie: "session=d_unknown" })).status).toBe(401);
  });
});

describe("POST /api/admin/products rejects", () => {
  const twice = { name: "Taille", value: "60" };
  it.each([
    ["a negative price", { basePrice: "-1" }, 400, "basePrice"],
    ["a price in exponent notation", { basePrice: "1e9" }, 400, "basePrice"],
    ["a price above the maximum", { basePrice: "100000000" }, 400, "basePrice"],
    ["a name of 10,000 characters", { name: "x".repeat(10_000) }, 400, "name"],
    ["a name with a NUL byte", { name: "a\0b" }, 400, "name"],
    ["a lone surrogate", { name: "a\ud800b" }, 400, "name"],
    ["a NUL byte in a fact", { facts: [{ name: "a", value: "\0" }] }, 400, "facts.0.value"],
    ["a missing category", { categoryId: "" }, 400, "categoryId"],
    ["an unknown category", { categoryId: "nowhere" }, 400, "categoryId"],
    [
      "an image that was never uploaded",
      { images: [{ url: "/media/x/1280.webp" }] },
      400,
      "images.0.url",
    ],
    [
      "an image URL of another form",
      { images: [{ url: "javascript:alert(1)" }] },
      400,
      "images.0.url",
    ],
    ["an unknown variation", { variations: [{ id: "x", ...twice }] }, 400, "variations.0.id"],
    ["a duplicate value", { variations: [twice, twice] }, 400, "variations.1.value"],
    ["negative stock", { variations: [{ ...twice, stock: -1 }] }, 400, "variations.0.stock"],
    ["a box without a unit", { unitSize: "1,44" }, 400, "unitOfSize"],
    ["a slug with spaces", { slug: "a b" }, 400, "slug"],
    ["a year 0", { publishAt: "0000-01-01T00:00:00Z" }, 400, "publishAt"],
    ["an end before the start", { unpublishAt: "2001-01-01T00:00:00Z" }, 400, "unpublishAt"],
    ["a list instead of a name", { name: ["a"] }, 400, "name"],
    ["an unknown field", { viewCount: 9 }, 400, "viewCount"],
  ])("%s", async (_, fields, status, field) => {
    const response = await createProduct(staff, fields);
    expect(response.status).toBe(status);
    expect(Object.keys(response.body?.error.details)).toContain(field);
  });

  it("the SKU of another product, and of another product's variation", async () => {
    await buildProduct({
      sku: "PRIS-1",
      variations: { create: buildVariationInput("Taille", "60", { sku: "PRIS-2" }) },
    });
    const own = await createProduct(staff, { sku: "pris-1" });
    expect(own.status).toBe(409);
    expect(own.body?.error.details).toEqual({ sku: expect.stringContaining("référence") });
    const other = await createProduct(staff, {
      variations: [{ name: "Taille", value: "60", sku: "PRIS-2" }],
    });
    expect(other.status).toBe(409);
    expect(Object.keys(other.body?.error.details)).toEqual(["variations.0.sku"]);
  });

  it("an image of another product", async () => {
    const stranger = await buildProduct({
      images: { create: { url: "/media/ff/1280.webp", key: "ff", width: 1, height: 1, bytes: 1 } },
    });
    expect(stranger.id).toBeTruthy();
    const { status } = await createProduct(staff, { images: [{ url: "/media/ff/1280.webp" }] });
    expect(status).toBe(400);
  });
});
