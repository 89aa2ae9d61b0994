import fs from "node:fs";
import { withClient } from "../steps/database.mjs";
import { inRoot } from "../steps/files.mjs";
import { openClient } from "./client";
import type { Context, ResultRow } from "./context";
import { rounded } from "./statistics";

const AT = 10;
const MIN_NDCG = 0.92;
const MIN_TYPO_RECALL = 0.95;

export const method =
  "nDCG@10 and recall@10 over the judged queries of tests/search/judged.json on the seeded catalogue: the shop's API, and MiniSearch and Orama in memory " +
  "over the names, texts, values, brand, categories and SKUs of the same products (accents removed; prefixes and typos allowed; " +
  "all words, then any). Recall counts the products with the best grade.";

export interface JudgedQuery {
  query: string;
  locale: "fr" | "ar";
  kind: string;
  /** Slug → 1 to 3. */
  grades: Record<string, number>;
}

export type Search = (query: JudgedQuery) => Promise<string[]>;

interface Quality {
  ndcg: number;
  recall: number;
  /** Share of the queries whose first hit has the best grade. */
  first: number;
}

/** S2: what the search finds, beside two search libraries. */
export async function measureRelevance({ settings, database }: Context): Promise<ResultRow[]> {
  const judged: JudgedQuery[] = JSON.parse(
    fs.readFileSync(inRoot("tests", "search", "judged.json"), "utf8"),
  );
  const products = await readProducts(database.url);
  const client = openClient(settings.PORT);
  try {
    const shop = await evaluate(judged, async ({ query, locale }) => {
      const parameters = new URLSearchParams({ q: query, locale, pageSize: String(AT) });
      const { body } = await client.get(`/api/public/products/search?${parameters}`, {
        "accept-encoding": "identity",
      });
      return JSON.parse(body.toString("utf8")).data.map(({ slug }: { slug: string }) => slug);
    });
    const miniSearch = await evaluate(judged, await createMiniSearch(products));
    const orama = await evaluate(judged, await createOrama(products));
    return buildRows(shop, { miniSearch, orama });
  } finally {
    client.close();
  }
}

/** Searches each judged query and averages the quality of the hits by kind of query. */
export async function evaluate(judged: readonly JudgedQuery[], search: Search) {
  const byKind = new Map<string, Quality[]>();
  for (const query of judged) {
    const quality = grade(query, await search(query));
    byKind.set(query.kind, [...(byKind.get(query.kind) ?? []), quality]);
  }
  const average = (kinds: readonly string[], figure: keyof Quality) => {
    const all = kinds.flatMap((kind) => byKind.get(kind) ?? []);
    return all.reduce((sum, quality) => sum + quality[figure], 0) / all.length;
  };
  return { average, kinds: [...byKind.keys()] };
}

type Evaluation = Awaited<ReturnType<typeof evaluate>>;

function grade({ grades }: JudgedQuery, slugs: readonly string[]): Quality {
  const found = slugs.slice(0, AT).map((slug) => grades[slug] ?? 0);
  const ideal = Object.values(grades).toSorted((a, b) => b - a);
  const best = ideal.filter((each) => each === ideal[0]).length;
  return {
    ndcg: getGain(found) / getGain(ideal.slice(0, AT)),
    recall: found.filter((each) => each === ideal[0]).length / Math.min(AT, best),
    first: Number(found[0] === ideal[0]),
  };
}

function getGain(grades: readonly number[]): number {
  return grades.reduce((sum, each, i) => sum + (2 ** each - 1) / Math.log2(i + 2), 0);
}

function buildRows(
  shop: Evaluation,
  others: Record<"miniSearch" | "orama", Evaluation>,
): ResultRow[] {
  const row = (
    figure: string,
    kinds: readonly string[],
    of: keyof Quality,
    min: number,
  ): ResultRow => {
    const value = shop.average(kinds, of);
    const peers = Object.entries(others).map(([name, peer]) => [name, peer.average(kinds, of)]);
    const bar = Math.max(min, ...peers.map(([, peer]) => Number(peer)));
    return {
      figure,
      value: value.toFixed(3),
      target: `≥ ${min.toFixed(2)} and ≥ the libraries`,
      reached: value >= bar,
      note: peers.map(([name, peer]) => `${name} ${Number(peer).toFixed(3)}`).join(", "),
      data: { value: rounded(value, 3), peers: Object.fromEntries(peers) },
    };
  };
  return [
    row("nDCG@10 of all judged queries", shop.kinds, "ndcg", MIN_NDCG),
    row("recall@10 of queries with one typo", ["typo"], "recall", MIN_TYPO_RECALL),
    row("queries by SKU with the product first", ["sku"], "first", 1),
    row("recall@10 of Arabic with other letters", ["arabic-letters"], "recall", 1),
  ];
}

interface Product {
  slug: string;
  names: string;
  values: string;
  texts: string;
  sku: string;
}

function readProducts(url: string): Promise<Product[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT p."slug", concat_ws(' ', p."name", p."nameAr") AS "names",
         concat_ws(' ', c."name", c."nameAr", p."brand", (SELECT string_agg(concat_ws(' ', f ->> 'value', f ->> 'valueAr'), ' ')
           FROM jsonb_array_elements(p."facts") AS f)) AS "values",
         concat_ws(' ', p."description", p."descriptionAr") AS "texts",
         concat_ws(' ', p."sku", (SELECT string_agg(v."sku", ' ') FROM "ProductVariation" v WHERE v."productId" = p."id")) AS "sku"
       FROM "Product" p JOIN "Category" c ON c."id" = p."categoryId" JOIN "ListingRow" r ON r."productId" = p."id"
       WHERE r."isListed" ORDER BY p."id"`,
    );
    return rows;
  });
}

const FIELDS = ["names", "values", "texts", "sku"] as const;
const BOOST = { names: 3, values: 2, texts: 1, sku: 4 };

const withoutAccents = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

async function createMiniSearch(products: readonly Product[]): Promise<Search> {
  const { default: MiniSearch } = await import("minisearch");
  const index = new MiniSearch<Product>({
    fields: [...FIELDS],
    idField: "slug",
    processTerm: withoutAccents,
    searchOptions: { prefix: true, fuzzy: 0.2, boost: BOOST },
  });
  index.addAll(products);
  return async ({ query }) => {
    const all = index.search(query, { combineWith: "AND" });
    return (all.length > 0 ? all : index.search(query)).map(({ id }) => String(id));
  };
}

async function createOrama(products: readonly Product[]): Promise<Search> {
  const { create, insertMultiple, search } = await import("@orama/orama");
  // The tokenizers of its languages know one script each.
  const tokenize = (text: string) =>
    withoutAccents(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
  const index = create({
    components: { tokenizer: { language: "french", normalizationCache: new Map(), tokenize } },
    schema: { slug: "string", names: "string", values: "string", texts: "string", sku: "string" },
  });
  await insertMultiple(
    index,
    products.map(({ slug, names, values, texts, sku }) => ({ slug, names, values, texts, sku })),
  );
  return async ({ query }) => {
    const options = {
      term: query,
      properties: [...FIELDS],
      boost: BOOST,
      limit: AT,
    };
    const all = await search(index, { ...options, tolerance: 1, threshold: 0 });
    const found =
      all.count > 0 ? all : await search(index, { ...options, tolerance: 1, threshold: 1 });
    return found.hits.map(({ document }) => String(document.slug));
  };
}
