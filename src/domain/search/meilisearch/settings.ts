import { createHash } from "node:crypto";
import type { IndexSettings } from "@/lib/meilisearch/client";
import type { LexiconEntry } from "../lexicon/entry";
import { INDEX_STOP_WORDS, toIndexText } from "./index-words";

/** Increases with each change of what a document holds, so that the index is built again. */
const DOCUMENT_VERSION = 1;

/** More hits than this are neither ranked nor counted. */
export const MAX_HITS = 1_000;

/** Ends a search on the server before the shop stops waiting for it. */
const SEARCH_CUTOFF_MS = 200;

/** The settings but for the synonyms. A match in an earlier attribute comes first. */
export const SETTINGS: IndexSettings = {
  searchableAttributes: [
    "skus",
    "name",
    "nameAr",
    "codes",
    "categories",
    "categoriesAr",
    "values",
    "valuesAr",
    "text",
    "textAr",
    "textCodes",
  ],
  displayedAttributes: ["id"],
  filterableAttributes: [],
  sortableAttributes: [],
  rankingRules: [
    "words",
    "typo",
    "attribute",
    "proximity",
    "exactness",
    "isInStock:desc",
    "publishedAt:desc",
  ],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnAttributes: ["skus", "codes", "textCodes"],
    disableOnNumbers: true,
    disableOnWords: [],
  },
  localizedAttributes: [
    { attributePatterns: ["name", "categories", "values", "text"], locales: ["fra"] },
    { attributePatterns: ["*Ar"], locales: ["ara"] },
  ],
  stopWords: [...INDEX_STOP_WORDS].sort(),
  proximityPrecision: "byAttribute",
  pagination: { maxTotalHits: MAX_HITS },
  searchCutoffMs: SEARCH_CUTOFF_MS,
  facetSearch: false,
};

export const STRUCTURE = hash({ DOCUMENT_VERSION, SETTINGS });

/** For each term of the lexicon the terms that it also finds. */
export function buildSynonyms(entries: readonly LexiconEntry[]): Record<string, string[]> {
  const synonyms = new Map<string, Set<string>>();
  for (const { terms, finds } of entries) {
    const from = terms.map(toIndexText).filter((term) => term !== "");
    const to = finds?.map(toIndexText).filter((term) => term !== "") ?? from;
    for (const term of from) {
      const found = synonyms.get(term) ?? new Set();
      for (const other of to) if (other !== term) found.add(other);
      synonyms.set(term, found);
    }
  }
  return Object.fromEntries(
    [...synonyms].filter(([, found]) => found.size > 0).map(([term, found]) => [term, [...found]]),
  );
}

export function hash(value: object): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 16);
}
