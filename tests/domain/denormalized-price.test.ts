import { describe, expect, it } from "vitest";
import { GET as list } from "@/app/api/public/products/route";
import { GET as search } from "@/app/api/public/products/search/route";
import { getPriceRange, getShownAvailability } from "@/domain/catalogue/rules";
import type { Availability } from "@/domain/catalogue/schema";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { buildCategory, buildProduct, buildVariationInput } from "../support/build";
import { call } from "../support/call";
import { createPublishedProduct, saveProduct } from "../support/products";
import { createRandom, type Random } from "../support/random";
import { buildStaff } from "../support/staff";

/** Returns the denormalized columns of a product, and the values that the rules compute from its rows. */
async function readBothSides(id: string) {
  const product = await db.product.findUniqueOrThrow({
    where: { id },
    include: { variations: { where: { isActive: true } } },
  });
  const variations = product.variations.map(({ name, stock, priceModifier }) => ({
    name,
    stock,
    priceModifier: priceModifier.toFixed(2),
  }));
  const base = product.priceOnRequest ? null : (product.basePrice?.toFixed(2) ?? null);
  const range = getPriceRange(base, variations);
  return {
    columns: {
      lowest: product.shownPrice?.toFixed(2) ?? null,
      highest: product.shownPriceHigh?.toFixed(2) ?? null,
      availability: product.shownAvailability,
    },
    rules: {
      lowest: range?.lowest ?? null,
      highest: range?.highest ?? null,
      availability: getShownAvailability(product.availability, variations),
    },
  };
}

async function expectAgreement(id: string, after: string) {
  const { columns, rules } = await readBothSides(id);
  expect(columns, after).toEqual(rules);
}

const STATES: Availability[] = ["IN_STOCK", "IN_STOCK", "ON_ORDER", "ASK", "OUT_OF_STOCK"];

const anyPrice = (random: Random) =>
  ["0.00", "0.10", "100.00", "1234.50", "99999999.99", null][random(6)] ?? null;
const anyModifier = (random: Random) =>
  ["0", "10", "-5.05", "100", "-2000", "0.01", "99999999.99"][random(7)] ?? "0";
const anyStock = (random: Random) => [null, 0, 0, 1, 5, 1_000_000][random(6)] ?? null;

/** Random writes of a product and of its variations, as commands, imports or manual SQL make them. */
const EDITS: [string, (id: string, random: Random) => Promise<unknown>][] = [
  [
    "the base price",
    (id, random) => db.product.update({ where: { id }, data: { basePrice: anyPrice(random) } }),
  ],
  [
    "price on request",
    (id, random) => db.product.update({ where: { id }, data: { priceOnRequest: random(3) === 0 } }),
  ],
  [
    "the availability",
    (id, random) =>
      db.product.update({ where: { id }, data: { availability: STATES[random(5)] ?? "ASK" } }),
  ],
  [
    "the denormalized columns themselves",
    (id) =>
      db.$executeRaw`UPDATE "Product" SET "shownPrice" = 7, "shownPriceHigh" = 8, "shownAvailability" = 'ASK' WHERE "id" = ${id}`,
  ],
  [
    "a new variation",
    (id, random) =>
      db.productVariation.createMany({
        data: [
          {
            productId: id,
            name: ["Taille", "Couleur", "Finition"][random(3)] ?? "",
            value: `valeur ${random(1_000_000)}`,
            priceModifier: anyModifier(random),
            stock: anyStock(random),
            isActive: random(4) > 0,
          },
        ],
        skipDuplicates: true,
      }),
  ],
  [
    "all modifiers of a group",
    (id, random) =>
      db.$executeRaw`UPDATE "ProductVariation" SET "priceModifier" = ${anyModifier(random)}::numeric
        WHERE "productId" = ${id} AND "name" = 'Taille'`,
  ],
  [
    "the stock of every other variation",
    (id, random) =>
      db.$executeRaw`UPDATE "ProductVariation" SET "stock" = ${anyStock(random)}::int
        WHERE "productId" = ${id} AND length("value") % 2 = 0`,
  ],
  [
    "the availability of variations",
    (id) =>
      db.$executeRaw`UPDATE "ProductVariation" SET "isActive" = NOT "isActive" WHERE "productId" = ${id} AND "value" LIKE '%3%'`,
  ],
  [
    "deleted variations",
    (id) =>
      db.$executeRaw`DELETE FROM "ProductVariation" WHERE "productId" = ${id} AND "value" LIKE '%7%'`,
  ],
];

describe("The denormalized price and availability", () => {
  it("follow every write from any source", { timeout: 120_000 }, async () => {
    const seed = Date.now() % 1_000_000;
    const random = createRandom(seed);
    const { id } = await buildProduct();
    const other = await buildProduct({
      variations: { create: buildVariationInput("Taille", "60") },
    });
    for (let step = 0; step < 80; step++) {
      const [name, edit] = EDITS[random(EDITS.length)] as (typeof EDITS)[number];
      await edit(id, random);
      await expectAgreement(id, `seed ${seed}, step ${step}: ${name}`);
    }
    await db.productVariation.updateMany({
      where: { productId: id },
      data: { productId: other.id },
    });
    await expectAgreement(id, "variations that moved away");
    await expectAgreement(other.id, "variations that moved in");
  });

  it("follow a save through the route, and are unchanged by a draft", async () => {
    const owner = await buildStaff("SUPER_ADMIN");
    const product = await createPublishedProduct(owner, {
      basePrice: "100",
      variations: [
        { name: "Taille", value: "60", priceModifier: "15", stock: 0 },
        { name: "Taille", value: "80", priceModifier: "-0,10" },
      ],
    });
    await expectAgreement(product.id, "creation");
    const [first] = product.variations;
    await saveProduct(owner, product.id, { version: 1, variations: [first], saveAs: "DRAFT" });
    expect((await readBothSides(product.id)).columns).toEqual({
      lowest: "99.90",
      highest: "115.00",
      availability: "IN_STOCK",
    });
    await saveProduct(owner, product.id, { version: 2, saveAs: "LIVE" });
    expect((await readBothSides(product.id)).columns).toEqual({
      lowest: "115.00",
      highest: "115.00",
      availability: "OUT_OF_STOCK",
    });
  });

  it("agree after two parallel changes of one product", async () => {
    const { id } = await buildProduct({ basePrice: "100" });
    const insert = (value: string) => (tx: Prisma.TransactionClient) =>
      tx.productVariation.create({
        data: { productId: id, name: "Taille", value, priceModifier: value, stock: 0 },
      });
    await Promise.all(
      ["-10", "20", "-30", "40"].map((value) =>
        db.$transaction(insert(value), { timeout: 15_000 }),
      ),
    );
    await expectAgreement(id, "four inserts at once");
    expect((await readBothSides(id)).columns).toMatchObject({ lowest: "70.00", highest: "140.00" });
  });
});

describe("Every read of price and availability agrees", () => {
  const listProducts = async (query: string) => (await call(list, { query })).body;
  const listSlugs = async (query: string): Promise<string[]> =>
    (await listProducts(query))?.data.map(({ slug }: { slug: string }) => slug);

  it("in order, filter, bounds and facet count", async () => {
    const { id: categoryId, slug: category } = await buildCategory();
    const build = (
      slug: string,
      basePrice: string,
      modifiers: string[],
      stock: number | null = 5,
    ) =>
      buildProduct({
        slug,
        name: `Zyvex ${slug}`,
        categoryId,
        basePrice,
        variations: {
          create: modifiers.map((priceModifier, i) =>
            buildVariationInput("Taille", String(i), { priceModifier, stock }),
          ),
        },
      });
    await build("base-basse", "100", ["15", "15"]);
    await build("rabais", "100", ["-0.10", "20"]);
    await build("epuise", "110", ["0"], 0);
    await build("non-suivi", "120", ["0"], null);
    const inList = `category=${category}`;
    const ascending = ["rabais", "epuise", "base-basse", "non-suivi"];
    expect(await listSlugs(`${inList}&sort=price_asc`)).toEqual(ascending);
    expect(await listSlugs(`${inList}&sort=price_desc`)).toEqual(ascending.toReversed());
    const found = await call(search, { query: "q=zyvex&sort=price_asc" });
    expect(found.body?.data.map(({ slug }: { slug: string }) => slug)).toEqual(ascending);
    expect(await listSlugs(`${inList}&minPrice=110&maxPrice=120&sort=price_asc`)).toEqual([
      "epuise",
      "base-basse",
      "non-suivi",
    ]);
    expect(await listSlugs(`${inList}&maxPrice=99,95`)).toEqual(["rabais"]);
    expect(await listSlugs(`${inList}&maxPrice=100`)).toEqual(["rabais"]);
    const { facets } = (await listProducts(inList)) ?? {};
    expect(facets).toMatchObject({ price: { min: "99.90", max: "120.00" }, inStock: 3 });
    expect(await listSlugs(`${inList}&inStock=1&sort=price_asc`)).toEqual([
      "rabais",
      "base-basse",
      "non-suivi",
    ]);
    expect(await listSlugs(`${inList}&inStock=0`)).toEqual(["epuise"]);
  });
});
