import { stem, tokenize } from "./fold";
import type { LexiconEntry } from "./lexicon/entry";

/** A term of the lexicon, as words and as people read it. */
interface Phrase {
  words: string[];
  text: string;
  /** Whether the phrase means the same; a one-way entry finds something related. */
  isSame: boolean;
}

/** The lexicon by the stems of its terms. */
export interface LexiconIndex {
  /** Finds the terms to search beside a phrase, which is given as stems joined by spaces. */
  find(stems: string): readonly Phrase[];
  /** The single words of the terms, for the correction of typos: word → stem. */
  words: ReadonlyMap<string, string>;
  /** The number of words in the longest term. */
  maxWords: number;
}

export function buildLexiconIndex(entries: readonly LexiconEntry[]): LexiconIndex {
  const alternatives = new Map<string, Map<string, Phrase>>();
  const words = new Map<string, string>();
  let maxWords = 1;
  for (const { terms, finds } of entries) {
    const from = terms.map((text) => toPhrase(text, true));
    const to = finds?.map((text) => toPhrase(text, false)) ?? from;
    for (const phrase of from.filter((each) => each.words.length > 0)) {
      const [word, ...others] = phrase.words;
      if (word !== undefined && others.length === 0) words.set(word, stem(word));
      maxWords = Math.max(maxWords, phrase.words.length);
      addAlternatives(alternatives, toKey(phrase), to);
    }
  }
  const lists = new Map([...alternatives].map(([key, found]) => [key, [...found.values()]]));
  return { find: (stems) => lists.get(stems) ?? [], words, maxWords };
}

function addAlternatives(
  alternatives: Map<string, Map<string, Phrase>>,
  key: string,
  phrases: readonly Phrase[],
): void {
  const found = alternatives.get(key) ?? new Map<string, Phrase>();
  alternatives.set(key, found);
  for (const phrase of phrases) {
    const other = toKey(phrase);
    if (other !== key && !found.get(other)?.isSame) found.set(other, phrase);
  }
}

function toPhrase(text: string, isSame: boolean): Phrase {
  return { words: tokenize(text), text, isSame };
}

function toKey({ words }: Phrase): string {
  return words.map(stem).join(" ");
}
