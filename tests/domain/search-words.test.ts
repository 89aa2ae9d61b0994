import { beforeAll, describe, expect, it } from "vitest";
import { getCatalogueIndex } from "@/domain/catalogue/listing-index/current";
import { getSearchEngine, type SearchEngine, STOP_WORDS } from "@/domain/search/engine";
import { tokenize } from "@/domain/search/fold";
import { planSearch } from "@/domain/search/plan";
import { search } from "@/domain/search/published";
import { rankRows } from "@/domain/search/rank/rank";
import { db } from "@/lib/db";
import { storeDemoCatalogue } from "../support/demo-catalogue";

let engine: SearchEngine;
/** The rows of each word, as products write it. */
let rowsOfWord: Map<string, Set<number>>;

beforeAll(async () => {
  await storeDemoCatalogue();
  while (!(await getCatalogueIndex()));
  engine = (await getSearchEngine()) as SearchEngine;
  rowsOfWord = await readWords();
}, 120_000);

/** Splits the texts at spaces only, so that the test does not depend on how the search splits them. */
async function readWords(): Promise<Map<string, Set<number>>> {
  const rows = await db.listingRow.findMany({ select: { n: true, productId: true } });
  const numbers = new Map(rows.map(({ productId, n }) => [productId, n]));
  const words = new Map<string, Set<number>>();
  for (const product of await db.product.findMany({ include: { variations: true } })) {
    const facts = product.facts as { value: string; valueAr?: string }[];
    const texts = [
      product.name,
      product.nameAr,
      product.brand,
      product.description,
      product.descriptionAr,
      ...[product.details, product.detailsAr].map((html) => html?.replace(/<[^>]+>/g, " ")),
      ...facts.flatMap(({ value, valueAr }) => [value, valueAr]),
      ...product.variations.flatMap(({ value, valueAr }) => [value, valueAr]),
    ];
    for (const word of texts.flatMap((text) => text?.split(/\s+/) ?? [])) {
      const found = words.get(word) ?? new Set();
      words.set(word, found.add(numbers.get(product.id) ?? 0));
    }
  }
  return words;
}

/** A unit or a sign belongs to the number beside it. */
const isContent = (text: string) => {
  const words = tokenize(text);
  const isPartOfNumber = [`1 ${text}`, `${text} 1`].some(
    (beside) => tokenize(beside).length <= words.length,
  );
  return words.length > 0 && !isPartOfNumber && !words.some((word) => STOP_WORDS.has(word));
};

/** The words of which the searched text finds not all rows. */
function listMissed(vary: (word: string) => string | null): string[] {
  const { index, vocabulary, config } = engine;
  const context = { vocabulary, lexicon: config.lexicon, stopWords: STOP_WORDS };
  const missed: string[] = [];
  for (const [word, rows] of rowsOfWord) {
    const text = vary(word);
    if (text === null || !isContent(word) || !isContent(text)) continue;
    const plan = planSearch(text, context, { correctsTypos: false, isTyping: false });
    const found = new Set(rankRows(plan, index.terms, index.columns).matches);
    if ([...rows].some((n) => !found.has(n))) missed.push(`${word} as ${text}`);
  }
  return missed;
}

const FRENCH = /^[a-zà-ÿœ]{3,}[a-rt-wyà-ÿ]$/i;
const ARABIC = /^[\u0621-\u064A]{4,}$/;

function toPlural(word: string): string | null {
  if (!FRENCH.test(word)) return null;
  if (/al$/.test(word)) return `${word.slice(0, -1)}ux`;
  return `${word}${/eau$|eu$/.test(word) ? "x" : "s"}`;
}

describe("Every word of every product finds it", () => {
  it.each<[string, (word: string) => string | null]>([
    ["as it is written", (word) => word],
    ["in capitals", (word) => word.toUpperCase()],
    ["without accents", (word) => word.normalize("NFD").replace(/[\u0300-\u036F]/g, "")],
    ["with a direction mark", (word) => `\u200F${word}\u200E`],
    ["in the plural", toPlural],
    ["with an elided article", (word) => (FRENCH.test(word) ? `l'${word}` : null)],
    [
      "with the Arabic article",
      (word) => (ARABIC.test(word) && !word.startsWith("ال") ? `ال${word}` : null),
    ],
    [
      "without the Arabic article",
      (word) => (/^ال[\u0621-\u064A]{3,}$/.test(word) ? word.slice(2) : null),
    ],
    [
      "with a preposition before the article",
      (word) => (/^ال[\u0621-\u064A]{3,}$/.test(word) ? `ب${word}` : null),
    ],
    ["with and", (word) => (ARABIC.test(word) ? `و${word}` : null)],
    [
      "without hamza",
      (word) =>
        /[أإآؤئء]/.test(word)
          ? word.replace(/[أإآ]/g, "ا").replace(/ؤ/g, "و").replace(/ئ/g, "ي").replace(/ء/g, "")
          : null,
    ],
    ["with heh for teh marbuta", (word) => (word.endsWith("ة") ? `${word.slice(0, -1)}ه` : null)],
    ["with tatweel", (word) => (ARABIC.test(word) ? `${word[0]}ـ${word.slice(1)}` : null)],
    [
      "with spaces around signs and units",
      (word) => (/^\d/.test(word) ? word.replace(/(\d)([a-z×x²]+)(?=\d|$)/gi, "$1 $2 ") : null),
    ],
  ])("%s", (_, vary) => {
    expect(listMissed(vary)).toEqual([]);
  });
});

describe("SKUs", () => {
  it("put their product first, with and without separators", async () => {
    const products = await db.product.findMany({ select: { sku: true, slug: true } });
    const wrong: string[] = [];
    for (const { sku, slug } of products) {
      for (const text of [
        sku ?? "",
        (sku ?? "").replaceAll("-", ""),
        (sku ?? "").toLowerCase().replaceAll("-", " "),
      ]) {
        const { items } = await search({ q: text, page: 1, pageSize: 3, sort: "relevance" });
        if (items[0]?.slug !== slug) wrong.push(`${text}: ${items[0]?.slug}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
