import { describe, expect, it } from "vitest";
import { GET } from "@/app/api/public/products/[slug]/route";
import { PublishedProduct } from "@/domain/catalogue/schema";
import { db } from "@/lib/db";
import {
  buildCategory,
  buildImageInput,
  buildProduct,
  buildVariationInput,
} from "../../support/build";
import { call } from "../../support/call";
import { recordStatements } from "../../support/statements";

const read = (slug: string, headers?: Record<string, string>) =>
  call(GET, { params: { slug: encodeURIComponent(slug) }, ...(headers && { headers }) });

describe("GET /api/public/products/:slug", () => {
  it("returns the whole product without any private field", async () => {
    const top = await buildCategory({ slug: "sanitaire", name: "Sanitaire" });
    const below = await buildCategory({ slug: "lavabos", name: "Lavabos", parentId: top.id });
    const { slug } = await buildProduct({
      categoryId: below.id,
      unitSize: "1.440",
      unitOfSize: "M2",
      facts: [{ name: "Format", nameAr: "المقاس", value: "60×40 cm" }],
      images: {
        create: [
          buildImageInput({ isPrimary: false, order: 0 }),
          buildImageInput({ order: 1, altText: "Devant" }),
        ],
      },
      variations: {
        create: [
          buildVariationInput("Couleur", "Noir", { order: 2 }),
          buildVariationInput("Couleur", "Blanc", { order: 1, priceModifier: "-10" }),
          buildVariationInput("Couleur", "Retirée", { isActive: false }),
        ],
      },
    });
    const { status, body } = await read(slug);
    expect(status).toBe(200);
    const product = PublishedProduct.parse(body?.data);
    expect(product.categories.map((category) => category.slug)).toEqual(["sanitaire", "lavabos"]);
    expect(product.images.map(({ altText }) => altText)).toEqual(["Devant", "Photo"]);
    expect(product.variations.map(({ value, priceModifier }) => [value, priceModifier])).toEqual([
      ["Blanc", "-10.00"],
      ["Noir", "0.00"],
    ]);
    expect(product).toMatchObject({
      price: "90.00",
      highestPrice: "100.00",
      basePrice: "100.00",
      unitSize: "1.44",
      unitOfSize: "M2",
    });
  });

  it("omits a price on request", async () => {
    const { slug } = await buildProduct({
      basePrice: "5.00",
      priceOnRequest: true,
      variations: { create: buildVariationInput("Taille", "60", { priceModifier: "15" }) },
    });
    expect((await read(slug)).body?.data).toMatchObject({
      price: null,
      highestPrice: null,
      basePrice: null,
      variations: [{ priceModifier: null }],
    });
  });

  it("returns the availability without stock counts", async () => {
    const { slug } = await buildProduct({
      variations: {
        create: [
          buildVariationInput("Taille", "60", { stock: 987_654, order: 1 }),
          buildVariationInput("Taille", "70", { stock: 4, order: 2 }),
          buildVariationInput("Taille", "80", { stock: 0, order: 3 }),
          buildVariationInput("Taille", "90", { stock: null, order: 4 }),
        ],
      },
    });
    const { body } = await read(slug);
    const shown = body?.data.variations.map(
      ({ availability, lastItems }: PublishedProduct["variations"][number]) => [
        availability,
        lastItems,
      ],
    );
    expect(shown).toEqual([
      ["IN_STOCK", null],
      ["IN_STOCK", 4],
      ["OUT_OF_STOCK", null],
      ["IN_STOCK", null],
    ]);
    expect(JSON.stringify(body)).not.toMatch(/"stock"|987654/);
  });

  it("is sold out when every variation is", async () => {
    const sizes = [
      buildVariationInput("Taille", "60"),
      buildVariationInput("Taille", "80", { stock: null }),
    ];
    const { slug } = await buildProduct({
      variations: { create: [...sizes, buildVariationInput("Couleur", "Blanc", { stock: 0 })] },
    });
    const { body } = await read(slug);
    expect(body?.data.availability).toBe("OUT_OF_STOCK");
    const states = body?.data.variations.map(
      ({ availability }: { availability: string }) => availability,
    );
    expect(new Set(states)).toEqual(new Set(["OUT_OF_STOCK"]));
  });

  it("redirects from a former slug to the current one in one hop", async () => {
    const { id, slug } = await buildProduct();
    await db.slugRedirect.create({ data: { slug: `ancien-${slug}`, productId: id } });
    const { status, headers } = await read(`ancien-${slug}`);
    expect(status).toBe(308);
    expect(headers.get("location")).toBe(`/api/public/products/${slug}`);
    expect(headers.get("x-request-id")).toMatch(/^req_/);
  });

  it.each([
    ["is unknown", "inconnu", 404, "NOT_FOUND"],
    ["is Arabic", "زليج-أبيض", 404, "NOT_FOUND"],
    ["is an attack", "' OR 1=1 --", 404, "NOT_FOUND"],
    ["is a path", "../../etc/passwd", 404, "NOT_FOUND"],
    ["has 300 characters", "x".repeat(300), 400, "VALIDATION_ERROR"],
    ["holds a NUL byte", "a\0b", 400, "VALIDATION_ERROR"],
  ])("rejects a slug that %s", async (_, slug, expected, code) => {
    const { status, body, headers } = await read(slug);
    expect(status).toBe(expected);
    expect(body?.error.code).toBe(code);
    expect(headers.get("cache-control")).toBe("private, no-store");
  });

  it("answers 410 for a product in the trash and 404 for a draft", async () => {
    const trashed = await buildProduct({ deletedAt: new Date() });
    const draft = await buildProduct({ status: "DRAFT" });
    const { status, body } = await read(trashed.slug);
    expect([status, body?.error.code]).toEqual([410, "GONE"]);
    expect(body?.error.message).toBe("Ce produit n'est plus au catalogue.");
    expect((await read(draft.slug)).status).toBe(404);
  });

  it("does not redirect to an unpublished product", async () => {
    const { id } = await buildProduct({ status: "DRAFT" });
    await db.slugRedirect.create({ data: { slug: "vers-un-brouillon", productId: id } });
    expect((await read("vers-un-brouillon")).status).toBe(404);
  });

  it("answers 304 to its own ETag", async () => {
    const { slug } = await buildProduct();
    const etag = (await read(slug)).headers.get("etag") ?? "";
    expect((await read(slug, { "if-none-match": `"other", ${etag}` })).status).toBe(304);
  });

  it("sends at most three statements", async () => {
    const { slug } = await buildProduct({
      images: { create: [buildImageInput()] },
      variations: {
        create: [buildVariationInput("Taille", "60"), buildVariationInput("Taille", "80")],
      },
    });
    const sent = await recordStatements(() => read(slug));
    expect(sent.length).toBeLessThanOrEqual(3);
  });
});
