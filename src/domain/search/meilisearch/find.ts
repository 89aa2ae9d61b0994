import "server-only";
import { log } from "@/lib/log";
import { CircuitBreaker } from "@/lib/meilisearch/circuit-breaker";
import { type IndexQuery, searchServer } from "@/lib/meilisearch/client";
import { STOP_WORDS } from "../engine";
import type { PlanOptions, SearchPlan } from "../plan";
import { INDEX_STOP_WORDS, isCode, toIndexWord } from "./index-words";
import { LIVE_INDEX } from "./indexes";
import { MAX_HITS } from "./settings";

/** A search waits this long for the server. */
const TIMEOUT_MS = 300;
const BREAK_MS = 30_000;

/** Products with some of the words only. */
const MAX_APPROXIMATE_HITS = 200;

/** On globalThis, because pages and routes are separate bundles of one process. */
const shared = globalThis as { shopSearchServerBreaker?: CircuitBreaker };
shared.shopSearchServerBreaker ??= new CircuitBreaker(BREAK_MS);
const breaker = shared.shopSearchServerBreaker;

export interface FoundRows {
  /** Row numbers, best first. */
  rows: number[];
  /** No row has all words; these have some. */
  isApproximate: boolean;
}

/**
 * Asks the Meilisearch server for the rows that have the words of a search. Null where none is configured, where it does not answer
 * in time, and where it finds nothing: our own search answers then, which also knows products that are not indexed yet. It answers
 * searches for a SKU and for stop words alone, too.
 */
export async function findInMeilisearch(
  { words, skuIds }: SearchPlan,
  { correctsTypos }: PlanOptions,
): Promise<FoundRows | null> {
  const server = searchServer;
  const indexWords = words
    .filter((word) => !STOP_WORDS.has(word))
    .map(toIndexWord)
    .filter((word) => !INDEX_STOP_WORDS.has(word));
  if (!server || indexWords.length === 0 || skuIds.length > 0) return null;
  const query = { indexUid: LIVE_INDEX, q: buildQuery(indexWords, correctsTypos) };
  const queries: IndexQuery[] = [
    { ...query, matchingStrategy: "all", limit: MAX_HITS },
    { ...query, matchingStrategy: "frequency", limit: MAX_APPROXIMATE_HITS },
  ];
  const answer = await breaker.run(
    () => server.findIds(queries, TIMEOUT_MS),
    (error) => log.warn({ err: String(error) }, "Meilisearch did not answer a search"),
  );
  const [exact = [], approximate = []] = answer ?? [];
  if (exact.length > 0) return { rows: exact, isApproximate: false };
  return approximate.length > 0 ? { rows: approximate, isApproximate: true } : null;
}

/** The last word also stands for its beginnings, unless a space follows it. A phrase of one word has no typos. */
function buildQuery(words: readonly string[], correctsTypos: boolean): string {
  if (!correctsTypos) return words.map((word) => `"${word}"`).join(" ");
  const text = words.join(" ");
  return isCode(words.at(-1) ?? "") ? `${text} ` : text;
}
