import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { listFromIndex } from "@/domain/catalogue/listing/from-index";
import { listFromSql } from "@/domain/catalogue/listing/from-sql";
import type { ListQuery } from "@/domain/catalogue/listing/listing";
import { listProducts } from "@/domain/catalogue/listing/published";
import { getCatalogueIndex } from "@/domain/catalogue/listing-index/current";
import { ORDER_NAMES } from "@/domain/catalogue/listing-index/orders";
import {
  type CatalogueIndex,
  loadIndex,
  refreshIndex,
} from "@/domain/catalogue/listing-index/source";
import { RowScores } from "@/domain/catalogue/listing-index/words/row-scores";
import { getPriceRange, getShownAvailability } from "@/domain/catalogue/rules";
import { PRODUCT_SORTS } from "@/domain/catalogue/schema";
import { tokenize } from "@/domain/search/fold";
import { db, pool } from "@/lib/db";
import { buildCategory, buildImageInput, buildProduct } from "../support/build";
import { createRandom, pick, type Random } from "../support/random";
import { recordStatements } from "../support/statements";

async function requireIndex(): Promise<CatalogueIndex> {
  for (;;) {
    const index = await getCatalogueIndex();
    if (index) return index;
  }
}

/** Everything that an index answers with, in a form that can be compared. */
function describeIndex({ columns, terms }: CatalogueIndex) {
  const weights = Uint8Array.from([50, 40, 30, 20, 10, 0, 0, 0]);
  const rows = [...columns.getOrder("newest")].map((n) => {
    const start = columns.facetStart[n] ?? 0;
    const facets = [...columns.facets.slice(start, start + (columns.facetCount[n] ?? 0))];
    return {
      n,
      flags: columns.flags[n],
      category: columns.categories.get(columns.category[n] ?? 0)?.id,
      price: columns.price[n],
      from: columns.from[n],
      until: columns.until[n],
      facets: facets
        .map((id) => columns.facetValues.get(id))
        .sort((a, b) => (a?.id ?? 0) - (b?.id ?? 0)),
    };
  });
  const words = [...terms.listWords()].flatMap(([word, id]) => {
    const scores = new RowScores();
    scores.reset(columns.flags.length);
    terms.score(id, weights, scores, null);
    const found = [...scores.rows].sort((a, b) => a - b).map((n) => `${n}:${scores.get(n)}`);
    return found.length > 0 ? [[word, found.join(" ")] as const] : [];
  });
  return {
    count: columns.count,
    rows,
    orders: ORDER_NAMES.map((name) => [name, [...columns.getOrder(name)]]),
    words: words.sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

const COLOURS = ["Blanc", "Noir", "Beige", "Chrome"];
const SIZES = ["60 cm", "80 cm", "120 × 60"];
const NAMES = ["Lavabo", "Évier", "Carrelage", "Miroir", "Robinet", "Spot"];
const STATES = ["IN_STOCK", "ON_ORDER", "ASK", "OUT_OF_STOCK"] as const;

function buildFields(random: Random) {
  return {
    name: `${pick(random, NAMES)} ${pick(random, COLOURS)} ${random(40)}`,
    nameAr: pick(random, [null, "مغسلة بيضاء", "بلاط أرضي"]),
    brand: pick(random, [null, "Atlas", "Draa"]),
    basePrice: pick(random, [
      null,
      "21474836.48",
      `${random(900)}.${10 + random(89)}`,
      "99999999.99",
    ]),
    priceOnRequest: random(9) === 0,
    availability: pick(random, STATES),
    isFeatured: random(3) === 0,
    isNew: random(4) === 0,
    viewCount: random(5),
    facts: [
      { name: "Taille", value: pick(random, SIZES), valueAr: pick(random, ["ستون", "ثمانون"]) },
    ],
    status: pick(random, ["ACTIVE", "ACTIVE", "ACTIVE", "DRAFT", "INACTIVE"] as const),
    publishAt: new Date(Date.UTC(2026, 0, 1 + random(20))),
    unpublishAt: pick(random, [
      null,
      null,
      new Date(Date.UTC(2026, 1, 1)),
      new Date(Date.UTC(2099, 1, 1)),
    ]),
    deletedAt: random(12) === 0 ? new Date() : null,
  };
}

let categoryIds: string[];
let ids: string[] = [];

const createAny = async (random: Random) => {
  const variations = COLOURS.slice(0, random(4)).map((value) => buildVariation(random, value));
  const { id } = await buildProduct({
    ...buildFields(random),
    categoryId: pick(random, categoryIds),
    variations: { create: variations },
    images: { create: random(3) === 0 ? [] : [buildImageInput()] },
  });
  ids.push(id);
};

const buildVariation = (random: Random, value: string) => ({
  name: "Couleur",
  value,
  stock: pick(random, [null, 0, 5]),
  priceModifier: `${random(50) - 10}`,
  isActive: random(6) > 0,
  sku: random(2) === 0 ? `V-${random(1e9)}` : null,
});

/** One of every kind of change that reaches a listing row. */
const CHANGES: Record<string, (random: Random, id: string) => Promise<unknown>> = {
  create: (random) => createAny(random),
  edit: (random, id) => db.product.update({ where: { id }, data: buildFields(random) }),
  "edit many": (random) =>
    db.product.updateMany({
      where: { categoryId: pick(random, categoryIds) },
      data: { isFeatured: random(2) === 0, viewCount: random(9) },
    }),
  move: (random, id) =>
    db.product.update({ where: { id }, data: { categoryId: pick(random, categoryIds) } }),
  "add a variation": async (random, productId) => {
    await db.productVariation.deleteMany({ where: { productId, value: "Chrome" } });
    await db.productVariation.create({ data: { productId, ...buildVariation(random, "Chrome") } });
  },
  "edit variations": (random, productId) =>
    db.productVariation.updateMany({
      where: { productId },
      data: { stock: pick(random, [null, 0, 3]), isActive: random(3) > 0, valueAr: "لون" },
    }),
  "delete variations": (_, productId) => db.productVariation.deleteMany({ where: { productId } }),
  "add an image": (_, productId) =>
    db.productImage.create({
      data: { productId, ...buildImageInput({ isPrimary: false, order: 3 }) },
    }),
  "delete images": (_, productId) => db.productImage.deleteMany({ where: { productId } }),
  "hide a category": (random) =>
    db.category.update({
      where: { id: pick(random, categoryIds) },
      data: { isActive: random(2) === 0 },
    }),
  "delete a product": async (_, id) => {
    await db.product.delete({ where: { id } });
    ids = ids.filter((other) => other !== id);
  },
};

beforeAll(async () => {
  const top = await buildCategory();
  const below = await buildCategory({ parentId: top.id });
  const other = await buildCategory();
  categoryIds = [top.id, below.id, other.id];
  const random = createRandom(1);
  for (let i = 0; i < 60; i++) await createAny(random);
}, 60_000);

/** The row of a product as the product's own tables say, without the functions that make the row. */
async function readSource(id: string) {
  const product = await db.product.findUniqueOrThrow({
    where: { id },
    include: { variations: true, images: { orderBy: [{ isPrimary: "desc" }, { order: "asc" }] } },
  });
  const active = product.variations.filter(({ isActive }) => isActive);
  const priced = active.map(({ name, stock, priceModifier }) => {
    return { name, stock, priceModifier: priceModifier.toFixed(2) };
  });
  const base = product.priceOnRequest ? null : (product.basePrice?.toFixed(2) ?? null);
  const facts = product.facts as { name: string; value: string; valueAr?: string | null }[];
  const options = [
    ...active.map(({ name, value }) => `${name}:${value}`),
    ...facts.map(({ name, value }) => `${name}:${value}`),
    ...(product.brand === null ? [] : [`Marque:${product.brand}`]),
  ];
  const texts = [product.name, product.nameAr, product.brand, product.description];
  const values = [...active, ...facts].flatMap(({ value, valueAr }) => [value, valueAr]);
  return {
    isListed: product.status === "ACTIVE" && product.deletedAt === null,
    categoryId: product.categoryId,
    price: getPriceRange(base, priced)?.lowest ?? null,
    availability: getShownAvailability(product.availability, priced),
    publishAt: product.publishAt,
    unpublishAt: product.unpublishAt,
    isFeatured: product.isFeatured,
    isNew: product.isNew,
    viewCount: product.viewCount,
    options: [...new Set(options)].sort(),
    image: product.images[0]?.url ?? null,
    name: product.name,
    words: [...texts, ...values].flatMap((text) => tokenize(text ?? "")),
  };
}

async function expectRowToEqualSource(id: string, after: string) {
  const row = await db.listingRow.findUniqueOrThrow({ where: { productId: id } });
  const values = await db.facetValue.findMany({ where: { id: { in: row.facetIds } } });
  const terms = await db.searchTerm.findMany({
    where: { id: { in: row.terms.map((t) => t >> 3) } },
  });
  const card = row.card as { price: string | null; name: string; image: { url: string } | null };
  const { words, ...source } = await readSource(id);
  const known = new Set(terms.map(({ word }) => word));
  expect(
    {
      isListed: row.isListed,
      categoryId: row.categoryId,
      price: card.price,
      availability: row.availability,
      publishAt: row.publishAt,
      unpublishAt: row.unpublishAt,
      isFeatured: row.isFeatured,
      isNew: row.isNew,
      viewCount: row.viewCount,
      options: values.map(({ name, value }) => `${name}:${value}`).sort(),
      image: card.image?.url ?? null,
      name: card.name,
    },
    after,
  ).toEqual(source);
  expect(row.price === null ? null : Number(row.price), after).toBe(
    source.price === null ? null : Math.round(Number(source.price) * 100),
  );
  expect(
    words.filter((word) => !known.has(word)),
    after,
  ).toEqual([]);
}

describe("The listing rows", () => {
  it("equal their source after every kind of change", async () => {
    const random = createRandom(2);
    for (let round = 0; round < 4; round++) {
      for (const [name, change] of Object.entries(CHANGES)) {
        const id = pick(random, ids);
        await change(random, id);
        if (ids.includes(id)) await expectRowToEqualSource(id, name);
      }
    }
    for (const id of ids) await expectRowToEqualSource(id, "all changes");
  }, 60_000);

  it("are what a rebuild computes", async () => {
    const [rebuilt] = await db.$queryRaw<
      { changed: number }[]
    >`SELECT shop_rebuild_listing() AS "changed"`;
    expect(rebuilt?.changed).toBe(0);
  });
});

describe("The columns in memory", () => {
  it("equal those of a process that has just started, after any changes", async () => {
    const random = createRandom(3);
    await requireIndex();
    for (let round = 0; round < 6; round++) {
      for (let i = 0; i < 8; i++) {
        const [, change] = pick(random, Object.entries(CHANGES));
        await change(random, pick(random, ids));
      }
      const loaded = (await loadIndex(pool)) as CatalogueIndex;
      expect(describeIndex(await requireIndex())).toEqual(describeIndex(loaded));
    }
  }, 120_000);

  it("have a change as soon as it is committed, whatever the order of commits", async () => {
    const [first, second] = await Promise.all([buildProduct(), buildProduct()]);
    const early = new pg.Client({ connectionString: process.env.DATABASE_URL });
    const late = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await Promise.all([early.connect(), late.connect()]);
    const readPrices = async () => {
      const { items } = await listProducts({ page: 1, pageSize: 100, sort: "newest" });
      return [first, second].map(({ slug }) => items.find((item) => item.slug === slug)?.price);
    };
    const setPrice = (client: pg.Client, id: string, price: string) =>
      client.query(`UPDATE "Product" SET "basePrice" = $2 WHERE "id" = $1`, [id, price]);
    try {
      expect(await readPrices()).toEqual(["100.00", "100.00"]);
      await early.query("BEGIN");
      await setPrice(early, first.id, "1.00");
      await late.query("BEGIN");
      await setPrice(late, second.id, "2.00");
      expect(await readPrices()).toEqual(["100.00", "100.00"]);
      await late.query("COMMIT");
      expect(await readPrices()).toEqual(["100.00", "2.00"]);
      await early.query("COMMIT");
      expect(await readPrices()).toEqual(["1.00", "2.00"]);
      await setPrice(early, first.id, "3.00");
      expect(await readPrices()).toEqual(["3.00", "2.00"]);
    } finally {
      await Promise.all([early.end(), late.end()]);
    }
  });

  it("are loaded again where the snapshot is of another database", async () => {
    const index = (await loadIndex(pool)) as CatalogueIndex;
    expect(await refreshIndex(pool, index)).toBe(true);
    index.snapshot = "9000000000:9000000000:";
    expect(await refreshIndex(pool, index)).toBe(false);
  });

  it("leave out the words, or all, where the memory does not suffice", async () => {
    const whole = (await loadIndex(pool)) as CatalogueIndex;
    const { count } = whole.columns;
    const withoutWords = await loadIndex(pool, count * 130);
    expect(withoutWords?.columns.count).toBe(count);
    expect(withoutWords?.terms.hasPostings).toBe(false);
    expect(whole.terms.hasPostings).toBe(true);
    const { bytes } = whole.terms;
    expect((await loadIndex(pool, count * 400 + bytes))?.terms.hasPostings).toBe(true);
    const withoutRoomForWords = await loadIndex(pool, count * 130 + bytes - 1);
    expect(withoutRoomForWords?.terms.size).toBe(0);
    expect(await loadIndex(pool, 1_000)).toBeNull();
  });

  it("cost one statement for all requests that wait for it, and one for cards that are not in memory", async () => {
    await listProducts({ page: 1, pageSize: 24, sort: "popular" });
    const again = () => listProducts({ page: 1, pageSize: 24, sort: "popular" });
    expect(await recordStatements(again)).toHaveLength(1);
    const many = await recordStatements(() => Promise.all(Array.from({ length: 20 }, again)));
    expect(many.length).toBeLessThanOrEqual(2);
  });
});

function buildQuery(random: Random, slugs: readonly string[]): ListQuery {
  const maybe = <T>(value: T) => (random(3) === 0 ? value : undefined);
  return {
    page: 1 + random(3),
    pageSize: pick(random, [5, 24]),
    sort: pick(random, PRODUCT_SORTS),
    locale: pick(random, ["fr", "ar"] as const),
    category: maybe(pick(random, [...slugs, "inconnue"])),
    featured: maybe(random(2) === 0),
    new: maybe(random(2) === 0),
    inStock: maybe(random(2) === 0),
    minPrice: maybe(random(300)),
    maxPrice: maybe(300 + random(99_999_700)),
    option: maybe({
      ...(random(2) === 0 ? { Couleur: [pick(random, COLOURS), pick(random, COLOURS)] } : {}),
      ...(random(2) === 0 ? { Taille: [pick(random, [...SIZES, "inconnue"])] } : {}),
      ...(random(4) === 0 ? { Inconnue: ["x"] } : {}),
    }),
  };
}

describe("A list from memory", () => {
  it("equals the list from PostgreSQL, for random filters", async () => {
    await db.category.updateMany({ where: { id: categoryIds[0] ?? "" }, data: { isActive: true } });
    const random = createRandom(4);
    const categories = await db.category.findMany({ select: { slug: true } });
    const slugs = categories.map(({ slug }) => slug);
    for (let i = 0; i < 150; i++) {
      const query = buildQuery(random, slugs);
      const index = await requireIndex();
      const fromMemory = await listFromIndex(index, query, null);
      expect(fromMemory, JSON.stringify(query)).toEqual(await listFromSql(query, null));
    }
  }, 120_000);
});
