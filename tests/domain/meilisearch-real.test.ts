import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { ProductCard } from "@/domain/catalogue/schema";
import { buildCategory, buildProduct, buildVariationInput } from "../support/build";
import { call } from "../support/call";

/**
 * Runs against a real server, which must have no index "products" before: `TEST_MEILISEARCH_HOST` and, where it has a key,
 * `TEST_MEILISEARCH_API_KEY`. Without them it is skipped.
 */
const { TEST_MEILISEARCH_HOST: host, TEST_MEILISEARCH_API_KEY: apiKey = "none" } = process.env;

async function loadModules() {
  const { searchServer } = await import("@/lib/meilisearch/client");
  const { runIndexing } = await import("@/domain/search/meilisearch/indexing-commands");
  const { findInMeilisearch } = await import("@/domain/search/meilisearch/find");
  const { GET } = await import("@/app/api/public/products/search/route");
  if (!searchServer) throw new Error("no server is configured");
  return { searchServer, runIndexing, findInMeilisearch, search: GET };
}
let shop: Awaited<ReturnType<typeof loadModules>>;
let isOwnIndex = false;

describe.skipIf(!host)("A real Meilisearch server", () => {
  beforeAll(async () => {
    process.env.MEILISEARCH_HOST = host;
    process.env.MEILISEARCH_API_KEY = apiKey;
    vi.resetModules();
    shop = await loadModules();
    if (await shop.searchServer.findIndex("products")) {
      throw new Error("the server has an index 'products' already: use an empty one");
    }
    isOwnIndex = true;
    const tiles = await buildCategory({ name: "Carrelage", nameAr: "البلاط" });
    await buildProduct({
      slug: "gres-60",
      name: "Grès cérame rectifié 60×60 cm",
      nameAr: "بلاط ٦٠×٦٠",
      categoryId: tiles.id,
    });
    await buildProduct({ slug: "gres-66", name: "Grès cérame rectifié 60×66 cm" });
    await buildProduct({
      slug: "mitigeur",
      name: "Mitigeur d'évier",
      description: "Filetage 1/2, pression 2,5 bar.",
      variations: { create: [buildVariationInput("Couleur", "Noir", { sku: "ROB-0101-NM" })] },
    });
    expect(await shop.runIndexing()).toMatchObject({ indexed: 3, error: null });
  });

  afterAll(async () => {
    if (!isOwnIndex) return;
    await shop.searchServer.deleteIndex("products");
    await shop.searchServer.deleteIndex("products_rebuild");
  });

  const findRows = async (words: string[]) => {
    const plan = { words, skuIds: [], clauses: [], correctedWords: null, usedSynonyms: [] };
    return shop.findInMeilisearch(plan, { correctsTypos: true, isTyping: false });
  };

  it.each([
    [["mitigeur"], 1],
    [["mitigeurs"], 1],
    [["mitigeru"], 1],
    [["mitig"], 1],
    [["ceramme"], 2],
    [["60x60"], 1],
    [["60x6"], 0],
    [["60x61"], 0],
    [["1/2"], 1],
    [["2.5bar"], 1],
    [["rob0101nm"], 1],
    [["rob0101nn"], 0],
    [["البلاط"], 1],
    [["بلاط"], 1],
    [["carrelage"], 1],
  ])("finds for %j %d products", async (words, count) => {
    expect((await findRows(words))?.rows.length ?? 0).toBe(count);
  });

  it("answers the search of the shop", async () => {
    const { body } = await call(shop.search, { query: "q=gres+60x60" });
    expect(body?.data.map(({ slug }: ProductCard) => slug)).toEqual(["gres-60"]);
  });
});
