import "server-only";
import { createHash } from "node:crypto";
import { listCategories } from "@/domain/catalogue/listing/categories-published";
import { listFromIndex } from "@/domain/catalogue/listing/from-index";
import { listFromSql } from "@/domain/catalogue/listing/from-sql";
import type { Listing } from "@/domain/catalogue/listing/listing";
import { listWithDescendants } from "@/domain/catalogue/rules";
import type { CategoryNode, ProductCard, SearchQuery } from "@/domain/catalogue/schema";
import type { Locale } from "@/lib/i18n/locale";
import {
  getSearchConfig,
  getSearchEngine,
  type QueryRule,
  type SearchEngine,
  STOP_WORDS,
  toRuleKey,
} from "./engine";
import { stem, tokenize } from "./fold";
import { findInMeilisearch } from "./meilisearch/find";
import { toRankedRows, toSqlRanking } from "./meilisearch/ranking";
import { type PlanOptions, planSearch, type SearchPlan } from "./plan";
import { listPopularSearches } from "./popular-published";
import { MAX_SCORE, type RankedRows, rankRows } from "./rank/rank";
import type { SearchDetails, Suggestions, SuggestQuery } from "./schema";
import { planForSql, rankInSql } from "./sql-search";

export interface SearchAnswer extends Listing, SearchDetails {}

/** Searches products, best match first unless the query names another order. */
export async function search({ q, exact, ...query }: SearchQuery): Promise<SearchAnswer> {
  return find(await getSearchEngine(), q, query, { correctsTypos: !exact, isTyping: false });
}

type ListQuery = Omit<SearchQuery, "q" | "exact">;

async function find(
  engine: SearchEngine | null,
  q: string,
  query: ListQuery,
  options: PlanOptions,
): Promise<SearchAnswer> {
  const config = engine?.config ?? (await getSearchConfig(undefined));
  const rule = config.rules.get(toRuleKey(q));
  if (!engine) {
    const plan = await planForSql(q, config.lexicon, options);
    const found = await findInMeilisearch(plan, options);
    const ranking = found ? toSqlRanking(found, rule) : await rankInSql(plan, rule);
    return toAnswer(q, query, await listFromSql(query, ranking), plan, ranking.isApproximate, rule);
  }
  const { index, vocabulary } = engine;
  const plan = planSearch(
    q,
    { vocabulary, lexicon: config.lexicon, stopWords: STOP_WORDS },
    options,
  );
  const found = await findInMeilisearch(plan, options);
  const ranked = found
    ? toRankedRows(found, index.columns.flags.length)
    : rankRows(plan, index.terms, index.columns);
  const listing = await listFromIndex(index, query, applyRule(ranked, rule));
  return toAnswer(q, query, listing, plan, ranked.isApproximate, rule);
}

/** Puts the pinned products first, in their order, and removes the hidden ones. */
function applyRule(ranked: RankedRows, rule: QueryRule | undefined): RankedRows {
  if (!rule) return ranked;
  const rows = new Set([...ranked.matches, ...rule.pinnedRows]);
  for (const n of rule.hiddenRows) rows.delete(n);
  rule.pinnedRows.forEach((n, i) => {
    ranked.scores[n] = MAX_SCORE - i;
  });
  return { ...ranked, matches: Uint32Array.from(rows) };
}

function toAnswer(
  q: string,
  query: ListQuery,
  listing: Listing,
  { correctedWords, usedSynonyms }: SearchPlan,
  isApproximate: boolean,
  rule: QueryRule | undefined,
): SearchAnswer {
  return {
    ...listing,
    correctedQuery: correctedWords && spellWords(correctedWords, listing.items),
    usedSynonyms: usedSynonyms.filter((term) => isReadable(term, query.locale)),
    isApproximate,
    redirectTo: rule?.redirectTo ?? null,
    searchId: buildSearchId({ q, ...query }),
  };
}

/** A French page names no Arabic terms, and the reverse. */
function isReadable(term: string, locale: Locale | undefined): boolean {
  return locale === undefined || /[\u0600-\u06FF]/.test(term) === (locale === "ar");
}

/** Writes folded words as the names of the found products write them. */
function spellWords(words: readonly string[], items: readonly ProductCard[]): string {
  const spellings = new Map<string, string>();
  for (const { name, nameAr } of items) {
    for (const spelling of `${name} ${nameAr ?? ""}`.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u)) {
      const [word, ...others] = tokenize(spelling);
      if (word !== undefined && others.length === 0 && !spellings.has(word)) {
        spellings.set(word, spelling);
      }
    }
  }
  return words.map((word) => spellings.get(word) ?? word).join(" ");
}

const SUGGESTED_PRODUCTS = 5;
const SUGGESTED_CATEGORIES = 2;
const SUGGESTED_QUERIES = 3;

/** Completes a text that is being typed. */
export async function suggest({ q, locale }: SuggestQuery): Promise<Suggestions> {
  const searchId = buildSearchId({ q, locale });
  const [tree, engine] = await Promise.all([listCategories(), getSearchEngine()]);
  if (q === "") {
    const [categories, queries] = [
      tree.map(toSuggestedCategory),
      await listPopularSearches(locale),
    ];
    return { queries, categories, products: [], total: 0, correctedQuery: null, searchId };
  }
  const query = { locale, page: 1, pageSize: SUGGESTED_PRODUCTS, sort: "relevance" } as const;
  const answer = await find(engine, q, query, { correctsTypos: true, isTyping: true });
  return {
    queries: engine ? completeQuery(engine, q, answer.items) : [],
    categories: matchCategories(tree, q).map(toSuggestedCategory),
    products: answer.items.map(toSuggestedProduct),
    total: answer.pagination.total,
    correctedQuery: answer.correctedQuery,
    searchId,
  };
}

/** Completes the last word with the most frequent words that begin with it. */
function completeQuery(
  { vocabulary }: SearchEngine,
  text: string,
  items: readonly ProductCard[],
): string[] {
  const words = tokenize(text);
  const last = words.at(-1);
  if (last === undefined || /\s$/.test(text)) return [];
  return vocabulary
    .listCompletions(last)
    .slice(0, SUGGESTED_QUERIES)
    .map((word) => spellWords([...words.slice(0, -1), word], items));
}

/** The categories whose name has all words of a text, the last one also as a beginning. */
function matchCategories(tree: readonly CategoryNode[], text: string): CategoryNode[] {
  const words = tokenize(text).filter((word) => !STOP_WORDS.has(word));
  const matches = tree.flatMap(listWithDescendants).filter(({ name, nameAr }) => {
    const own = tokenize(`${name} | ${nameAr ?? ""}`);
    return words.every((word, i) =>
      own.some(
        (candidate) =>
          stem(candidate) === stem(word) || (i === words.length - 1 && candidate.startsWith(word)),
      ),
    );
  });
  return words.length === 0 ? [] : matches.slice(0, SUGGESTED_CATEGORIES);
}

function toSuggestedCategory({ slug, name, nameAr, productCount }: CategoryNode) {
  return { slug, name, nameAr, productCount };
}

function toSuggestedProduct(card: ProductCard): Suggestions["products"][number] {
  const { slug, name, nameAr, price, priceFrom, saleUnit, unitSize, unitOfSize } = card;
  const image = card.image && {
    url: card.image.url,
    width: card.image.width,
    height: card.image.height,
  };
  return { slug, name, nameAr, price, priceFrom, saleUnit, unitSize, unitOfSize, image };
}

/** Derived from the query only, because the cached response is shared by all clients with the same query. */
function buildSearchId(query: object): string {
  return `srch_${createHash("sha256").update(JSON.stringify(query)).digest("base64url").slice(0, 16)}`;
}
