import "server-only";
import { getCatalogueIndex } from "@/domain/catalogue/listing-index/current";
import type { CatalogueIndex } from "@/domain/catalogue/listing-index/source";
import { pool } from "@/lib/db";
import { readSearchConfig } from "./config-published";
import { foldText, tokenize } from "./fold";
import { lexicon } from "./lexicon";
import { stopWords } from "./lexicon/stop-words";
import { buildLexiconIndex, type LexiconIndex } from "./lexicon-index";
import { type NamedCategory, Vocabulary } from "./vocabulary";

/** What staff decided for one query. */
export interface QueryRule {
  pinnedRows: readonly number[];
  hiddenRows: readonly number[];
  redirectTo: string | null;
}

export interface SearchConfig {
  change: string | null;
  lexicon: LexiconIndex;
  /** By the words of the query. */
  rules: ReadonlyMap<string, QueryRule>;
}

export const STOP_WORDS: ReadonlySet<string> = new Set(
  Object.values(stopWords).flatMap((words) => words.flatMap(tokenize)),
);

let config: SearchConfig | null = null;

/** Returns the lexicon and rules as they were at the last refresh of the index. Without an index they are read each time. */
export async function getSearchConfig(change: string | null | undefined): Promise<SearchConfig> {
  if (config && config.change === change) return config;
  const { synonyms, rules } = await readSearchConfig();
  const productIds = rules.flatMap((rule) => [...rule.pinnedProductIds, ...rule.hiddenProductIds]);
  const rows = await findRows(productIds);
  const toRows = (ids: readonly string[]) => ids.flatMap((id) => rows.get(id) ?? []);
  const read: SearchConfig = {
    change: change ?? null,
    lexicon: buildLexiconIndex([...lexicon, ...synonyms]),
    rules: new Map(
      rules.map(({ query, pinnedProductIds, hiddenProductIds, redirectTo }) => [
        toRuleKey(query),
        { pinnedRows: toRows(pinnedProductIds), hiddenRows: toRows(hiddenProductIds), redirectTo },
      ]),
    ),
  };
  if (change !== undefined) config = read;
  return read;
}

/** The same as the SQL function `shop_query_key`. */
export function toRuleKey(text: string): string {
  return tokenize(text).join(" ") || foldText(text);
}

async function findRows(productIds: readonly string[]): Promise<Map<string, number>> {
  if (productIds.length === 0) return new Map();
  const { rows } = await pool.query<{ productId: string; n: number }>(
    `SELECT "productId", "n" FROM "ListingRow" WHERE "productId" = ANY($1)`,
    [productIds],
  );
  return new Map(rows.map(({ productId, n }) => [productId, n]));
}

/** The index with what a search needs beside it, all of the same state of the catalogue. */
export interface SearchEngine {
  index: CatalogueIndex;
  vocabulary: Vocabulary;
  config: SearchConfig;
}

interface KnownVocabulary {
  vocabulary: Vocabulary;
  state: readonly unknown[];
}

let known: KnownVocabulary | null = null;

/** Null while the index loads and where it does not fit into memory. */
export async function getSearchEngine(): Promise<SearchEngine | null> {
  const index = await getCatalogueIndex();
  if (!index?.terms.hasPostings) return null;
  const current = await getSearchConfig(index.searchConfigChange);
  const { terms, columns } = index;
  const state = [terms, terms.size, columns.categories.version, current];
  if (!known?.state.every((part, i) => part === state[i])) {
    const vocabulary = new Vocabulary(terms, listNamedCategories(index), current.lexicon);
    known = { vocabulary, state };
  }
  return { index, vocabulary: known.vocabulary, config: current };
}

function listNamedCategories({ columns: { categories } }: CatalogueIndex): NamedCategory[] {
  return categories.listIndexes().flatMap((at) => {
    const category = categories.get(at);
    if (!category || categories.hidden[at] !== 0) return [];
    const { name, nameAr } = category;
    return [{ name, nameAr, indexes: categories.listWithDescendants(at) }];
  });
}
