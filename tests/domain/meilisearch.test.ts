import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ProductCard } from "@/domain/catalogue/schema";
import { buildCategory, buildProduct, buildVariationInput } from "../support/build";
import { call } from "../support/call";
import {
  answerLate,
  LocalMeilisearch,
  MEILISEARCH_KEY,
  type StoredDocument,
} from "../support/meilisearch-server";
import { buildSearchRule, buildSynonym, newWord } from "../support/search";
import { buildStaff } from "../support/staff";

const server = new LocalMeilisearch();
const shared = globalThis as {
  shopSearchServerBreaker?: { openUntil: number };
  shopCatalogueIndex?: { index: object | null; loading: Promise<void> | null };
};

async function loadModules() {
  const [{ db }, { runIndexing }, { findSearchServerStatus }, lease, search, index, cron] =
    await Promise.all([
      import("@/lib/db"),
      import("@/domain/search/meilisearch/indexing-commands"),
      import("@/domain/search/meilisearch/queries"),
      import("@/domain/search/meilisearch/lease-commands"),
      import("@/app/api/public/products/search/route"),
      import("@/app/api/admin/search/index/route"),
      import("@/app/api/cron/search-index/route"),
    ]);
  return {
    db,
    runIndexing,
    findSearchServerStatus,
    lease,
    search: search.GET,
    reindex: index.POST,
    cron: cron.GET,
  };
}
let shop: Awaited<ReturnType<typeof loadModules>>;

beforeAll(async () => {
  process.env.MEILISEARCH_HOST = await server.start();
  process.env.MEILISEARCH_API_KEY = MEILISEARCH_KEY;
  // The builders of records have read the environment already.
  vi.resetModules();
  shop = await loadModules();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await server.stop();
});

const startTimeout = AbortSignal.timeout.bind(AbortSignal);

beforeEach(() => {
  // A machine under load needs more time than customers should wait.
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => startTimeout(10 * ms));
  if (shared.shopSearchServerBreaker) shared.shopSearchServerBreaker.openUntil = 0;
});
afterEach(() => {
  server.onTask = () => undefined;
  server.onSearch = () => null;
  server.onPoll = () => null;
});

/** A new word that is its own stem. */
const newStem = () => `${newWord()}k`;

const find = async (q: string, rest = "") => {
  const { status, body } = await call(shop.search, { query: `q=${encodeURIComponent(q)}${rest}` });
  expect(status).toBe(200);
  if (!body) throw new Error("a search has a body");
  return {
    ...body,
    isApproximate: body.isApproximate,
    slugs: body.data.map(({ slug }: ProductCard) => slug),
    total: body.pagination.total,
  };
};
const isIndexed = (word: string) => server.documents.some(({ name }) => name === word);
const readState = () => shop.db.searchIndexState.findUniqueOrThrow({ where: { id: 1 } });
const findDocument = async (slug: string): Promise<StoredDocument> => {
  const [row] = await shop.db.$queryRaw<{ n: number }[]>`
    SELECT r."n" FROM "ListingRow" r JOIN "Product" p ON p."id" = r."productId" WHERE p."slug" = ${slug}`;
  const document = server.documents.find(({ id }) => id === row?.n);
  if (!document) throw new Error(`${slug} is not indexed`);
  return document;
};

describe("The index on Meilisearch", () => {
  it("is built by the first run, with the settings of the shop", async () => {
    const category = await buildCategory({ name: "Carrelages de sol", nameAr: "البلاط" });
    await buildProduct({
      slug: "gres",
      name: "Grès cérame 60×60 cm",
      nameAr: "بلاط ٦٠×٦٠",
      categoryId: category.id,
      description: "Pour les cuisines, épaisseur 9,5 mm.",
      facts: [{ name: "Finition", value: "Rectifié", valueAr: "مصقول" }],
      variations: { create: [buildVariationInput("Couleur", "Noir", { sku: "GRE-0606-N" })] },
    });
    await buildProduct({ name: "Brouillon", status: "DRAFT" });
    expect(await shop.runIndexing()).toEqual({ indexed: 1, removed: 0, error: null });
    const { skus, name, nameAr, codes, categories, categoriesAr, values, valuesAr, text } =
      await findDocument("gres");
    expect({ name, nameAr, categories, categoriesAr, valuesAr }).toEqual({
      name: "gre ceram",
      nameAr: "بلاط",
      categories: "carrelag de sol",
      categoriesAr: "بلاط",
      valuesAr: "مصقول",
    });
    expect(String(values).split(" ").toSorted()).toEqual(["gre", "noir", "rectifi"]);
    expect(skus).toBe("gre0606n");
    expect(codes).toBe("60x60");
    expect(String(text).split(" ")).toEqual(expect.arrayContaining(["cuisin", "epaisseur"]));
    expect(server.documents).toHaveLength(1);
    expect(server.indexes.get("products")?.settings).toMatchObject({
      searchableAttributes: expect.arrayContaining(["skus", "name", "nameAr", "codes"]),
      rankingRules: expect.arrayContaining(["words", "typo", "attribute", "isInStock:desc"]),
      typoTolerance: {
        minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
        disableOnNumbers: true,
        disableOnAttributes: ["skus", "codes", "textCodes"],
      },
      localizedAttributes: [
        { attributePatterns: ["name", "categories", "values", "text"], locales: ["fra"] },
        { attributePatterns: ["*Ar"], locales: ["ara"] },
      ],
      stopWords: expect.arrayContaining(["de", "في"]),
      synonyms: expect.objectContaining({ robini: expect.arrayContaining(["robinet"]) }),
      pagination: { maxTotalHits: 1_000 },
    });
    expect([...server.indexes.keys()]).toEqual(["products"]);
  });

  it("is not written where nothing changed", async () => {
    await shop.runIndexing();
    const before = await readState();
    server.onTask = () => expect.unreachable();
    expect(await shop.runIndexing()).toEqual({ indexed: 0, removed: 0, error: null });
    expect(await readState()).toEqual(before);
  });

  it("follows changes of products and categories, and loses products that are no longer listed", async () => {
    const category = await buildCategory({ name: "Avant" });
    const word = newStem();
    const [kept, hidden, deleted] = [
      await buildProduct({ name: word, categoryId: category.id }),
      await buildProduct({ slug: `${word}-2`, name: word, categoryId: category.id }),
      await buildProduct({ slug: `${word}-3`, name: word, categoryId: category.id }),
    ];
    expect(await shop.runIndexing()).toMatchObject({ indexed: 3, removed: 0 });
    await shop.db.product.update({ where: { id: kept.id }, data: { name: `${word}bis` } });
    await shop.db.product.update({ where: { id: hidden.id }, data: { status: "ARCHIVED" } });
    await shop.db.product.delete({ where: { id: deleted.id } });
    expect(await shop.runIndexing()).toMatchObject({ indexed: 1, removed: 2 });
    expect([isIndexed(word), isIndexed(`${word}bi`)]).toEqual([false, true]);
    await shop.db.category.update({ where: { id: category.id }, data: { name: "Après" } });
    expect(await shop.runIndexing()).toMatchObject({ indexed: 1 });
    expect((await findDocument(kept.slug)).categories).toBe("apr");
    await shop.db.category.update({ where: { id: category.id }, data: { order: 7 } });
    expect(await shop.runIndexing()).toMatchObject({ indexed: 0 });
  });

  it("gets a change whose transaction was open during the run before", async () => {
    const product = await buildProduct();
    await shop.runIndexing();
    const word = newStem();
    await shop.db.$transaction(async (tx) => {
      await tx.product.update({ where: { id: product.id }, data: { name: word } });
      await buildProduct();
      await shop.runIndexing();
    });
    expect(isIndexed(word)).toBe(false);
    await shop.runIndexing();
    expect(isIndexed(word)).toBe(true);
  });

  it("gets synonyms of staff without being built again", async () => {
    const term = newStem();
    await buildSynonym({ terms: [term], finds: ["robinets 60 x 60"] });
    expect(await shop.runIndexing()).toMatchObject({ indexed: 0, error: null });
    expect(server.indexes.get("products")?.settings.synonyms).toMatchObject({
      [term]: ["robinet 60x60"],
    });
  });

  it("gets a change again whose task failed", async () => {
    const word = newStem();
    await buildProduct({ name: word });
    const before = await readState();
    server.onTask = () => {
      throw new Error("no_space_left_on_device");
    };
    const run = await shop.runIndexing();
    expect(run.error).toContain("no_space_left_on_device");
    expect(await shop.findSearchServerStatus()).toMatchObject({
      isReady: true,
      waiting: 1,
      error: run.error,
    });
    expect((await readState()).live).toEqual(before.live);
    server.onTask = () => undefined;
    expect(await shop.runIndexing()).toMatchObject({ indexed: 1, error: null });
    expect(isIndexed(word)).toBe(true);
    expect(await shop.findSearchServerStatus()).toMatchObject({
      isReachable: true,
      documents: server.documents.length,
      waiting: 0,
      rebuild: null,
      error: null,
    });
  });

  it("is written by one process at a time", async () => {
    await buildProduct();
    expect(await shop.lease.acquireLease("another")).toBe(true);
    expect(await shop.runIndexing()).toEqual({ indexed: 0, removed: 0, error: null });
    await expect(shop.lease.renewLease("mine")).rejects.toThrow("another process");
    await shop.lease.recordIndexing("another");
    const runs = await Promise.all([shop.runIndexing(), shop.runIndexing()]);
    expect(runs.map(({ indexed }) => indexed).toSorted()).toEqual([0, 1]);
  });
});

describe("POST /api/admin/search/index", () => {
  const request = async () =>
    call(shop.reindex, { method: "POST", as: await buildStaff("SUPER_ADMIN") });

  it("has the index built again beside the present one, which answers until the swap", async () => {
    const word = newStem();
    const late = newStem();
    await buildProduct({ name: word });
    await shop.runIndexing();
    const before = server.indexes.get("products")?.createdAt;
    expect((await request()).status).toBe(200);
    const sizes: number[] = [];
    server.onTask = () => sizes.push(server.documents.length);
    expect(await shop.runIndexing(-1)).toMatchObject({ indexed: 0, error: null });
    expect(await shop.findSearchServerStatus()).toMatchObject({
      rebuild: { done: 0, total: server.documents.length },
    });
    await buildProduct({ name: late });
    expect((await shop.runIndexing()).error).toBeNull();
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    expect(server.indexes.get("products")?.createdAt).not.toBe(before);
    expect([isIndexed(word), isIndexed(late)]).toEqual([true, true]);
    expect([...server.indexes.keys()]).toEqual(["products"]);
    expect(await shop.findSearchServerStatus()).toMatchObject({ rebuild: null, waiting: 0 });
  });

  it("is completed by the next run where a run ended right after the swap", async () => {
    await request();
    server.onPoll = (type) => (type === "indexSwap" ? { status: 500, body: {} } : null);
    expect((await shop.runIndexing()).error).not.toBeNull();
    server.onPoll = () => null;
    const swapped = server.indexes.get("products")?.createdAt;
    expect(await shop.runIndexing()).toEqual({ indexed: 0, removed: 0, error: null });
    expect(server.indexes.get("products")?.createdAt).toBe(swapped);
    expect(await shop.findSearchServerStatus()).toMatchObject({ isReady: true, rebuild: null });
  });

  it("is not needed where the server lost its data", async () => {
    const count = server.documents.length;
    server.indexes.clear();
    expect(await call(shop.cron, { headers: CRON_HEADERS })).toMatchObject({
      body: { data: { indexed: count, error: null } },
    });
    expect(server.documents).toHaveLength(count);
  });

  it("is not needed where the database is another one than before", async () => {
    const { live } = await readState();
    await shop.db.searchIndexState.update({
      where: { id: 1 },
      data: { live: Object.assign({}, live, { snapshot: "900000000:900000000:" }) },
    });
    expect(await shop.runIndexing()).toMatchObject({
      indexed: server.documents.length,
      error: null,
    });
  });
});

const CRON_HEADERS = { authorization: `Bearer ${process.env.CRON_SECRET}` };

describe("A search with Meilisearch", () => {
  const word = newStem();
  let category: { id: string; slug: string };

  beforeAll(async () => {
    category = await buildCategory({ name: `Rayon${newStem()}` });
    const fields = { categoryId: category.id, basePrice: "100.00" };
    await buildProduct({ ...fields, slug: "texte", description: `Va bien avec ${word}, dit-on.` });
    await buildProduct({ ...fields, slug: "nom", name: `${word}s alpha 30x60`, sku: `${word}-77` });
    await buildProduct({ ...fields, slug: "nom-cher", name: `Beta ${word}`, basePrice: "900.00" });
    await shop.runIndexing();
  });

  it("ranks by the server, and filters, counts and pages by the shop", async () => {
    const before = server.searches.length;
    const { slugs, total, facets, ...answer } = await find(word);
    expect(new Set(slugs)).toEqual(new Set(["nom", "nom-cher", "texte"]));
    expect(slugs.at(-1)).toBe("texte");
    expect(answer).toMatchObject({ isApproximate: false, correctedQuery: null });
    expect(total).toBe(3);
    expect(facets.price).toMatchObject({ min: "100.00", max: "900.00" });
    expect(server.searches).toHaveLength(before + 1);
    expect((await find(word, "&maxPrice=200")).total).toBe(2);
    expect((await find(word, "&pageSize=1&page=2")).slugs).toEqual([slugs[1]]);
    expect((await find(word, "&sort=price_desc")).slugs[0]).toBe("nom-cher");
  });

  it("asks for all words, then for some of them", async () => {
    expect(await find(`${word} alpha`)).toMatchObject({ slugs: ["nom"], isApproximate: false });
    const some = await find(`alpha ${word} ${newStem()}`);
    expect(some.isApproximate).toBe(true);
    expect(some.slugs[0]).toBe("nom");
  });

  it("sends stems without stop words, and no beginning of a word with digits", async () => {
    await find(`les ${word}s de 30 x 60`);
    await find(`${word} al`);
    await find(`${word}`, "&exact=true");
    await find(`alpha ${word}-77`);
    const texts = server.searches.slice(-4).map(([query]) => query?.q);
    expect(texts).toEqual([`${word} 30x60 `, `${word} al`, `"${word}"`, `alpha ${word}77 `]);
  });

  it("leaves pinned and hidden products to the rules of staff", async () => {
    const [pinned, hidden] = await Promise.all(
      ["texte", "nom"].map((slug) => shop.db.product.findUniqueOrThrow({ where: { slug } })),
    );
    const rule = { pinnedProductIds: [pinned?.id ?? ""], hiddenProductIds: [hidden?.id ?? ""] };
    await buildSearchRule({ query: word, redirectTo: null, ...rule });
    expect((await find(word)).slugs).toEqual(["texte", "nom-cher"]);
    await withoutIndex(async () => {
      expect((await find(word)).slugs).toEqual(["texte", "nom-cher"]);
    });
  });

  it("works where PostgreSQL lists the products", async () => {
    await withoutIndex(async () => {
      const before = server.searches.length;
      expect(await find(`beta ${word}`)).toMatchObject({ slugs: ["nom-cher"], total: 1 });
      const ranked = await find(`${word} produit`);
      expect(server.searches.length).toBe(before + 2);
      expect(ranked.slugs[0]).toBe("texte");
    });
  });

  it("does not show a product that was hidden after it was indexed", async () => {
    const gone = newStem();
    const product = await buildProduct({ slug: gone, name: gone });
    await shop.runIndexing();
    expect((await find(gone)).slugs).toEqual([gone]);
    await shop.db.product.update({ where: { id: product.id }, data: { status: "DRAFT" } });
    expect((await find(gone)).slugs).toEqual([]);
  });

  it("finds a product that is not indexed yet", async () => {
    const fresh = newStem();
    await buildProduct({ slug: fresh, name: fresh });
    expect((await find(fresh)).slugs).toEqual([fresh]);
  });

  it("answers a SKU and stop words alone without the server", async () => {
    const before = server.searches.length;
    expect((await find(`${word}-77`)).slugs).toEqual(["nom"]);
    await find("de la");
    expect(server.searches.length).toBe(before);
  });

  it.each([
    ["is slow", () => answerLate(8_000)],
    ["fails", () => ({ status: 500, body: {} })],
    ["sends something else", () => ({ body: "<html>" })],
    ["sends ids of another kind", () => ({ body: { results: [{ hits: [{ id: "a" }] }] } })],
    ["leaves out a result", () => ({ body: { results: [{ hits: [{ id: 1 }] }] } })],
  ])("is answered by the shop where the server %s, and asks it no more", async (_, answer) => {
    server.onSearch = answer;
    const timeouts = vi.spyOn(AbortSignal, "timeout").mockImplementation(startTimeout);
    const other = `beta ${word}`;
    const start = performance.now();
    expect(await find(other)).toMatchObject({ slugs: ["nom-cher"], isApproximate: false });
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(timeouts).toHaveBeenCalledWith(300);
    const asked = server.searches.length;
    expect((await find(other)).slugs).toEqual(["nom-cher"]);
    await withoutIndex(async () => expect((await find(other)).slugs).toEqual(["nom-cher"]));
    expect(server.searches.length).toBe(asked);
  });

  it("asks the server again after a while, with one search first", async () => {
    server.onSearch = () => ({ status: 500, body: {} });
    await find(`beta ${word}`);
    const asked = server.searches.length;
    if (shared.shopSearchServerBreaker) shared.shopSearchServerBreaker.openUntil = Date.now() - 1;
    await Promise.all([find(`beta ${word}`), find(`beta ${word}`), find(`beta ${word}`)]);
    expect(server.searches.length).toBe(asked + 1);
  });
});

/** Runs while the columns of this process are not loaded. */
async function withoutIndex(act: () => Promise<void>): Promise<void> {
  const state = shared.shopCatalogueIndex;
  if (!state) throw new Error("no search ran before");
  const { index } = state;
  Object.assign(state, { index: null, loading: new Promise(() => undefined) });
  try {
    await act();
  } finally {
    Object.assign(state, { index, loading: null });
  }
}

describe("A server that is away", () => {
  beforeAll(() => server.stop());

  it("is reported once, and searches are answered", async () => {
    const name = newStem();
    await buildProduct({ slug: name, name });
    expect((await find(name)).slugs).toEqual([name]);
    const run = await shop.runIndexing();
    expect(run.error).not.toBeNull();
    const { failedAt, error } = await readState();
    await shop.runIndexing();
    expect(await readState()).toMatchObject({ failedAt, error });
    const status = await shop.findSearchServerStatus();
    expect(status).toMatchObject({ isReachable: false, documents: null, error: run.error });
    expect(status?.waiting).toBeGreaterThan(0);
  });
});
