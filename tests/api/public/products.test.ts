import { beforeAll, describe, expect, it } from "vitest";
import { PUBLIC_READS } from "@/app/api/limits";
import { GET } from "@/app/api/public/products/route";
import { ProductCard } from "@/domain/catalogue/schema";
import { db } from "@/lib/db";
import { consumeRateLimit } from "@/lib/rate-limit";
import {
  buildCategory,
  buildImageInput,
  buildProduct,
  buildVariationInput,
} from "../../support/build";
import { call } from "../../support/call";
import { recordStatements } from "../../support/statements";

let top: { id: string; slug: string };

beforeAll(async () => {
  top = await buildCategory({ slug: "sols" });
  const below = await buildCategory({ slug: "gres", parentId: top.id });
  await buildProduct({
    slug: "dalle-blanche",
    name: "Dalle blanche",
    categoryId: below.id,
    basePrice: "120.00",
    isFeatured: true,
    viewCount: 5,
    publishAt: new Date("2026-01-03"),
    brand: "Draa",
    facts: [{ name: "Format", nameAr: "المقاس", value: "60×60 cm" }],
    variations: {
      create: [
        buildVariationInput("Couleur", "Blanc", { valueAr: "أبيض" }),
        buildVariationInput("Couleur", "Gris", { priceModifier: "15.50" }),
      ],
    },
    images: {
      create: [
        buildImageInput({ isPrimary: false, order: 1 }),
        buildImageInput({ altText: "La dalle" }),
      ],
    },
  });
  await buildProduct({
    slug: "dalle-grise",
    name: "Écru, dalle",
    categoryId: below.id,
    basePrice: "80.00",
    isNew: true,
    viewCount: 9,
    publishAt: new Date("2026-01-02"),
    availability: "ON_ORDER",
    facts: [{ name: "Format", nameAr: "المقاس", value: "30×30 cm" }],
    variations: { create: [buildVariationInput("Couleur", "Gris")] },
  });
  await buildProduct({
    slug: "plinthe",
    name: "Zellige plinthe",
    categoryId: top.id,
    basePrice: "999.00",
    priceOnRequest: true,
    publishAt: new Date("2026-01-01"),
  });
  await buildProduct({ slug: "ailleurs", name: "Ailleurs", basePrice: "10.00" });
});

const slugs = async (query: string) =>
  (await call(GET, { query })).body?.data.map((card: ProductCard) => card.slug);

describe("GET /api/public/products", () => {
  it("returns cards with pagination and facets", async () => {
    const { status, body, headers } = await call(GET, { query: "category=sols&pageSize=2" });
    expect(status).toBe(200);
    expect(body?.pagination).toEqual({ page: 1, pageSize: 2, total: 3, totalPages: 2 });
    expect(ProductCard.array().parse(body?.data)).toHaveLength(2);
    expect(headers.get("cache-control")).toBe("no-cache");
  });

  it("returns the primary image, the first specification and the price of the cheapest variation", async () => {
    const { body } = await call(GET, { query: "category=gres&sort=price_desc" });
    expect(body?.data[0]).toMatchObject({
      slug: "dalle-blanche",
      price: "120.00",
      priceFrom: true,
      keyFact: { name: "Format", value: "60×60 cm" },
      image: { altText: "La dalle" },
    });
  });

  it("omits the price of a product on request", async () => {
    const { body } = await call(GET, { query: "category=sols" });
    const card = body?.data.find(({ slug }: ProductCard) => slug === "plinthe");
    expect(card).toMatchObject({ price: null, priceFrom: false });
  });

  it.each([
    ["category=sols", ["dalle-blanche", "dalle-grise", "plinthe"]],
    ["category=gres", ["dalle-blanche", "dalle-grise"]],
    ["category=unknown", []],
    ["category=sols&featured=true", ["dalle-blanche"]],
    ["category=sols&new=1", ["dalle-grise"]],
    ["category=sols&inStock=true", ["dalle-blanche", "plinthe"]],
    ["category=sols&minPrice=100", ["dalle-blanche"]],
    ["category=sols&maxPrice=99,90", ["dalle-grise"]],
    ["category=sols&option[Couleur]=Blanc", ["dalle-blanche"]],
    ["category=sols&option[Couleur]=Blanc&option[Couleur]=Gris", ["dalle-blanche", "dalle-grise"]],
    ["category=sols&option[Couleur]=Gris&option[Format]=30%C3%9730+cm", ["dalle-grise"]],
    ["category=sols&option[Marque]=Draa", ["dalle-blanche"]],
    ["category=sols&option[Couleur]=Violet", []],
  ])("filters by %s", async (query, expected) => {
    expect(await slugs(query)).toEqual(expected);
  });

  it.each([
    ["newest", ["dalle-blanche", "dalle-grise", "plinthe"]],
    ["name", ["dalle-blanche", "dalle-grise", "plinthe"]],
    ["price_asc", ["dalle-grise", "dalle-blanche", "plinthe"]],
    ["price_desc", ["dalle-blanche", "dalle-grise", "plinthe"]],
    ["popular", ["dalle-grise", "dalle-blanche", "plinthe"]],
  ])("sorts by %s", async (sort, expected) => {
    expect(await slugs(`category=sols&sort=${sort}`)).toEqual(expected);
  });

  it("counts each facet with all other filters applied", async () => {
    const { body } = await call(GET, { query: "category=sols&option[Couleur]=Blanc" });
    const colours = body?.facets.options.find(({ name }: { name: string }) => name === "Couleur");
    expect(colours.values).toEqual([
      { value: "Gris", valueAr: null, swatch: null, count: 2, selected: false },
      { value: "Blanc", valueAr: "أبيض", swatch: null, count: 1, selected: true },
    ]);
    expect(body?.facets.price).toEqual({ min: "120.00", max: "120.00" });
    const byPrice = await call(GET, { query: "category=sols&minPrice=100" });
    expect(byPrice.body?.facets.price).toEqual({ min: "80.00", max: "120.00" });
    expect(byPrice.body?.pagination.total).toBe(1);
  });

  it("lists no draft, trashed, scheduled or expired product", async () => {
    const { id: categoryId, slug } = await buildCategory();
    const soon = new Date(Date.now() + 60_000);
    const before = new Date(Date.now() - 60_000);
    await buildProduct({ categoryId, status: "DRAFT" });
    await buildProduct({ categoryId, status: "INACTIVE" });
    await buildProduct({ categoryId, status: "ARCHIVED" });
    await buildProduct({ categoryId, deletedAt: before });
    await buildProduct({ categoryId, publishAt: soon });
    await buildProduct({ categoryId, publishAt: new Date(0), unpublishAt: before });
    const visible = await buildProduct({ categoryId, unpublishAt: soon });
    expect(await slugs(`category=${slug}`)).toEqual([visible.slug]);
  });

  it.each([
    ["page=0", "page"],
    ["page=1.5", "page"],
    ["page=99999999999", "page"],
    ["page=1&page=2", "page"],
    ["pageSize=100000", "pageSize"],
    ["minPrice=abc", "minPrice"],
    ["minPrice=-1", "minPrice"],
    ["sort=cheapest", "sort"],
    ["sort=name&sort=newest", "sort"],
    ["category=a&category=b", "category"],
    [`category=${"x".repeat(201)}`, "category"],
    ["category=a%00b", "category"],
    ["option=Blanc", "option"],
    ["inStock=maybe", "inStock"],
  ])("rejects %s with 400 and names the field", async (query, field) => {
    const { status, body } = await call(GET, { query });
    expect(status).toBe(400);
    expect(body?.error.code).toBe("VALIDATION_ERROR");
    expect(Object.keys(body?.error.details)).toEqual([field]);
  });

  it.each(["option[__proto__]=x", "option[constructor]=x", "__proto__=1", "utm_source=x&fbclid=y"])(
    "ignores %s",
    async (query) => {
      expect((await call(GET, { query })).status).toBe(200);
    },
  );

  it("answers 304 to its ETag until a product changes", async () => {
    const first = await call(GET, { query: "category=gres" });
    const etag = first.headers.get("etag") ?? "";
    const again = await call(GET, { query: "category=gres", headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(again.body).toBeUndefined();
    await db.product.update({ where: { slug: "dalle-grise" }, data: { basePrice: "81.00" } });
    const changed = await call(GET, { query: "category=gres", headers: { "if-none-match": etag } });
    expect(changed.status).toBe(200);
  });

  it("reports errors in Arabic to readers of Arabic", async () => {
    const headers = { "accept-language": "ar-MA,ar;q=0.9,fr;q=0.5" };
    const { body } = await call(GET, { query: "page=0", headers });
    expect(body?.error.message).toMatch(/[\u0600-\u06ff]/);
    expect(body?.error.details.page).toMatch(/[\u0600-\u06ff]/);
  });

  it("answers 429 with Retry-After to a client above the rate limit, and only to that client", async () => {
    const headers = { "x-forwarded-for": "203.0.113.9" };
    for (let i = 0; i < PUBLIC_READS.requests; i++) {
      await consumeRateLimit(PUBLIC_READS, "203.0.113.9");
    }
    const refused = await call(GET, { headers });
    expect(refused.status).toBe(429);
    expect(refused.body?.error.code).toBe("RATE_LIMITED");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await call(GET, { headers: { "x-forwarded-for": "203.0.113.10" } })).status).toBe(200);
  });

  it("sends at most two statements, the same for 10 rows and for 100", async () => {
    const { id: categoryId } = await buildCategory({ slug: "beaucoup" });
    for (let i = 0; i < 110; i++) await buildProduct({ categoryId });
    await call(GET, { query: "category=beaucoup&pageSize=1" });
    const ten = await recordStatements(() =>
      call(GET, { query: "category=beaucoup&page=2&pageSize=5&sort=name" }),
    );
    const hundred = await recordStatements(() =>
      call(GET, { query: "category=beaucoup&pageSize=100" }),
    );
    expect(ten.length).toBeLessThanOrEqual(2);
    expect(hundred).toEqual(ten);
  });
});
